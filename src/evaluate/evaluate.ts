// The fixpoint: ties the six rooms together. Nothing is computed here before somebody reads it.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import { Once } from "../kernel/once.ts";
import type { ConditionCell, Definition, ModuleArgs } from "../model/definition.ts";
import type {
  Discharged,
  Machine,
  MergedOption,
  OptionNode,
  OptionSetNode,
  OptionSource,
  OptionTreeNode,
  Placed,
  Settled,
  SettledAtom,
} from "../model/machine.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { ModuleGraphNode } from "../model/module.ts";
import {
  type AnyOptionType,
  isOptionType,
  type Member,
  type SubmoduleEvaluation,
  type SubmoduleParameters,
} from "../model/option-type.ts";
import { submoduleWith } from "../types/submodule.ts";
import { unspecified } from "../types/unspecified.ts";
import { expandLevel } from "./2-declare/expand.ts";
import { mergeDeclarations } from "./2-declare/merge-declarations.ts";
import { optionNode } from "./2-declare/option-node.ts";
import { pushDown } from "./3-define/push-down.ts";
import { ConditionThunk } from "./4-settle/condition.ts";
import { discharge, settle } from "./4-settle/settle.ts";
import { settleAtom, settledAlone } from "./4-settle/settle-atom.ts";
import { MemberCell, OptionValueCell } from "./5-merge/cells.ts";
import { Context } from "./5-merge/context.ts";
import { knownAtom } from "./5-merge/known-value.ts";
import { type DefinitionSource, Level } from "./6-assemble/level.ts";
import { type ArgumentsOwner, ModuleArguments, ownArgumentDefinitions } from "./6-assemble/module-arguments.ts";
import { Result, type ResultSource } from "./6-assemble/result.ts";
import { findUndeclared, Freeform, type FreeformOwner, type Undeclared } from "./6-assemble/undeclared.ts";
import type { EvaluateSubmodule, FixpointInput } from "./fixpoint-input.ts";
import { rootDefinitions, RootDefinitions } from "./root-definitions.ts";
import type { Blueprint, Session } from "./session.ts";
import { updateKnown, type UpdateRequest } from "./update.ts";
import { type Structure, StructureFinder, structureOf } from "./structure.ts";
import { StructuralCode } from "./structural-code.ts";

/** One evaluation from the inside. */
export class Fixpoint implements ArgumentsOwner, ResultSource, FreeformOwner, DefinitionSource {
  readonly #session: Session;
  readonly #input: FixpointInput;
  readonly #evaluateSubmodule: EvaluateSubmodule;
  /** The evaluation this is the fixpoint of, since the last update; for `moduleType` and `extendModules`. */
  evaluation: Evaluation;
  readonly scope: Machine["scope"];
  readonly prefix: Path;
  readonly unspecified: AnyOptionType = unspecified;
  #type: AnyOptionType | null = null;
  #structure: Structure | Once<Structure> | null = null;
  #root: Level | null = null;
  #definitions: RootDefinitions | null = null;
  #freeform: Freeform | null = null;
  #undeclared: readonly Undeclared[] | null = null;
  #code: StructuralCode | null = null;
  /** Null: nobody has asked for arguments yet. */
  #arguments: ModuleArguments | null = null;

  constructor(session: Session, input: FixpointInput, evaluation: Evaluation, evaluateSubmodule: EvaluateSubmodule) {
    this.#session = session;
    this.#input = input;
    this.evaluation = evaluation;
    this.#evaluateSubmodule = evaluateSubmodule;
    this.scope = session.scope;
    this.prefix = input.prefix;
  }

  get code(): StructuralCode {
    return (this.#code ??= new StructuralCode(this.scope, this.prefix));
  }

  /** The arguments of this evaluation's modules. */
  get args(): ModuleArgs {
    return (this.#arguments ??= new ModuleArguments(this, this.#input)).args;
  }

  /** The root of the tree of options, with all definitions. */
  get root(): Level {
    if (this.#root === null) {
      const { root } = this.structure();
      this.#freeform = new Freeform(this);
      this.#root = new Level(this, root, this, "", this.#freeform);
    }
    this.#arguments?.config?.check();
    return this.#root;
  }

  // ---- Rooms 1 and 2: the structure.

  get isFindingModules(): boolean {
    return this.#structure instanceof Once && this.#structure.isFinding;
  }

  get areModulesKnown(): boolean {
    return (this.#structure !== null && !(this.#structure instanceof Once)) || this.#input.blueprint !== null;
  }

  // Made when it is needed: of submodules there may be thousands, and few are asked twice.
  #finder(): StructureFinder {
    return new StructureFinder(this, this.#session, this.#input);
  }

  structure(): Structure {
    if (this.#structure !== null && !(this.#structure instanceof Once)) return this.#structure;
    if (this.#input.blueprint !== null) return (this.#structure = structureOf(this.#input.blueprint));
    const find = (): Structure => this.#finder().find(() => this.#arguments?.config ?? null);
    const structure = (this.#structure ??= new Once(this.scope, find, () => this.refuseCircularNames([])));
    return structure instanceof Once ? (this.#structure = structure.get()) : structure;
  }

  /** What can be shared with other evaluations of the same modules, or null if functions would have to be called for it. */
  blueprint(): Blueprint | null {
    return this.#finder().blueprint();
  }

  expand(node: OptionSetNode): ReadonlyMap<string, OptionTreeNode> {
    return expandLevel(node, this);
  }

  redeclare(parent: OptionSetNode, name: string, sources: readonly OptionSource[]): OptionNode {
    return optionNode(parent, name, sources, this.unspecified);
  }

  mergeDeclarations(node: OptionNode): MergedOption {
    return mergeDeclarations(node, this);
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

  // ---- Rooms 3 to 5: definitions and values.

  push(definitions: readonly Definition[], path: Path): ReadonlyMap<string, readonly Definition[]> {
    return pushDown(definitions, path, this);
  }

  discharge(definitions: readonly Definition[], at: Placed): Discharged {
    return discharge(definitions, at, this);
  }

  settle(definitions: readonly Definition[], at: Placed, discharged: Discharged | null): Settled {
    return settle(definitions, at, this, discharged);
  }

  settleAtom(given: readonly Definition[], merged: MergedOption, at: Placed): SettledAtom | null {
    return settleAtom(given, merged, at, this);
  }

  settledAlone(definitions: readonly Definition[], value: unknown): Settled | null {
    return settledAlone(definitions, value);
  }

  knownValue(node: OptionNode, definitions: readonly Definition[]): unknown {
    // Who listens wants to hear of each option that is read.
    if (this.scope.run.onRead !== null) return undefined;
    const value = knownAtom(node, definitions, this);
    if (value !== undefined) this.scope.run.counters.valuesTaken += 1;
    return value;
  }

  optionCell(node: OptionNode, definitions: readonly Definition[]): OptionValueCell {
    return new OptionValueCell(this, node, definitions);
  }

  context(path: Path): Context {
    return new Context(this, { path }, false);
  }

  member(path: Path, type: AnyOptionType, definitions: readonly Definition[], isSensitive = false): Member {
    const cell = this.memberCell(path, type, definitions, isSensitive);
    const { memory, current } = this.scope.run;
    return memory === null || current === null ? cell : memory.reuse(current, path, cell);
  }

  rootMember(type: AnyOptionType, definitions: readonly Definition[]): MemberCell {
    return this.memberCell(this.prefix, type, definitions, false);
  }

  protected memberCell(
    path: Path,
    type: AnyOptionType,
    definitions: readonly Definition[],
    isSensitive: boolean,
  ): MemberCell {
    return new MemberCell(this, path, type, definitions, isSensitive);
  }

  condition(condition: unknown, args: ModuleArgs, at: Placed, around: Origin, depth: number): ConditionCell {
    return new ConditionThunk(this, condition, args, at, around, depth);
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
    return this.#freeform?.redefine(before) !== false;
  }

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
    return this.#finder().graph(this.structure());
  }
}
