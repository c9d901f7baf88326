// Catches what the evaluator throws, as data that tests compare: code, path, files.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { type ConfixError, isConfixError } from "../../src/diagnostics/errors.ts";
import { showPath } from "../../src/kernel/path.ts";

/** A diagnostic in short: its code, its path as messages write it (null: none), and the files it names. */
export interface Problem {
  readonly code: string;
  readonly path: string | null;
  readonly files: readonly string[];
}

/** The error that `code` throws, which must be one of Confix. */
export function errorOf(code: () => unknown): ConfixError {
  try {
    code();
  } catch (error) {
    if (isConfixError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** The diagnostics of the error that `code` throws. */
export function diagnosticsOf(code: () => unknown): readonly Diagnostic[] {
  return errorOf(code).diagnostics;
}

/** The one diagnostic of the error that `code` throws. */
export function diagnosticOf(code: () => unknown): Diagnostic {
  const [first, ...others] = diagnosticsOf(code);
  if (first === undefined || others.length > 0) throw new Error("one diagnostic was expected");
  return first;
}

/** The same in short. */
export function problemOf(code: () => unknown): Problem {
  return inShort(diagnosticOf(code));
}

/** A diagnostic in short. Its files are that of its place and those of further places, each once. */
export function inShort({ code, path, origin, related }: Diagnostic): Problem {
  const places = [...(origin === null ? [] : [origin]), ...related.map((each) => each.origin)];
  return {
    code,
    path: path === null ? null : showPath(path),
    files: [...new Set(places.map(({ file }) => file))],
  };
}

/** The code and path of each diagnostic, as one word each. */
export function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, path }) => (path === null ? code : `${code} ${showPath(path)}`));
}
