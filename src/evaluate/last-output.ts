// The printed result of an evaluation that is updated: of the next one only what a change reached is printed again.
import { attempt } from "../diagnostics/errors.ts";
import { addAll } from "../kernel/add-all.ts";
import type { Memory } from "../kernel/memory.ts";
import type { Path } from "../kernel/path.ts";
import type { AnyThunk } from "../kernel/any-thunk.ts";
import type { OutputRequest } from "../model/evaluation.ts";
import type { OptionCell } from "../model/machine.ts";
import type { Fixpoint } from "./evaluate.ts";
import { Printer } from "./6-assemble/output.ts";
import { Problems } from "./6-assemble/problems.ts";
import type { Printed } from "./6-assemble/result.ts";
import { explained } from "./recorded.ts";

type Data = Readonly<Record<string, unknown>>;

/** What was printed last, as long as nothing was wrong with it. */
export class LastOutput {
  readonly #fixpoint: Fixpoint;
  readonly #memory: Memory;
  #value: Data | null = null;
  /** What options were asked about it: it is not known what they read for the answer, so they are asked each time. */
  #asked: Printer["asked"] = [];

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
      return { value: patched, diagnostics: [], omitted: [], warnings: [], asked: this.#asked };
    }
    const output = print();
    if (isWhole(request)) {
      const isClean = [output.diagnostics, output.omitted, output.warnings].every(({ length }) => length === 0);
      this.#value = isClean ? (output.value as Data) : null; // The cast: a configuration is a set.
      this.#asked = output.asked;
      // What printing has computed is in what was printed.
      this.#memory.takeMarked();
    }
    return output;
  }

  #patched(): Data | null {
    const marked = this.#memory.takeMarked();
    const value = this.#value;
    this.#value = null;
    const undeclared = attempt(() => this.#fixpoint.result().undeclared());
    if (value === null || undeclared === null || undeclared.value.length > 0) return null;
    const options = this.#optionsOf(marked);
    if (options === null) return null;
    const patch = new Patch(value);
    for (const cell of options) {
      const printed = this.#print(cell);
      if (printed === undefined || !patch.set(cell.node.path, printed)) return null;
    }
    return this.#asked.every((ask) => attempt(ask)?.value.length === 0) ? patch.value : null;
  }

  // The options that thunks belong to; null: something else is changed as well.
  #optionsOf(marked: readonly AnyThunk[]): Iterable<OptionCell> | null {
    const { find } = explained(this.#fixpoint);
    const options = new Set<OptionCell>();
    for (const thunk of marked) {
      const label = thunk.label();
      // The conditions, arguments and definitions that were computed on the way are in no result.
      if (label?.kind !== "option") continue;
      const cell = find(label.path.slice(this.#fixpoint.prefix.length))?.cell ?? null;
      if (cell === null || !cell.merged().isOrdinary) return null;
      options.add(cell);
    }
    return options;
  }

  #print(cell: OptionCell): unknown {
    const problems = new Problems();
    // What is found is found again where everything is asked.
    const printer = new Printer(problems, { isStrict: false, report: () => undefined, checksAll: false });
    const printed = printer.print(cell.path, () => cell.force());
    addAll(this.#asked, printer.asked);
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
