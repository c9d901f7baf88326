// Keeps values of sensitive options out of errors that leave an evaluation, where a message shows a larger value.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attempt, type ConfixError, isConfixError, withDiagnostics } from "../diagnostics/errors.ts";
import { givesValueTo, maskTexts, showsSet } from "../diagnostics/mask.ts";

// Evaluations that extend others declare what those do, and seldom more that is sensitive.
const mostAsked = 8;

/** The secrets of the evaluations that were begun together. Looks for them only when an error shows a set. */
export class Secrets {
  readonly #asked: (() => readonly string[])[] = [];
  #pattern: RegExp | null | undefined = undefined;
  // What is remembered leaves each time as the same.
  readonly #errors = new WeakMap<ConfixError, ConfixError>();
  readonly #diagnostics = new WeakMap<Diagnostic, Diagnostic>();

  /** Adds an evaluation, by how to find the names of its sensitive options. */
  add(find: () => readonly string[]): void {
    if (this.#asked.length < mostAsked) this.#asked.push(find);
    this.#pattern = undefined;
  }

  /** The error without the values. */
  leaving(error: unknown): unknown {
    if (!isConfixError(error)) return error;
    return once(this.#errors, error, () => {
      const hidden = this.hideIn(error.diagnostics);
      return hidden.every((each, at) => each === error.diagnostics[at]) ? error : withDiagnostics(error, hidden);
    });
  }

  /** The diagnostics without the values; each that shows none is the same. */
  hideIn(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const pattern = diagnostics.some(showsSet) ? this.#find() : null;
    if (pattern === null) return diagnostics;
    return diagnostics.map((each) =>
      once(this.#diagnostics, each, () => maskTexts(each, (text) => pattern.test(text))),
    );
  }

  #find(): RegExp | null {
    if (this.#pattern === undefined) {
      const names = this.#asked.flatMap((find) => attempt(find)?.value ?? []);
      this.#pattern = givesValueTo([...new Set(names)]);
    }
    return this.#pattern;
  }
}

function once<T extends object>(known: WeakMap<T, T>, value: T, make: () => T): T {
  const met = known.get(value);
  if (met !== undefined) return met;
  const made = make();
  known.set(value, made);
  // It may come by again.
  known.set(made, made);
  return made;
}
