// The one error class: carries diagnostics up the stack.
import type { Diagnostic, Place } from "./diagnostic.ts";
import { renderText } from "./render-text.ts";

const brand: unique symbol = Symbol.for("confix.error");

/**
 * What Confix throws: one or more diagnostics, worded in `message`. Errors of other copies of Confix are recognised by
 * `isConfixError`, not by `instanceof`. When user code threw, `cause` is what it threw.
 */
export class ConfixError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], cause?: unknown) {
    super(diagnostics.map((diagnostic) => renderText(diagnostic)).join("\n\n"), cause === undefined ? {} : { cause });
    this.diagnostics = diagnostics;
    // Not enumerable, so that no listing of the error shows it.
    Object.defineProperty(this, brand, { value: true });
  }

  override get name(): string {
    return "ConfixError";
  }
}

/** Whether a thrown value is Confix's own error, of this or another installed copy. */
export function isConfixError(error: unknown): error is ConfixError {
  return typeof error === "object" && error !== null && brand in error;
}

/** Throws one diagnostic. */
export function fail(diagnostic: Diagnostic, cause?: unknown): never {
  throw new ConfixError([diagnostic], cause);
}

/**
 * The error with `place` for those of its diagnostics that name neither an option nor a file: what a function of Confix
 * refuses is found out of place, and gets it where the code that called the function is known. The same error if none is.
 */
export function withPlace(error: ConfixError, { path, origin }: Place): ConfixError {
  if (error.diagnostics.every(isPlaced)) return error;
  const place = { ...(path !== undefined && { path }), ...(origin !== undefined && { origin }) };
  const placed = error.diagnostics.map((each) => (isPlaced(each) ? each : Object.freeze({ ...each, ...place })));
  return new ConfixError(placed, error.cause);
}

function isPlaced({ path, origin }: Diagnostic): boolean {
  return path !== null || origin !== null;
}
