// The argument `config`, also while modules are being collected and nobody knows yet which options there are.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { ConfixError } from "../../diagnostics/errors.ts";
import { Once } from "../../kernel/once.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { probeNames } from "../../kernel/probe-names.ts";
import { makeRecord, recordSource, type RecordSource } from "../../kernel/record.ts";
import type { Scope } from "../../kernel/scope.ts";
import type { Finding } from "../../model/option.ts";
import { Level } from "./level.ts";

/** Code of a module that reads `config` while modules are being collected. */
interface Reader {
  readonly module: string;
  readonly origin: Origin;
  /** The path that it read last. */
  lastView: Path | null;
}

/** Who runs such code. */
interface Code {
  /** The code that asks right now; null: the evaluator does, or the computation of a value. */
  reader(): Reader | null;
  earlyRead(path: Path, kind: "option", reader: Reader): Diagnostic;
  refuseEarlyView(path: Path, reader: Reader | null): never;
  failByNames(path: Path): never;
}

/** What a view needs of the evaluation it belongs to. */
export interface ViewedEvaluation {
  readonly scope: Scope;
  readonly code: Code;
  /** Whether modules are being collected right now. */
  readonly isFindingModules: boolean;
  /** The root of the tree of options. Fails while modules are being collected. */
  readonly root: Level;
}

// Attributes of a module that must be known before there are options.
const structuralAttributes = ["imports", "require", "disabledModules", "key", "_file", "_class"];

/**
 * `config` as modules get it. The body of a function module may take sets of options out of it, `const web =
 * config.services.web`, and read them later. While modules are collected every name is taken for such a set: an object
 * stands for it that refuses whatever would need to know more. When all options are known, `check` fails if one of the
 * names was an option after all; no value has been computed before, so none can hold such an object. From then on it is
 * the set itself.
 */
export class ConfigView {
  readonly #evaluation: ViewedEvaluation;
  #root: SetView | null = null;
  readonly #handedOut: SetView[] = [];
  #checked: Once<void> | null = null;

  constructor(evaluation: ViewedEvaluation) {
    this.#evaluation = evaluation;
  }

  /** The object that modules get. */
  get record(): object {
    this.#root ??= new SetView(this.#evaluation, [], this.#handedOut);
    return this.#root.record;
  }

  /** Forgets what an attempt to collect modules has handed out, before the next. */
  reset(): void {
    this.#handedOut.length = 0;
    this.#root?.reset();
  }

  /** Passes the result of a function module on; fails if what decides which modules there are was read from `config`. */
  passModule<T>(result: T): T {
    if (this.#handedOut.length === 0 || !this.#evaluation.isFindingModules || !isPlainObject(result)) return result;
    for (const attribute of structuralAttributes) {
      const value: unknown = Object.getOwnPropertyDescriptor(result, attribute)?.value;
      const source = typeof value === "object" && value !== null ? recordSource(value) : null;
      if (source instanceof SetView) source.refuse();
    }
    return result;
  }

  /** Fails if an option was read while modules were being collected, each time with the same error. */
  check(): void {
    if (this.#handedOut.length === 0) return;
    this.#checked ??= new Once(
      this.#evaluation.scope,
      () => this.#check(),
      () => this.#evaluation.code.failByNames([]),
    );
    // Finding out may run functions in `options`, and those may read `config`.
    if (!this.#checked.isFinding) this.#checked.get();
  }

  #check(): void {
    const { code, root } = this.#evaluation;
    const problems = new Map<string, Diagnostic>();
    for (const view of this.#handedOut) {
      const found = find(root, view.path);
      if (found instanceof Level) {
        view.settle(found);
        continue;
      }
      // Where nothing is declared the whole chain of names is told, and not each of its beginnings.
      const readers = found.isOption || !view.hasFurther ? view.readers : [];
      for (const reader of readers) {
        problems.set(JSON.stringify([found.path, reader.module]), code.earlyRead(found.path, "option", reader));
      }
    }
    if (problems.size > 0) throw new ConfixError([...problems.values()]);
  }
}

/** The set of options at a path; if there is none, the path of the option that is there, or else the whole path. */
function find(root: Level, path: Path): Level | { readonly isOption: boolean; readonly path: Path } {
  let level = root;
  for (const [at, name] of path.entries()) {
    const kind = level.declared().get(name)?.kind;
    if (kind === "option") return { isOption: true, path: path.slice(0, at + 1) };
    if (kind === undefined) return { isOption: false, path };
    level = level.childLevel(name);
  }
  return level;
}

// What JavaScript asks an object for when it needs a value of it.
const valueSymbols: ReadonlySet<symbol> = new Set([Symbol.toPrimitive, Symbol.iterator, Symbol.asyncIterator]);

/** A set of options; while modules are collected, one of which nobody knows yet whether it is there. */
class SetView implements RecordSource {
  readonly path: Path;
  readonly record: object;
  readonly #evaluation: ViewedEvaluation;
  readonly #handedOut: SetView[];
  #further: Map<string, SetView> | null = null;
  #readers: Set<Reader> | null = null;
  #level: Level | null = null;

  constructor(evaluation: ViewedEvaluation, path: Path, handedOut: SetView[]) {
    this.#evaluation = evaluation;
    this.path = path;
    this.#handedOut = handedOut;
    this.record = makeRecord(this);
  }

  /** The code that took it out of `config`. */
  get readers(): readonly Reader[] {
    return [...(this.#readers ?? [])];
  }

  /** Whether names below were read of it. */
  get hasFurther(): boolean {
    return this.#further !== null;
  }

  reset(): void {
    this.#further = null;
  }

  /** From now on it is this set, also for who reads it in another way. */
  settle(level: Level): void {
    this.#level = level;
    level.adopt(this.record);
  }

  /** Fails because more is needed of it than its names. */
  refuse(): never {
    const { code } = this.#evaluation;
    return this.path.length === 0 ? code.failByNames([]) : code.refuseEarlyView(this.path, this.#lastReader());
  }

  get(name: string): unknown {
    const level = this.#known();
    if (level !== null) return level.get(name);
    const reader = this.#evaluation.code.reader();
    // Without a reader it is the evaluator that asks, because it was given the set for a module.
    if (reader === null || probeNames.has(name)) return this.refuse();
    this.#further ??= new Map();
    let view = this.#further.get(name);
    if (view === undefined) {
      view = new SetView(this.#evaluation, [...this.path, name], this.#handedOut);
      this.#further.set(name, view);
      this.#handedOut.push(view);
    }
    return view.#read(reader);
  }

  #read(reader: Reader): object {
    this.#readers ??= new Set();
    this.#readers.add(reader);
    reader.lastView = this.path;
    return this.record;
  }

  meet(symbol: symbol): void {
    if (valueSymbols.has(symbol) && this.#known() === null) this.refuse();
  }

  keys(): readonly string[] {
    return (this.#known() ?? this.refuse()).keys();
  }

  has(name: string): boolean {
    return (this.#known() ?? this.refuse()).has(name);
  }

  peek(name: string): { readonly value: unknown } | null {
    return this.#known()?.peek(name) ?? null;
  }

  isComplete(): boolean {
    return this.#known()?.isComplete() ?? false;
  }

  isOrdinary(name: string): boolean {
    return this.#known()?.isOrdinary(name) ?? false;
  }

  isPrinted(name: string): boolean {
    return this.#known()?.isPrinted(name) ?? true;
  }

  isChecked(name: string): boolean {
    return this.#known()?.isChecked(name) ?? true;
  }

  findings(name: string, isWalked: boolean): readonly Finding[] {
    return this.#known()?.findings(name, isWalked) ?? [];
  }

  // Null: modules are still being collected. Fails if it was no set.
  #known(): Level | null {
    if (this.#level !== null) return this.#level;
    const evaluation = this.#evaluation;
    if (evaluation.isFindingModules) return null;
    if (this.path.length === 0) return (this.#level = evaluation.root);
    const found = find(evaluation.root, this.path);
    if (!(found instanceof Level)) return evaluation.code.refuseEarlyView(found.path, this.#lastReader());
    // Before everything handed out was looked at, somebody may read of it who is asked for options.
    this.settle(found);
    return found;
  }

  #lastReader(): Reader | null {
    return this.readers.at(-1) ?? null;
  }
}
