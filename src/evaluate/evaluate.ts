// The fixpoint: ties the six rooms together. Nothing is computed here before somebody reads it.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isConfixError } from "../diagnostics/errors.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import { Once } from "../kernel/once.ts";
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
import type { Evaluation } from "../model/evaluation.ts";
import type { ModuleGraphNode, ModuleRecord } from "../model/module.ts";
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
import { knownAtom } from "./5-merge/known-value.ts";
import { Level } from "./6-assemble/level.ts";
import { type ArgumentsOwner, ModuleArguments, ownArgumentDefinitions } from "./6-assemble/module-arguments.ts";
import { Result, type ResultSource } from "./6-assemble/result.ts";
import { findUndeclared, Freeform, type Undeclared } from "./6-assemble/undeclared.ts";
import type { EvaluateSubmodule, FixpointInput } from "./fixpoint-input.ts";
import { internalModule } from "./internal-module.ts";
import type { Blueprint, Session } from "./session.ts";
import { StructuralCode } from "./structural-code.ts";

/** The modules of an evaluation, and the tree of the options they declare. */
interface Structure {
  readonly records: readonly ModuleRecord[];
  readonly root: OptionSetNode;
  readonly collected: Collected | null;
}

const fewDefinitions = 4;

/** One evaluation from the inside. */
export class Fixpoint implements ArgumentsOwner, ResultSource {
  readonly #session: Session;
  readonly #input: FixpointInput;
  readonly #evaluateSubmodule: EvaluateSubmodule;
  /** The evaluation this is the fixpoint of; for `moduleType` and `extendModules`. */
  readonly evaluation: Evaluation;
  readonly scope: Machine["scope"];
  readonly prefix: Path;
  readonly unspecified: AnyOptionType = unspecified;
  #type: AnyOptionType | null = null;
  readonly #structure: Once<Structure>;
  #root: Level | null = null;
  #undeclared: readonly Undeclared[] | null = null;
  readonly code: StructuralCode;
  /** Null: nobody has asked for arguments yet. */
  #arguments: ModuleArguments | null = null;

  constructor(session: Session, input: FixpointInput, evaluation: Evaluation, evaluateSubmodule: EvaluateSubmodule) {
    this.#session = session;
    this.#input = input;
    this.evaluation = evaluation;
    this.#evaluateSubmodule = evaluateSubmodule;
    this.scope = session.scope;
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
    this.#arguments ??= new ModuleArguments(this, this.#input);
    return this.#arguments.args;
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
    this.#arguments?.config.check();
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
    this.#arguments?.config.reset();
    const collected = this.#collectWith((...call) => this.#passModule(this.structural(...call)));
    this.scope.madeOf(collected.records.length);
    return { records: collected.records, root: optionRoot(collected.records), collected };
  }

  #passModule<T>(module: T): T {
    return this.#arguments === null ? module : this.#arguments.config.passModule(module);
  }

  #collectWith(structural: Machine["structural"]): Collected {
    const { class: className, modules, specialArgs } = this.#input;
    const modulesPath = specialArgs["modulesPath"];
    return collectModules(modules(), internalModule(this.prefix), {
      args: () => this.args,
      prefix: this.prefix,
      loader: this.#session.loader,
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

  knownValue(node: OptionNode, definitions: readonly Definition[]): unknown {
    // Who listens wants to hear of each option that is read. Many definitions are not looked at each time.
    if (this.scope.run.onRead !== null || definitions.length > fewDefinitions) return undefined;
    return knownAtom(node, definitions, this);
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
    return this.#evaluateSubmodule(this.#session, parameters, path, definitions);
  }

  warn(warning: Diagnostic): void {
    this.#session.warn(warning);
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
    this.#undeclared ??= findUndeclared(this.root, this.#input.name === null ? 1 : ownArgumentDefinitions);
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
    this.#type ??= submoduleWith({ modules: modules(), specialArgs, class: className });
    return this.#type;
  }

  /** What the caller of the evaluation gets to see. */
  result(): Result {
    return new Result(this, this);
  }

  /** Whether definitions of undeclared options are allowed. */
  isOpen(): boolean {
    return this.freeformType() !== null || this.moduleOption("check") === false;
  }

  graph(): readonly ModuleGraphNode[] {
    return (this.structure().collected ?? this.#collectWith(this.structural)).graph();
  }
}
