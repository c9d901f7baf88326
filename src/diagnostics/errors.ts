// The one error class: carries diagnostics up the stack.
import { addAll } from "../kernel/add-all.ts";
import { knownOrigin, type Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import { pathsOfRead } from "../kernel/read-paths.ts";
import { findRead, resolveOrigin } from "../kernel/trail.ts";
import type { Diagnostic, Place } from "./diagnostic.ts";
import { renderText } from "./render-text.ts";

const brand: unique symbol = Symbol.for("confix.error");
const left: unique symbol = Symbol.for("confix.remains");

/**
 * What Confix throws: one or more diagnostics, worded in `message`. Errors of other copies of Confix are recognised by
 * `isConfixError`, not by `instanceof`. When user code threw, `cause` is what it threw.
 */
export class ConfixError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], cause?: unknown) {
    super(
      // While values are computed, nobody waits for better places.
      diagnostics.map((each) => renderText(withKnownPlaces(each))).join("\n\n"),
      cause === undefined ? {} : { cause },
    );
    this.diagnostics = diagnostics;
    // Not enumerable, so that no listing of the error shows it.
    Object.defineProperty(this, brand, { value: true });
  }

  override get name(): string {
    return "ConfixError";
  }
}

function withKnownPlaces(diagnostic: Diagnostic): Diagnostic {
  const { origin, related } = diagnostic;
  return {
    ...diagnostic,
    origin: origin === null ? null : knownOrigin(origin),
    related: related.map((each) => ({ ...each, origin: knownOrigin(each.origin) })),
  };
}

/** Whether a thrown value is Confix's own error, of this or another installed copy. */
export function isConfixError(error: unknown): error is ConfixError {
  return typeof error === "object" && error !== null && brand in error;
}

/**
 * What is left of a value that failed, for those who look for everything that is wrong: what came out right of it, or how
 * to find what would be without the definitions that failed. That adds to `problems` what else is wrong for sure.
 */
export type Remains = { readonly value: unknown } | { readonly withoutFailed: (problems: Diagnostic[]) => unknown };

/** The error with what is left of the value that failed. Nobody else may take it for the value. */
export function withRemains(error: ConfixError, remains: Remains): ConfixError {
  const failed = new ConfixError(error.diagnostics, error.cause);
  return Object.defineProperty(failed, left, { value: remains });
}

/** What is left of the value that failed; null: nobody said. */
export function remainsOf(error: ConfixError): Remains | null {
  // The cast: any object may be asked, only errors from above answer.
  return (error as { readonly [left]?: Remains })[left] ?? null;
}

/** The error for who only reads the value that failed: what is left of that is nothing of the reader's. */
export function withoutRemains(error: ConfixError): ConfixError {
  return left in error ? new ConfixError(error.diagnostics, error.cause) : error;
}

/** What `code` returns, or null if it failed with diagnostics, which are added to `problems`. Other errors go through. */
export function attempt<T>(code: () => T, problems: Diagnostic[] = []): { readonly value: T } | null {
  try {
    return { value: code() };
  } catch (error) {
    if (!isConfixError(error)) throw error;
    addAll(problems, error.diagnostics);
    return null;
  }
}

/** Throws one diagnostic. */
export function fail(diagnostic: Diagnostic, cause?: unknown): never {
  throw new ConfixError([diagnostic], cause);
}

/**
 * The error with `place` for those of its diagnostics that have none: what a function of Confix refuses is found out of
 * place, and gets it where the code that called the function is known. The same error if none needs one.
 */
export function withPlace(error: ConfixError, { path, origin }: Place): ConfixError {
  if (error.diagnostics.every(isPlaced)) return error;
  const placed = error.diagnostics.map((each) => {
    if (isPlaced(each)) return each;
    const at = origin === undefined ? null : (placeOfRead(each, path ?? [], origin) ?? resolveOrigin(origin));
    return Object.freeze({ ...each, path: each.path ?? path ?? null, ...(at !== null && { origin: at }) });
  });
  return withDiagnostics(error, placed);
}

// Of a name that nobody declares, or gives, the read itself.
function placeOfRead({ code, path, data }: Diagnostic, reader: Path, origin: Origin): Origin | null {
  const { name } = data;
  if (code === "missing-argument" && typeof name === "string") return findRead(origin, [[name]], "argument");
  if (code !== "unknown-name" || path === null || typeof name !== "string") return null;
  return findRead(origin, pathsOfRead(reader, [...path, name]));
}

/** The error with `path` for those of its diagnostics that name no option: the one in which a module was needed. */
export function withPath(error: ConfixError, path: Path): ConfixError {
  if (path.length === 0 || error.diagnostics.every((each) => each.path !== null)) return error;
  const placed = error.diagnostics.map((each) => (each.path === null ? Object.freeze({ ...each, path }) : each));
  return withDiagnostics(error, placed);
}

/** The same error with these diagnostics in place of its own. */
export function withDiagnostics(error: ConfixError, diagnostics: readonly Diagnostic[]): ConfixError {
  const made = new ConfixError(diagnostics, error.cause);
  const remains = remainsOf(error);
  return remains === null ? made : withRemains(made, remains);
}

// A name that is read is known by its path, but the place to change is where it is read.
function isPlaced({ code, path, origin }: Diagnostic): boolean {
  return origin !== null || (path !== null && code !== "unknown-name");
}
