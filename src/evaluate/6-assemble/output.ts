// Room 6: the result as plain data, every independent problem collected on the way.
import type { DataOf, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { Path } from "../../kernel/path.ts";
import { hasLazyElements } from "../../kernel/lazy-list.ts";
import { sortNames } from "../../kernel/path.ts";
import { type RecordSource, recordSource } from "../../kernel/record.ts";
import { isStackOverflow } from "../../kernel/stack-overflow.ts";
import type { Finding } from "../../model/option.ts";
import { type JsonForm, jsonFormOf, type Refusal, type Standing } from "./json-form.ts";
import type { Attempt, Failure, Problems } from "./problems.ts";

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

const holeMark = Symbol("hole");

/** Turns values into plain data. */
export class Printer {
  readonly problems: Problems;
  readonly omitted: { readonly path: Path; readonly kind: string }[] = [];
  /** The questions that were put to options about the configuration as a whole. What they read is in no printed value. */
  readonly asked: (() => readonly Finding[])[] = [];
  readonly #above = new Set<object>();
  readonly #remains = new Set<unknown>();
  readonly #request: PrintRequest;
  /** Where the value that is being looked at stands. */
  readonly #path: string[] = [];
  /** Whether what is walked is only looked at: nothing of it is printed. */
  #isLooking = false;

  constructor(problems: Problems, request: PrintRequest) {
    this.problems = problems;
    this.#request = request;
  }

  /** A value as plain data; undefined if it was left out, or could not be computed. */
  print(path: Path, compute: () => unknown): unknown {
    this.#path.splice(0, this.#path.length, ...path);
    try {
      const found = this.#attempt(compute);
      const printed = found.succeeded ? this.#data(found.value, "option") : this.#failed(found);
      return printed === leftOut ? undefined : printed;
    } catch (error) {
      // Data nested too deeply to be walked is too deep to be printed.
      if (!isStackOverflow(error)) throw error;
      this.problems.add([diagnostic("stack-overflow", { path }, {})]);
      return undefined;
    }
  }

  #attempt<T>(code: () => T): Attempt<T> {
    return this.problems.attempt(this.#path, code);
  }

  #data(value: unknown, standing: Standing): unknown {
    let form: JsonForm;
    try {
      form = jsonFormOf(value, standing);
    } catch (error) {
      this.problems.failure(this.#path, error);
      return leftOut;
    }
    switch (form.kind) {
      case "atom":
        return value;
      case "members":
        return this.#members(form.members);
      case "left-out":
        return this.#omit(form.what);
      case "refused":
        return this.#refuse(form.refusal);
    }
  }

  #members(members: object): unknown {
    if (this.#above.has(members)) return this.#report("cyclic-value", {});
    this.#above.add(members);
    const printed = Array.isArray(members) ? this.#list(members) : this.#set(members);
    this.#above.delete(members);
    return printed;
  }

  // A list of which one element is left out would be another list.
  #list(list: readonly unknown[]): unknown {
    const atoms = atomsIn(list);
    if (atoms !== null) return atoms;
    const length = this.#attempt(() => list.length);
    if (!length.succeeded) return leftOut;
    const items: unknown[] = [];
    let isWhole = true;
    for (let at = 0; at < length.value; at += 1) {
      this.#path.push(String(at));
      const item = this.#element(list, at);
      this.#path.pop();
      isWhole &&= item !== leftOut;
      items.push(item);
    }
    return isWhole ? items : leftOut;
  }

  #element(list: readonly unknown[], at: number): unknown {
    let value: unknown;
    try {
      value = list[at];
      if (value === undefined && !(at in list)) value = holeMark;
    } catch (error) {
      return this.#failed(this.problems.failure(this.#path, error));
    }
    return value === holeMark ? this.#refuse({ kind: "a hole in a list", what: "hole" }) : this.#data(value, "element");
  }

  #set(set: object): unknown {
    let source: RecordSource;
    let names: readonly string[];
    try {
      source = recordSource(set) ?? plainSource(set);
      names = source.keys();
    } catch (error) {
      this.problems.failure(this.#path, error);
      return leftOut;
    }
    const isOfOptions = source.isPrinted !== undefined;
    const data: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? "";
      this.#path.push(name);
      const value = this.#member(source, name, isOfOptions);
      this.#path.pop();
      if (value === leftOut) continue;
      if (name === "__proto__") setOwn(data, name, value);
      else data[name] = value;
    }
    return data;
  }

  // The value of a name, if it can be computed and is asked for.
  #member(source: RecordSource, name: string, isOfOptions: boolean): unknown {
    let value: unknown;
    try {
      value = isOfOptions ? this.#option(source, name) : source.get(name);
    } catch (error) {
      return this.#failed(this.problems.failure(this.#path, error));
    }
    // What most values are. An absent key is one that somebody wrote as `undefined`.
    if (isPrintedAsIs(value)) return value;
    return value === undefined || value === leftOut ? leftOut : this.#data(value, isOfOptions ? "option" : "member");
  }

  #option(source: RecordSource, name: string): unknown {
    const value = source.ordinary?.(name);
    if (value !== undefined) return value;
    if (source.isOrdinary?.(name) !== true) {
      this.#askForFindings(source, name);
      if (!this.#isAsked(source, name)) return leftOut;
    }
    return source.get(name);
  }

  #isAsked(source: RecordSource, name: string): boolean {
    if (source.isPrinted === undefined || source.isPrinted(name)) return true;
    return this.#request.checksAll && (source.isChecked === undefined || source.isChecked(name));
  }

  // What is left of a value that failed is not printed; but what else is wrong in it is found.
  #failed({ remains }: Failure): symbol {
    if (remains === null) return leftOut;
    if ("value" in remains) this.#lookAt(remains.value);
    else if (!this.#remains.has(remains.withoutFailed)) this.#lookAtOthers(remains.withoutFailed);
    return leftOut;
  }

  #lookAtOthers(withoutFailed: (problems: Diagnostic[]) => unknown): void {
    this.#remains.add(withoutFailed);
    const certain: Diagnostic[] = [];
    this.problems.lookAtPart(() => {
      const found = this.#attempt(() => withoutFailed(certain));
      if (found.succeeded) this.#lookAt(found.value);
      else this.#failed(found);
    });
    // Computed once more, what failed failed once more.
    this.problems.addOthers(certain);
  }

  #lookAt(value: unknown): void {
    if (this.#remains.has(value)) return;
    this.#remains.add(value);
    const before = this.#isLooking;
    this.#isLooking = true;
    this.#data(value, "option");
    this.#isLooking = before;
  }

  #askForFindings(source: RecordSource, name: string): void {
    const { report } = this.#request;
    if (report === null || source.findings === undefined || this.#isLooking) return;
    const ask = (): readonly Finding[] => source.findings?.(name, this.#request.checksAll) ?? [];
    this.asked.push(ask);
    const found = this.#attempt(ask);
    for (const finding of found.succeeded ? found.value : findingsIn(found)) report(finding, [...this.#path]);
  }

  #refuse(refusal: Refusal): symbol {
    return this.#report("no-json-form", refusal);
  }

  #omit(kind: string): symbol {
    if (this.#request.isStrict) return this.#refuse({ kind });
    if (!this.#isLooking) this.omitted.push({ path: [...this.#path], kind });
    return leftOut;
  }

  // Of what is only looked at, the path may be another one, by way of which somebody reads it.
  #report<C extends "no-json-form" | "cyclic-value">(code: C, data: DataOf<C>): symbol {
    if (!this.#isLooking) this.problems.add([diagnostic(code, { path: [...this.#path] }, data)]);
    return leftOut;
  }
}

// A copy of a list that holds nothing but atoms, as most do; null: it does not, or something in it cannot be read.
function atomsIn(list: readonly unknown[]): readonly unknown[] | null {
  try {
    // One of another class might copy itself in a way of its own; and asking a proxy for anything runs code of a user.
    if (hasLazyElements(list) || Object.getPrototypeOf(list) !== Array.prototype) return null;
    const items = list.slice();
    // Not by `every`, which passes by the holes.
    for (let at = 0; at < items.length; at += 1) if (!isPrintedAsIs(items[at])) return null;
    return items;
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    return null;
  }
}

function isPrintedAsIs(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean" || value === null || Number.isFinite(value);
}

// What an option told in spite of what it could not tell.
function findingsIn({ remains }: Failure): readonly Finding[] {
  // The cast: whoever tells findings tells no other value.
  return remains !== null && "value" in remains ? (remains.value as readonly Finding[]) : [];
}

// A name like any other, which to assign would change the prototype.
function setOwn(data: object, name: string, value: unknown): void {
  Object.defineProperty(data, name, { value, writable: true, enumerable: true, configurable: true });
}

function plainSource(value: object): RecordSource {
  const set = value as Readonly<Record<string, unknown>>; // Any plain object is read by its names.
  return {
    keys: () => sortNames(Object.keys(set)),
    has: (name) => Object.hasOwn(set, name),
    get: (name) => set[name],
    peek: () => null,
  };
}
