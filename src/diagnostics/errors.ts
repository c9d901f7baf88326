// The one error class: carries diagnostics up the stack.
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import { pathsOfRead } from "../kernel/read-paths.ts";
import { findRead, resolveOrigin } from "../kernel/trail.ts";
import type { Diagnostic, Place } from "./diagnostic.ts";
import { renderText } from "./render-text.ts";

const brand: unique symbol = Symbol.for("confix.error");
const partial: unique symbol = Symbol.for("confix.partial-value");

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

/**
 * The error with what came out right of the value that failed: whoever looks for everything that is wrong goes on there.
 * Nobody else may take it for the value.
 */
export function withPartial(error: ConfixError, value: unknown): ConfixError {
  const failed = new ConfixError(error.diagnostics, error.cause);
  return Object.defineProperty(failed, partial, { value });
}

/** What came out right of the value that failed; null: nobody said. */
export function partialOf(error: ConfixError): { readonly value: unknown } | null {
  // The cast: any object may be asked, only errors from above answer.
  return partial in error ? { value: (error as { readonly [partial]?: unknown })[partial] } : null;
}

/** What `code` returns, or null if it failed with diagnostics, which are added to `problems`. Other errors go through. */
export function attempt<T>(code: () => T, problems: Diagnostic[] = []): { readonly value: T } | null {
  try {
    return { value: code() };
  } catch (error) {
    if (!isConfixError(error)) throw error;
    problems.push(...error.diagnostics);
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
  return changed(error, placed);
}

// Of a name that nobody declares, the read itself.
function placeOfRead({ code, path, data }: Diagnostic, reader: Path, origin: Origin): Origin | null {
  const { name } = data;
  if (code !== "unknown-name" || path === null || typeof name !== "string") return null;
  return findRead(origin, pathsOfRead(reader, [...path, name]));
}

/** The error with `path` for those of its diagnostics that name no option: the one in which a module was needed. */
export function withPath(error: ConfixError, path: Path): ConfixError {
  if (path.length === 0 || error.diagnostics.every((each) => each.path !== null)) return error;
  const placed = error.diagnostics.map((each) => (each.path === null ? Object.freeze({ ...each, path }) : each));
  return changed(error, placed);
}

function changed(error: ConfixError, diagnostics: readonly Diagnostic[]): ConfixError {
  const made = new ConfixError(diagnostics, error.cause);
  const rest = partialOf(error);
  return rest === null ? made : withPartial(made, rest.value);
}

// A name that is read is known by its path, but the place to change is where it is read.
function isPlaced({ code, path, origin }: Diagnostic): boolean {
  return origin !== null || (path !== null && code !== "unknown-name");
}
