// Room 6: the result as plain data, every independent problem collected on the way.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isConfixError } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { Path } from "../../kernel/path.ts";
import { compareNames } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { type RecordSource, recordSource } from "../../kernel/record.ts";
import { isStackOverflow } from "../../kernel/stack-overflow.ts";
import { isDefinedModule } from "../../model/module.ts";
import type { Finding } from "../../model/option.ts";
import { isOptionType } from "../../model/option-type.ts";

/** Collects the diagnostics of errors; each diagnostic once, however many values it keeps from being computed. */
export class Problems {
  readonly #found = new Set<Diagnostic>();

  get all(): readonly Diagnostic[] {
    return [...this.#found];
  }

  add(diagnostics: Iterable<Diagnostic>): void {
    for (const each of diagnostics) this.#found.add(each);
  }

  /** What `code` returns, or null if it failed with diagnostics, which are collected. Other errors go through. */
  attempt<T>(code: () => T): { readonly value: T } | null {
    try {
      return { value: code() };
    } catch (error) {
      if (!isConfixError(error)) throw error;
      this.add(error.diagnostics);
      return null;
    }
  }
}

/** How values are printed. */
export interface PrintRequest {
  /** A value without JSON form is an error, because somebody asked for just this value; else it is left out. */
  readonly isStrict: boolean;
  /** Takes what options say about the configuration as a whole; null: they are not asked. */
  readonly report: ((finding: Finding, path: Path) => void) | null;
}

/** Stands for a value that is left out: it failed, or has no JSON form. */
const leftOut = Symbol("left out");

/** Turns values into plain data. */
export class Printer {
  readonly problems: Problems;
  readonly omitted: { readonly path: Path; readonly kind: string }[] = [];
  readonly #above = new Set<object>();
  readonly #request: PrintRequest;

  constructor(problems: Problems, request: PrintRequest) {
    this.problems = problems;
    this.#request = request;
  }

  /** A value as plain data; undefined if it was left out. */
  print(value: unknown, path: Path): unknown {
    try {
      const printed = this.#data(value, path);
      return printed === leftOut ? undefined : printed;
    } catch (error) {
      // Data nested too deeply to be walked is too deep to be printed.
      if (!isStackOverflow(error)) throw error;
      this.problems.add([diagnostic("stack-overflow", { path }, {})]);
      return undefined;
    }
  }

  #data(value: unknown, path: Path): unknown {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : this.#refuse(path, String(value));
      case "bigint":
        return this.#refuse(path, "a bigint");
      case "undefined":
        return this.#refuse(path, "undefined");
      case "function":
        return this.#omit(path, "a function");
      case "symbol":
        return this.#omit(path, "a symbol");
      case "object":
        return value === null ? null : this.#members(value, path);
    }
  }

  #members(value: object, path: Path): unknown {
    if (isDefinedModule(value)) return this.#omit(path, "a module");
    if (isOptionType(value)) return this.#omit(path, "an option type");
    if (!Array.isArray(value) && !isPlainObject(value)) return this.#omit(path, "an object that is no plain data");
    if (this.#above.has(value)) {
      this.problems.add([diagnostic("cyclic-value", { path }, {})]);
      return leftOut;
    }
    this.#above.add(value);
    const printed = Array.isArray(value) ? this.#list(value, path) : this.#set(value, path);
    this.#above.delete(value);
    return printed;
  }

  #list(value: readonly unknown[], path: Path): unknown {
    const items = value.map((item, at) => this.#data(item, [...path, String(at)]));
    return items.filter((item) => item !== leftOut);
  }

  #set(value: object, path: Path): unknown {
    const source = recordSource(value) ?? plainSource(value);
    const names = this.problems.attempt(() => source.keys());
    if (names === null) return leftOut;
    const data: object = Object.create(null);
    for (const name of names.value) {
      this.#askForFindings(source, name, path);
      const found = this.problems.attempt(() =>
        source.isPrinted === undefined || source.isPrinted(name) ? { value: source.get(name) } : null,
      );
      if (found === null || found.value === null) continue;
      const member = found.value.value;
      // An absent key that somebody wrote as `undefined`.
      if (member === undefined) continue;
      const printed = this.#data(member, [...path, name]);
      if (printed === leftOut) continue;
      Object.defineProperty(data, name, { value: printed, enumerable: true, configurable: true, writable: true });
    }
    return data;
  }

  #askForFindings(source: RecordSource, name: string, path: Path): void {
    const { report } = this.#request;
    if (report === null || source.findings === undefined) return;
    const found = this.problems.attempt(() => source.findings?.(name) ?? []);
    for (const finding of found?.value ?? []) report(finding, [...path, name]);
  }

  #refuse(path: Path, kind: string): symbol {
    this.problems.add([diagnostic("no-json-form", { path }, { kind })]);
    return leftOut;
  }

  #omit(path: Path, kind: string): symbol {
    if (this.#request.isStrict) return this.#refuse(path, kind);
    this.omitted.push({ path, kind });
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
