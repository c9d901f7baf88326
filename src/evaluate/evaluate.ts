// The fixpoint: ties the six rooms together. Nothing is computed here before somebody reads it.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attempt, ConfixError, isConfixError } from "../diagnostics/errors.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import { Once } from "../kernel/once.ts";
import type { Definition, ModuleArgs } from "../model/definition.ts";
import type { Machine } from "../model/machine.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { ModuleGraphNode } from "../model/module.ts";
import {
  type AnyOptionType,
  isOptionType,
  type SubmoduleEvaluation,
  type SubmoduleParameters,
} from "../model/option-type.ts";
import { submoduleWith } from "../types/submodule.ts";
import { type DefinitionSource, Level } from "./6-assemble/level.ts";
import { type ArgumentsOwner, ModuleArguments, ownArgumentDefinitions } from "./6-assemble/module-arguments.ts";
import { checkOwnOptions } from "./6-assemble/own-options.ts";
import { Result, type ResultSource } from "./6-assemble/result.ts";
import { findUndeclared, Freeform, type FreeformOwner, type Undeclared } from "./6-assemble/undeclared.ts";
import type { EvaluateSubmodule, FixpointInput } from "./fixpoint-input.ts";
import { rootDefinitions, RootDefinitions } from "./root-definitions.ts";
import { Rooms } from "./rooms.ts";
import type { Blueprint, Session } from "./session.ts";
import { updateKnown, type UpdateRequest } from "./update.ts";
import { type Structure, StructureFinder, structureOf } from "./structure.ts";
import { StructuralCode } from "./structural-code.ts";

/** One evaluation from the inside. */
export class Fixpoint extends Rooms implements ArgumentsOwner, ResultSource, FreeformOwner, DefinitionSource {
  readonly #session: Session;
  readonly #input: FixpointInput;
  readonly #evaluateSubmodule: EvaluateSubmodule;
  /** The evaluation this is the fixpoint of, since the last update; for `moduleType` and `extendModules`. */
  evaluation: Evaluation;
  readonly scope: Machine["scope"];
  readonly prefix: Path;
  #type: AnyOptionType | null = null;
  #structure: Structure | Once<Structure> | null = null;
  #root: Level | null = null;
  #definitions: RootDefinitions | null = null;
  #freeform: Freeform | null = null;
  #undeclared: readonly Undeclared[] | null = null;
  #code: StructuralCode | null = null;
  /** Null: nobody has asked for arguments yet. */
  #arguments: ModuleArguments | null = null;
  #args: ModuleArgs | null = null;

  constructor(session: Session, input: FixpointInput, evaluation: Evaluation, evaluateSubmodule: EvaluateSubmodule) {
    super();
    this.#session = session;
    this.#input = input;
    this.evaluation = evaluation;
    this.#evaluateSubmodule = evaluateSubmodule;
    this.scope = session.scope;
    this.prefix = input.prefix;
    if (input.blueprint === null) return;
    // Of an instance all of this is known, and will be asked for. Made here, what asks stays small: of that there is much.
    this.#structure = structureOf(input.blueprint);
    this.#makeRoot(this.#structure);
    this.#makeArguments();
  }

  get code(): StructuralCode {
    return (this.#code ??= new StructuralCode(this.scope, this.prefix));
  }

  /** The arguments of this evaluation's modules. */
  get args(): ModuleArgs {
    return this.#args ?? this.#makeArguments();
  }

  #makeArguments(): ModuleArgs {
    this.#arguments = new ModuleArguments(this, this.#input);
    return (this.#args = this.#arguments.args);
  }

  /** The root of the tree of options, with all definitions. */
  get root(): Level {
    const root = this.#root ?? this.#makeRoot(this.structure());
    this.#arguments?.config?.check();
    return root;
  }

  #makeRoot({ root }: Structure): Level {
    this.#freeform = new Freeform(this);
    return (this.#root = new Level(this, root, this, "", this.#freeform));
  }

  // ---- Rooms 1 and 2: the structure.

  get isFindingModules(): boolean {
    return this.#structure instanceof Once && this.#structure.isFinding;
  }

  get areModulesKnown(): boolean {
    return this.#structure !== null && !(this.#structure instanceof Once);
  }

  // Made when it is needed: of submodules there may be thousands, and few are asked twice.
  #finder(): StructureFinder {
    return new StructureFinder(this, this.#session, this.#input);
  }

  structure(): Structure {
    if (this.#structure !== null && !(this.#structure instanceof Once)) return this.#structure;
    const find = (): Structure => this.#finder().find(() => this.#arguments?.config ?? null);
    const structure = (this.#structure ??= new Once(this.scope, find, () => this.refuseCircularNames([])));
    return structure instanceof Once ? (this.#structure = structure.get()) : structure;
  }

  /** What can be shared with other evaluations of the same modules, or null if functions would have to be called for it. */
  blueprint(): Blueprint | null {
    return this.#finder().blueprint();
  }

  structural<T>(module: string, origin: Origin, code: () => T): T {
    return this.code.run(module, origin, code);
  }

  isCollecting(): boolean {
    return this.#code !== null && this.#code.isRunning();
  }

  refuseEarlyRead(path: Path): void {
    this.#code?.refuseOption(path);
  }

  probe(path: Path): object {
    return this.code.probe(path);
  }

  refuseCircularNames(path: Path): never {
    return this.code.failByNames(path);
  }

  submodule(parameters: SubmoduleParameters, path: Path, definitions: readonly unknown[] | null): SubmoduleEvaluation {
    return this.#evaluateSubmodule(this.#session, parameters, path, definitions);
  }

  warn(warning: Diagnostic): void {
    this.#session.warn(warning);
  }

  // ---- Room 6: what is read of it.

  /** The definitions of all modules. */
  definitionsOf(): readonly Definition[] {
    const structure = this.structure();
    if (this.scope.run.memory === null) return rootDefinitions(structure, this);
    return (this.#definitions ??= new RootDefinitions(structure, this)).kept();
  }

  declaresAll(): boolean {
    return this.#undeclared?.length === 0;
  }

  /**
   * Puts modules in the places of others. Returns whether that was possible; else this evaluation is of no use any more,
   * and the modules have to be evaluated anew.
   */
  update(request: UpdateRequest): boolean {
    const structure = this.#structure;
    // Where nothing was computed there is nothing to keep.
    if (structure === null || structure instanceof Once || this.#root === null) return false;
    const updated = updateKnown(this, request, {
      root: this.#root,
      definitions: this.#definitions,
      replacements: this.#session.replacements,
      reload: (module, replaced) => this.#finder().reload(structure, module, replaced),
    });
    if (updated?.changesUndeclared !== true) return updated !== null;
    const before = this.#undeclared;
    this.#undeclared = null;
    const freeform = this.#freeform;
    // What is wrong is found again, and said, when everything is evaluated anew.
    return freeform === null || attempt(() => freeform.redefine(before))?.value === true;
  }

  /** The definitions that leave the tree of options. */
  undeclared(): readonly Undeclared[] {
    this.#undeclared ??= findUndeclared(this.root, this.#ownDefinitions());
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

  isUnchecked(): boolean {
    checkOwnOptions(this.root, this);
    const given = this.root.pushed().get("_module");
    if (given === undefined || given.length <= this.#ownDefinitions()) return false;
    const module = this.root.childLevel("_module");
    const read = (name: string): unknown => (module.definitionsOf(name).length > 0 ? module.get(name) : null);
    let isChecked: boolean;
    try {
      isChecked = read("check") !== false;
    } catch (error) {
      const others: Diagnostic[] = [];
      if (!isConfixError(error) || attempt(() => read("freeformType"), others) !== null) throw error;
      throw new ConfixError([...error.diagnostics, ...others], error.cause);
    }
    return read("freeformType") === null && !isChecked;
  }

  // How many definitions of `_module` are the evaluator's.
  #ownDefinitions(): number {
    return this.#input.name === null ? 1 : ownArgumentDefinitions;
  }

  graph(): readonly ModuleGraphNode[] {
    return this.#finder().graph(this.structure());
  }
}
