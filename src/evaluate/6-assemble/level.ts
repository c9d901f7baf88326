// Room 6: one level of an evaluation's tree of options, with the definitions that reach it; the source of `config`.
import { isConfixError, withRemains } from "../../diagnostics/errors.ts";
import { maskValues } from "../../diagnostics/mask.ts";
import type { Suggester } from "../../diagnostics/suggest.ts";
import { Once } from "../../kernel/once.ts";
import { type Path, sortNames } from "../../kernel/path.ts";
import { probeNames } from "../../kernel/probe-names.ts";
import { makeRecord, type RecordSource } from "../../kernel/record.ts";
import type { Definition } from "../../model/definition.ts";
import type { Finding } from "../../model/option.ts";
import type { Machine, MergedOption, OptionCell, OptionSetNode, OptionTreeNode } from "../../model/machine.ts";
import { placedFindings } from "./findings.ts";
import type { FreeformValues } from "./freeform-values.ts";
import { holdsSecrets, restOfPushed } from "./pushed-rest.ts";
import { namesToRead, unknownName } from "./unknown-name.ts";

/** What stands at a name: a further level, or an option. */
export type LevelChild = Level | OptionCell;

/** Who has definitions, by name. */
export interface DefinitionSource {
  definitionsOf(name: string): readonly Definition[];
}

/** What is known of a level. */
export interface KnownLevel {
  readonly declared: ReadonlyMap<string, OptionTreeNode> | null;
  readonly pushed: ReadonlyMap<string, readonly Definition[]> | null;
  readonly made: ReadonlyMap<string, LevelChild>;
}

const none: readonly never[] = [];

/** A set of options of one evaluation. Everything in it is found when it is asked for. */
export class Level implements RecordSource, DefinitionSource {
  readonly node: OptionSetNode;
  readonly #machine: Machine;
  readonly #freeform: FreeformValues;
  readonly #source: DefinitionSource;
  readonly #name: string;
  readonly #made = new Map<string, LevelChild>();
  // What is found by a `Once` is all that is kept of it: there are as many levels as submodules, and more.
  #declared: ReadonlyMap<string, OptionTreeNode> | Once<ReadonlyMap<string, OptionTreeNode>> | null = null;
  #pushed: ReadonlyMap<string, readonly Definition[]> | Once<ReadonlyMap<string, readonly Definition[]>> | null = null;
  #record: object | null = null;
  #names: readonly string[] | null = null;
  #namesToRead: Suggester | null = null;

  /** `source` is asked for its definitions of `name` only when a value below is needed. */
  constructor(machine: Machine, node: OptionSetNode, source: DefinitionSource, name: string, freeform: FreeformValues) {
    this.node = node;
    this.#machine = machine;
    this.#source = source;
    this.#name = name;
    this.#freeform = freeform;
  }

  #once<T>(find: () => T): Once<T> {
    return new Once(this.#machine.scope, find, () => this.#machine.refuseCircularNames(this.node.path));
  }

  /** The object through which user code reads this level. */
  get record(): object {
    this.#record ??= makeRecord(this);
    return this.#record;
  }

  /** Takes the object that stood for this level before anybody knew of it. */
  adopt(record: object): void {
    this.#record ??= record;
  }

  /** The path with the evaluation's prefix. */
  get path(): Path {
    return [...this.#machine.prefix, ...this.node.path];
  }

  /** The names that modules declare. */
  declared(): ReadonlyMap<string, OptionTreeNode> {
    const declared = this.#declared;
    return declared === null || declared instanceof Once ? this.#findDeclared() : declared;
  }

  #findDeclared(): ReadonlyMap<string, OptionTreeNode> {
    if (this.node.children !== null) return (this.#declared = this.node.children);
    const declared = (this.#declared ??= this.#once(() => this.#machine.expand(this.node)));
    return declared instanceof Once ? (this.#declared = declared.get()) : declared;
  }

  /** The names that modules declare, sorted. */
  declaredNames(): readonly string[] {
    const declared = this.declared();
    // Of those that evaluations share, the names are sorted once.
    if (declared === this.node.children) return (this.node.names ??= sortNames(declared.keys()));
    return (this.#names ??= sortNames(declared.keys()));
  }

  /** The definitions that reach this level, by name. */
  pushed(): ReadonlyMap<string, readonly Definition[]> {
    const pushed = this.#pushed;
    return pushed === null || pushed instanceof Once ? this.#findPushed() : pushed;
  }

  #findPushed(): ReadonlyMap<string, readonly Definition[]> {
    const pushed = (this.#pushed ??= this.#once(() => this.#push()));
    return pushed instanceof Once ? (this.#pushed = pushed.get()) : pushed;
  }

  #push(): ReadonlyMap<string, readonly Definition[]> {
    try {
      return this.#machine.push(this.#source.definitionsOf(this.#name), this.path);
    } catch (error) {
      // What was given in the place of a set may be what was meant for a secret in it.
      throw isConfixError(error) && holdsSecrets(this.node, this.#machine) ? maskValues(error, this.path) : error;
    }
  }

  /** What is known by now of the names and the definitions here, for who changes them; null: nothing. */
  known(): KnownLevel {
    return {
      declared: this.#declared instanceof Once ? null : this.#declared,
      pushed: this.#pushed instanceof Once ? null : this.#pushed,
      made: this.#made,
    };
  }

  /** What stands at a name, or null if nobody declares it. */
  child(name: string): LevelChild | null {
    const made = this.#made.get(name);
    if (made !== undefined) return made;
    const node = this.declared().get(name);
    if (node === undefined) return null;
    return this.#make(name, node, node.kind === "option" ? this.definitionsOf(name) : none);
  }

  // `given`: the definitions, if it is an option.
  #make(name: string, node: OptionTreeNode, given: readonly Definition[]): LevelChild {
    const child =
      node.kind === "set"
        ? new Level(this.#machine, node, this, name, this.#freeform)
        : this.#machine.optionCell(node, given);
    this.#made.set(name, child);
    return child;
  }

  /** The set of options at a name that was declared as one. */
  childLevel(name: string): Level {
    return this.child(name) as Level; // The cast: the caller knows what is declared there.
  }

  /** The option at a name that was declared as one. */
  childOption(name: string): OptionCell {
    return this.child(name) as OptionCell; // The cast: the caller knows what is declared there.
  }

  definitionsOf(name: string): readonly Definition[] {
    try {
      return this.pushed().get(name) ?? none;
    } catch (error) {
      const rest = isConfixError(error) ? restOfPushed(error) : null;
      if (!isConfixError(error) || rest === null) throw error;
      throw withRemains(error, { withoutFailed: () => this.#with(rest).record });
    }
  }

  // The same level with the definitions that could be moved here.
  #with(rest: ReadonlyMap<string, readonly Definition[]>): Level {
    const level = new Level(this.#machine, this.node, this.#source, this.#name, this.#freeform);
    level.#pushed = rest;
    return level;
  }

  keys(): readonly string[] {
    const open = this.#machine.isCollecting() ? [] : this.#freeform.names(this.node.path);
    return open.length === 0 ? this.declaredNames() : sortNames(new Set([...this.declaredNames(), ...open]));
  }

  has(name: string): boolean {
    if (this.declared().has(name)) return true;
    return !this.#machine.isCollecting() && this.#freeform.has(this.node.path, name);
  }

  get(name: string): unknown {
    // Before the definitions are asked for, which may be just what is being collected.
    if (this.#machine.isCollecting()) {
      if (this.#declared instanceof Once && this.#declared.isFinding) return this.#machine.probe([...this.path, name]);
      this.#refuseOption(name);
    }
    let child = this.#made.get(name);
    if (child === undefined) {
      const node = this.declared().get(name);
      if (node === undefined) return this.#undeclared(name);
      const given = node.kind === "option" ? this.definitionsOf(name) : none;
      const known = node.kind === "option" ? this.#machine.knownValue(node, given) : undefined;
      if (known !== undefined) return known;
      child = this.#make(name, node, given);
    }
    return child instanceof Level ? child.record : child.force();
  }

  // All in one, as `get`: whoever prints asks this of each option, and each name is to be looked up once.
  ordinary(name: string): unknown {
    if (this.#machine.isCollecting()) return undefined;
    let child = this.#made.get(name);
    if (child === undefined) {
      const node = this.declared().get(name);
      if (node?.kind !== "option") return undefined;
      const given = this.definitionsOf(name);
      const known = this.#machine.knownValue(node, given);
      if (known !== undefined) return node.merged?.isOrdinary === true ? known : undefined;
      child = this.#make(name, node, given);
    }
    return !(child instanceof Level) && child.merged().isOrdinary ? child.force() : undefined;
  }

  // The value of an option that needs no cell, if nothing has made one.
  #known(name: string): unknown {
    if (this.#made.has(name)) return undefined;
    const node = this.declared().get(name);
    return node?.kind === "option" ? this.#machine.knownValue(node, this.definitionsOf(name)) : undefined;
  }

  // What the declarations at a name agree on, as far as somebody asked.
  #agreed(name: string): MergedOption | null {
    const node = this.declared().get(name);
    return node?.kind === "option" ? node.merged : null;
  }

  peek(name: string): { readonly value: unknown } | null {
    const made = this.#made.get(name);
    if (made === undefined) {
      const known = this.#agreed(name) === null ? undefined : this.#known(name);
      return known === undefined ? null : { value: known };
    }
    return made instanceof Level ? { value: made.record } : made.peek();
  }

  // While names are being collected, those of freeform values are not asked for.
  isComplete(): boolean {
    return !this.#machine.isCollecting();
  }

  isOrdinary(name: string): boolean {
    const child = this.child(name);
    if (child === null) return true;
    if (child instanceof Level) return child.hasPrinted();
    return child.merged().isOrdinary;
  }

  isPrinted(name: string): boolean {
    if (this.#agreed(name)?.isOrdinary === true) return true;
    const child = this.child(name);
    if (child === null) return true;
    if (child instanceof Level) return child.hasPrinted();
    const { internal, obsolete } = child.merged().attributes;
    return internal !== true && obsolete !== true;
  }

  // What is internal may well have no value, as long as nobody reads it; if it has findings, these read as much of it as
  // there is to check: of an assertion that holds no message. Names made by renames stand for others.
  isChecked(name: string): boolean {
    const child = this.child(name);
    if (child === null || child instanceof Level) return true;
    const { internal, obsolete, findings } = child.merged().attributes;
    if (internal !== true) return obsolete !== true;
    return obsolete !== true && findings === undefined && child.given().length > 0;
  }

  findings(name: string, isWalked: boolean): readonly Finding[] {
    const child = this.child(name);
    if (child === null) return [];
    if (!(child instanceof Level)) return placedFindings(child, this.#machine);
    return isWalked ? [] : child.#findingsOfHidden();
  }

  #refuseOption(name: string): void {
    if (this.declared().get(name)?.kind === "option") this.#machine.refuseEarlyRead([...this.path, name]);
  }

  // Nobody walks a set that is not printed, so what its options have to say is said for the set.
  #findingsOfHidden(): readonly Finding[] {
    return this.hasPrinted() ? [] : this.keys().flatMap((name) => this.findings(name, false));
  }

  // A set that holds nothing but hidden options is hidden; one declared without any option is not.
  private hasPrinted(): boolean {
    const names = this.keys();
    return names.length === 0 || names.some((name) => this.isPrinted(name));
  }

  #undeclared(name: string): unknown {
    // Not even a freeform type is asked about these, unless something defines one.
    if (probeNames.has(name) && (this.#machine.isCollecting() || !this.pushed().has(name))) return undefined;
    this.#machine.refuseEarlyRead([...this.path, name]);
    const found = this.#freeform.read(this.node.path, name);
    if (found !== null) return found.value;
    return unknownName(this.path, name, (this.#namesToRead ??= namesToRead(this.declaredNames())));
  }
}
