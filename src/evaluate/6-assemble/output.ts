// Room 6: the result as plain data, every independent problem collected on the way.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { Path } from "../../kernel/path.ts";
import { compareNames } from "../../kernel/path.ts";
import { type RecordSource, recordSource } from "../../kernel/record.ts";
import { isStackOverflow } from "../../kernel/stack-overflow.ts";
import type { Finding } from "../../model/option.ts";
import { jsonFormOf, type Refusal, type Standing } from "./json-form.ts";
import type { Attempt, Problems } from "./problems.ts";

/** How values are printed. */
export interface PrintRequest {
  /** A value without JSON form is an error, because somebody asked for just this value; else it is left out. */
  readonly isStrict: boolean;
  /** Takes what options say about the configuration as a whole; null: they are not asked. */
  readonly report: ((finding: Finding, path: Path) => void) | null;
  /** Also compute what is not printed, for what may be wrong in it. */
  readonly checksAll: boolean;
}

/** Stands for a value that is left out: it failed, or has no JSON form. */
const leftOut = Symbol("left out");

/** Turns values into plain data. */
export class Printer {
  readonly problems: Problems;
  readonly omitted: { readonly path: Path; readonly kind: string }[] = [];
  readonly #above = new Set<object>();
  readonly #remains = new Set<unknown>();
  readonly #request: PrintRequest;
  /** Whether what is walked is only looked at: nothing of it is printed. */
  #isLooking = false;

  constructor(problems: Problems, request: PrintRequest) {
    this.problems = problems;
    this.#request = request;
  }

  /** A value as plain data; undefined if it was left out, or could not be computed. */
  print(path: Path, compute: () => unknown): unknown {
    try {
      const found = this.problems.attempt(path, compute);
      const printed = found.succeeded ? this.#data(found.value, path, "option") : this.#failed(found, path);
      return printed === leftOut ? undefined : printed;
    } catch (error) {
      // Data nested too deeply to be walked is too deep to be printed.
      if (!isStackOverflow(error)) throw error;
      this.problems.add([diagnostic("stack-overflow", { path }, {})]);
      return undefined;
    }
  }

  #data(value: unknown, path: Path, standing: Standing): unknown {
    const form = this.problems.attempt(path, () => jsonFormOf(value, standing));
    if (!form.succeeded) return leftOut;
    switch (form.value.kind) {
      case "atom":
        return value;
      case "members":
        return this.#members(form.value.members, path);
      case "left-out":
        return this.#omit(path, form.value.what);
      case "refused":
        return this.#refuse(path, form.value.refusal);
    }
  }

  #members(members: object, path: Path): unknown {
    if (this.#above.has(members)) return this.#report(diagnostic("cyclic-value", { path }, {}));
    this.#above.add(members);
    const printed = Array.isArray(members) ? this.#list(members, path) : this.#set(members, path);
    this.#above.delete(members);
    return printed;
  }

  // A list of which one element is left out would be another list.
  #list(list: readonly unknown[], path: Path): unknown {
    const places = this.problems.attempt(path, () => Array.from({ length: list.length }, (_, at) => at in list));
    if (!places.succeeded) return leftOut;
    const hole = places.value.indexOf(false);
    if (hole !== -1) return this.#refuse([...path, String(hole)], { kind: "a hole in a list", what: "hole" });
    const items = places.value.map((_, at) => this.#element(list, at, [...path, String(at)]));
    return items.includes(leftOut) ? leftOut : items;
  }

  #element(list: readonly unknown[], at: number, path: Path): unknown {
    const found = this.problems.attempt(path, () => list[at]);
    return found.succeeded ? this.#data(found.value, path, "element") : this.#failed(found, path);
  }

  #set(set: object, path: Path): unknown {
    const source = this.problems.attempt(path, () => recordSource(set) ?? plainSource(set));
    const names = source.succeeded ? this.problems.attempt(path, () => source.value.keys()) : source;
    if (!source.succeeded || !names.succeeded) return leftOut;
    const data: object = Object.create(null);
    for (const name of names.value) {
      const value = this.#member(source.value, name, [...path, name]);
      if (value === leftOut) continue;
      Object.defineProperty(data, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return data;
  }

  #member(source: RecordSource, name: string, path: Path): unknown {
    this.#askForFindings(source, name, path);
    const found = this.problems.attempt(path, () => (this.#isAsked(source, name) ? { value: source.get(name) } : null));
    if (!found.succeeded) return this.#failed(found, path);
    // An absent key that somebody wrote as `undefined`.
    if (found.value === null || found.value.value === undefined) return leftOut;
    return this.#data(found.value.value, path, source.isPrinted === undefined ? "member" : "option");
  }

  #isAsked(source: RecordSource, name: string): boolean {
    if (source.isPrinted === undefined || source.isPrinted(name)) return true;
    return this.#request.checksAll && (source.isChecked === undefined || source.isChecked(name));
  }

  // What came out right of a value that failed is not printed; but what else is wrong in it is found.
  #failed(found: Attempt<unknown>, path: Path): symbol {
    const partial = found.succeeded ? null : found.partial;
    if (partial === null || this.#remains.has(partial.value)) return leftOut;
    this.#remains.add(partial.value);
    const before = this.#isLooking;
    this.#isLooking = true;
    this.#data(partial.value, path, "option");
    this.#isLooking = before;
    return leftOut;
  }

  #askForFindings(source: RecordSource, name: string, path: Path): void {
    const { report } = this.#request;
    if (report === null || source.findings === undefined || this.#isLooking) return;
    const found = this.problems.attempt(path, () => source.findings?.(name, this.#request.checksAll) ?? []);
    for (const finding of found.succeeded ? found.value : []) report(finding, path);
  }

  #refuse(path: Path, refusal: Refusal): symbol {
    return this.#report(diagnostic("no-json-form", { path }, refusal));
  }

  #omit(path: Path, kind: string): symbol {
    if (this.#request.isStrict) return this.#refuse(path, { kind });
    if (!this.#isLooking) this.omitted.push({ path, kind });
    return leftOut;
  }

  // Of what is only looked at, the path may be another one, by way of which somebody reads it.
  #report(problem: Diagnostic): symbol {
    if (!this.#isLooking) this.problems.add([problem]);
    return leftOut;
  }
}

function plainSource(value: object): RecordSource {
  const set = value as Readonly<Record<string, unknown>>; // Any plain object is read by its names.
  return {
    keys: () => Object.keys(set).sort(compareNames),
    has: (name) => Object.hasOwn(set, name),
    get: (name) => set[name],
    peek: () => null,
  };
}
