// The printed result of an evaluation that is updated: of the next one only what a change reached is printed again.
import type { Memory } from "../kernel/memory.ts";
import { type Path, showPath } from "../kernel/path.ts";
import type { AnyThunk } from "../kernel/any-thunk.ts";
import type { OutputRequest } from "../model/evaluation.ts";
import type { Fixpoint } from "./evaluate.ts";
import { Level } from "./6-assemble/level.ts";
import { Printer } from "./6-assemble/output.ts";
import { Problems } from "./6-assemble/problems.ts";

type Data = Readonly<Record<string, unknown>>;

/** Where an option stands: in a level, at a name. */
interface Spot {
  readonly path: Path;
  readonly level: Level;
  readonly name: string;
}

type Printed = ReturnType<ReturnType<Fixpoint["result"]>["output"]>;

/** What was printed last, as long as nothing was wrong with it. */
export class LastOutput {
  readonly #fixpoint: Fixpoint;
  readonly #memory: Memory;
  #value: Data | null = null;

  constructor(fixpoint: Fixpoint, memory: Memory) {
    this.#fixpoint = fixpoint;
    this.#memory = memory;
  }

  /**
   * The output now. `print` prints everything; it is called unless what was printed last can be patched. What did not
   * change is the same object as before.
   */
  next(request: OutputRequest, print: () => Printed): Printed {
    // A value that fails, or is left out, has no place in what was printed; then everything is looked at.
    const patched = isWhole(request) ? this.#patched() : null;
    if (patched !== null) {
      this.#value = patched;
      return { value: patched, diagnostics: [], omitted: [], warnings: [] };
    }
    const output = print();
    if (isWhole(request)) {
      const isClean = [output.diagnostics, output.omitted, output.warnings].every(({ length }) => length === 0);
      this.#value = isClean ? (output.value as Data) : null; // The cast: a configuration is a set.
      // What printing has computed is in what was printed.
      this.#memory.takeMarked();
    }
    return output;
  }

  #patched(): Data | null {
    const marked = this.#memory.takeMarked();
    const value = this.#value;
    this.#value = null;
    if (value === null || this.#fixpoint.result().undeclared().length > 0) return null;
    const spots = this.#spotsOf(marked);
    if (spots === null) return null;
    const patch = new Patch(value);
    for (const { path, level, name } of spots) {
      const printed = this.#print(path, level, name);
      if (printed === undefined || !patch.set(path, printed)) return null;
    }
    return patch.value;
  }

  // The options that thunks belong to; null: something else is changed as well.
  #spotsOf(marked: readonly AnyThunk[]): readonly Spot[] | null {
    const spots = new Map<string, Spot>();
    for (const thunk of marked) {
      const label = thunk.label();
      // The conditions, arguments and definitions that were computed on the way are in no result.
      if (label?.kind !== "option") continue;
      const spot = this.#spotOf(label.path.slice(this.#fixpoint.prefix.length));
      if (spot === null || !spot.level.isOrdinary(spot.name)) return null;
      spots.set(showPath(spot.path), spot);
    }
    return [...spots.values()];
  }

  #spotOf(path: Path): Spot | null {
    let level = this.#fixpoint.root;
    for (const [at, name] of path.entries()) {
      const child = level.child(name);
      if (child === null) return null;
      if (!(child instanceof Level)) return { path: path.slice(0, at + 1), level, name };
      level = child;
    }
    return null;
  }

  #print(path: Path, level: Level, name: string): unknown {
    const problems = new Problems();
    const printer = new Printer(problems, { isStrict: false, report: null, checksAll: false });
    const printed = printer.print([...this.#fixpoint.prefix, ...path], () => level.get(name));
    return problems.all.length > 0 || printer.omitted.length > 0 ? undefined : printed;
  }
}

function isWhole({ at, checksAll = false }: OutputRequest): boolean {
  return at === undefined && !checksAll;
}

/** Printed data in which some values are changed. What is not on the way to these is the same object. */
class Patch {
  readonly value: Data;
  readonly #copies = new Set<unknown>();

  constructor(value: Data) {
    this.value = this.#copy(value);
  }

  /** Changes the value at a path. False: there was none, so that it is not known where among the others it belongs. */
  set(path: Path, value: unknown): boolean {
    let set = this.value as Record<string, unknown>; // The cast: a copy that nobody else has.
    for (const [at, name] of path.entries()) {
      if (!Object.hasOwn(set, name)) return false;
      // It is there, so this changes it, whatever its name.
      if (at + 1 === path.length) Object.defineProperty(set, name, { value });
      else {
        const inner = this.#copy(set[name] as Data); // The cast: on the way there are sets of options.
        Object.defineProperty(set, name, { value: inner });
        set = inner;
      }
    }
    return true;
  }

  #copy(data: Data): Record<string, unknown> {
    if (this.#copies.has(data)) return data;
    const copy: Record<string, unknown> = { ...data };
    this.#copies.add(copy);
    return copy;
  }
}
