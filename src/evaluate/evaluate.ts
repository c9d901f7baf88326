// The fixpoint: ties the six rooms together. Nothing is computed here before somebody reads it.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isConfixError } from "../diagnostics/errors.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import { Once } from "../kernel/once.ts";
import { makeRecord } from "../kernel/record.ts";
import type { ConditionCell, Definition, ModuleArgs } from "../model/definition.ts";
import type {
  Discharged,
  Machine,
  MergedOption,
  OptionCell,
  OptionNode,
  OptionSetNode,
  OptionTreeNode,
  Settled,
} from "../model/machine.ts";
import type { ModuleRecord } from "../model/module.ts";
import {
  type AnyOptionType,
  isOptionType,
  type Member,
  type SubmoduleEvaluation,
  type SubmoduleParameters,
} from "../model/option-type.ts";
import { submoduleWith } from "../types/submodule.ts";
import { unspecified } from "../types/unspecified.ts";
import { type Collected, collectModules } from "./1-collect/collect.ts";
import { expandLevel, optionRoot } from "./2-declare/expand.ts";
import { mergeDeclarations } from "./2-declare/merge-declarations.ts";
import { pushDown } from "./3-define/push-down.ts";
import { ConditionThunk } from "./4-settle/condition.ts";
import { discharge, settle } from "./4-settle/settle.ts";
import { MemberCell, OptionValueCell } from "./5-merge/cells.ts";
import { Context } from "./5-merge/context.ts";
import { ConfigView } from "./6-assemble/config-view.ts";
import { Level } from "./6-assemble/level.ts";
import { makeModuleArgs } from "./6-assemble/module-args.ts";
import { Result } from "./6-assemble/result.ts";
import { findUndeclared, Freeform, type Undeclared } from "./6-assemble/undeclared.ts";
import { OptionsView } from "./6-assemble/views.ts";
import type { FixpointInput } from "./fixpoint-input.ts";
import { evaluationOfArgs, internalModule } from "./internal-module.ts";
import type { Blueprint } from "./session.ts";
import { StructuralCode } from "./structural-code.ts";

/** The modules of an evaluation, and the tree of the options they declare. */
interface Structure {
  readonly records: readonly ModuleRecord[];
  readonly root: OptionSetNode;
  readonly collected: Collected | null;
}

// Who defines `_module.args` in a submodule without being asked: the internal module, and the one that gives `name`.
const ownArgumentDefinitions = 2;

/** One evaluation from the inside. */
export class Fixpoint implements Machine {
  readonly #input: FixpointInput;
  readonly scope: Machine["scope"];
  readonly prefix: Path;
  readonly unspecified: AnyOptionType = unspecified;
  #args: ModuleArgs | null = null;
  #type: AnyOptionType | null = null;
  readonly #structure: Once<Structure>;
  #root: Level | null = null;
  #undeclared: readonly Undeclared[] | null = null;
  readonly code: StructuralCode;
  readonly #config: ConfigView = new ConfigView(this);

  constructor(input: FixpointInput) {
    this.#input = input;
    this.scope = input.session.scope;
    this.prefix = input.prefix;
    this.code = new StructuralCode(this.scope, this.prefix);
    this.#structure = new Once(
      this.scope,
      () => this.#collect(),
      () => this.refuseCircularNames([]),
    );
  }

  /** The arguments of this evaluation's modules. */
  get args(): ModuleArgs {
    this.#args ??= this.#makeArgs();
    return this.#args;
  }

  /** The root of the tree of options, with all definitions. */
  get root(): Level {
    if (this.#root === null) {
      const { records, root } = this.structure();
      const freeform = new Freeform(
        this,
        () => this.undeclared(),
        () => this.freeformType(),
      );
      this.#root = new Level(this, root, () => this.#definitions(records), freeform);
    }
    this.#config.check();
    return this.#root;
  }

  // ---- Rooms 1 and 2: the structure.

  get isFindingModules(): boolean {
    return this.#structure.isFinding;
  }

  structure(): Structure {
    return this.#structure.get();
  }

  #collect(): Structure {
    const { blueprint } = this.#input;
    if (blueprint !== null) {
      const { records, rootCount, root } = blueprint.shared;
      // Definitions are further roots: in the reversed order they stand before the roots of the submodule itself.
      const at = records.length - rootCount;
      return { records: records.toSpliced(at, 0, ...blueprint.definitions.toReversed()), root, collected: null };
    }
    this.#config.reset();
    const collected = this.#collectWith((...call) => this.#config.passModule(this.structural(...call)));
    this.scope.madeOf(collected.records.length);
    return { records: collected.records, root: optionRoot(collected.records), collected };
  }

  #collectWith(structural: Machine["structural"]): Collected {
    const { class: className, modules, session, specialArgs } = this.#input;
    const modulesPath = specialArgs["modulesPath"];
    return collectModules(modules, internalModule(this.prefix), {
      args: () => this.args,
      prefix: this.prefix,
      loader: session.loader,
      class: className,
      modulesPath: typeof modulesPath === "string" ? modulesPath : null,
      structural,
    });
  }

  /** What can be shared with other evaluations of the same modules, or null if functions would have to be called for it. */
  blueprint(): Blueprint | null {
    const needsCall = new Error("a function stands for a module");
    try {
      const { records, rootCount, isStatic } = this.#collectWith(() => {
        throw needsCall;
      });
      return isStatic ? { records, rootCount, root: optionRoot(records) } : null;
    } catch (error) {
      // What is wrong with the modules is found again, and said, where they are used.
      if (error === needsCall || isConfixError(error)) return null;
      throw error;
    }
  }

  expand(node: OptionSetNode): ReadonlyMap<string, OptionTreeNode> {
    return expandLevel(node, this);
  }

  mergeDeclarations(node: OptionNode): MergedOption {
    return mergeDeclarations(node, this);
  }

  readonly structural = <T>(module: string, origin: Origin, code: () => T): T => this.code.run(module, origin, code);

  isCollecting(): boolean {
    return this.code.isRunning();
  }

  refuseEarlyRead(path: Path): void {
    this.code.refuseOption(path);
  }

  probe(path: Path): object {
    return this.code.probe(path);
  }

  refuseCircularNames(path: Path): never {
    return this.code.failByNames(path);
  }

  // ---- Rooms 3 to 5: definitions and values.

  push(definitions: readonly Definition[], path: Path): ReadonlyMap<string, readonly Definition[]> {
    return pushDown(definitions, path, this);
  }

  discharge(definitions: readonly Definition[], path: Path): Discharged {
    return discharge(definitions, path, this);
  }

  settle(definitions: readonly Definition[], path: Path, discharged: Discharged | null): Settled {
    return settle(definitions, path, this, discharged);
  }

  optionCell(node: OptionNode, definitions: readonly Definition[]): OptionCell {
    return new OptionValueCell(this, node, definitions);
  }

  readonly context = (path: Path): Context => new Context(this, path, false);

  member(path: Path, type: AnyOptionType, definitions: readonly Definition[], isSensitive = false): Member {
    return new MemberCell(this, path, type, definitions, isSensitive);
  }

  condition(condition: unknown, args: ModuleArgs, path: Path, origin: Origin): ConditionCell {
    return new ConditionThunk(this, condition, args, path, origin);
  }

  submodule(parameters: SubmoduleParameters, path: Path, definitions: readonly unknown[] | null): SubmoduleEvaluation {
    return this.#input.submodule(parameters, path, definitions);
  }

  warn(warning: Diagnostic): void {
    this.#input.session.warn(warning);
  }

  #definitions(records: readonly ModuleRecord[]): readonly Definition[] {
    const definitions: Definition[] = [];
    for (const { config, configArgs, origin, order } of records) {
      const args = configArgs ?? this.args;
      for (const value of config) {
        definitions.push({ value, args, origin, conditions: null, priority: null, order });
      }
    }
    return definitions;
  }

  // ---- Room 6: what is read of it.

  /** The definitions that leave the tree of options. */
  undeclared(): readonly Undeclared[] {
    this.#undeclared ??= findUndeclared(this.root);
    return this.#undeclared;
  }

  /** The type of undeclared definitions, or null. */
  freeformType(): AnyOptionType | null {
    const type = this.moduleOption("freeformType");
    return isOptionType(type) ? type : null;
  }

  /** The value of an option under `_module`. */
  moduleOption(name: string): unknown {
    const module = this.root.child("_module");
    return module instanceof Level ? module.get(name) : undefined;
  }

  /** These modules as the type of an option. */
  get type(): AnyOptionType {
    const { modules, specialArgs, class: className } = this.#input;
    this.#type ??= submoduleWith({ modules, specialArgs, class: className });
    return this.#type;
  }

  /** What the caller of the evaluation gets to see. */
  result(): Result {
    return new Result(this, {
      root: () => this.root,
      undeclared: () => this.undeclared(),
      isOpen: () => this.freeformType() !== null || this.moduleOption("check") === false,
      graph: () => (this.structure().collected ?? this.#collectWith(this.structural)).graph(),
    });
  }

  #makeArgs(): ModuleArgs {
    const { specialArgs } = this.#input;
    const own = {
      config: this.#config.record,
      options: makeRecord(new OptionsView(this, () => this.root)),
      specialArgs,
      _class: this.#input.class,
      _prefix: this.prefix,
    };
    const { name } = this.#input;
    if (name !== null) Object.defineProperty(own, "name", { get: () => this.#nameOr(name), enumerable: true });
    return makeModuleArgs(Object.defineProperty(own, evaluationOfArgs, { get: this.#input.evaluation }), specialArgs, {
      lookUp: (name) => this.#lookUp(name),
      names: () => Object.keys(Object(this.moduleOption("args"))),
    });
  }

  // The name of a submodule is an argument like those of `_module.args`, and may be overridden there; but it is known
  // beforehand, so that the functions of modules may ask for it while names are being collected.
  #nameOr(name: string): unknown {
    if (this.code.isRunning()) return name;
    const module = this.root.child("_module");
    const definitions = module instanceof Level ? module.pushed().get("args") : undefined;
    return definitions?.length === ownArgumentDefinitions ? name : this.#lookUp("name")?.value;
  }

  #lookUp(name: string): { readonly value: unknown } | null {
    this.code.refuseArgument(name);
    const args = this.moduleOption("args");
    if (typeof args !== "object" || args === null || !(name in args)) return null;
    // The cast: lazyAttrsOf gives a record.
    return { value: (args as Readonly<Record<string, unknown>>)[name] };
  }
}
