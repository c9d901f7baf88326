// Turns whatever is thrown while a file is loaded into diagnostics that name the file and the place.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ConfixError, fail, isConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { show } from "../kernel/show.ts";
import { thrownStack } from "../kernel/thrown-at.ts";
import { messageOfThrown } from "../model/thrown.ts";
import { parseData } from "../source/parse-data.ts";
import { accessDenied, describeDenied, failDenied, mayRead } from "./access.ts";
import { dataLibraries } from "./data-libraries.ts";
import { describeMissingExports, type NamesOf } from "./missing-exports.ts";
import { missingFile } from "./missing-file.ts";
import { readText } from "./read-text.ts";
import { resolvePath } from "./resolve-path.ts";
import { fileThatWaits } from "./scripts.ts";
import { placeOfSpecifier } from "./specifier-place.ts";
import { userFrame } from "./user-frame.ts";

/**
 * Throws the ConfixError that says why loading `file` failed. `error` is what was thrown; `outer` is an error made where
 * loading began, which tells the code of the file from that of whoever called us.
 */
export function failLoading(file: string, error: unknown, outer: Error, namesOf: NamesOf): never {
  const origin = userFrame(error, outer);
  if (origin !== null) failMissingExports(error, namesOf);
  if (isConfixError(error)) throw withOrigin(error, origin);
  const waiting = fileThatWaits(error);
  if (waiting !== null) return fail(diagnostic("top-level-await", { origin: { file: waiting } }, { file: waiting }));
  const denied = accessDenied(error);
  if (denied !== null) return failDenied(denied, origin ?? { file }, error);
  failBrokenJson(error);
  const missing = missingImport(error);
  if (missing !== null) return failMissing(missing.specifier, missing.from ?? file);
  const threw = diagnostic("load-threw", { origin: origin ?? { file } }, { file, message: messageOf(error) });
  return fail(withStack(threw, error), error);
}

/** The diagnostics of an error that user code left to nobody: thrown in a timer, or in a promise that nobody awaits. */
export function describeFault(error: unknown, kind: "promise" | "error"): readonly Diagnostic[] {
  const origin = userFrame(error);
  if (isConfixError(error)) return withOrigin(error, origin).diagnostics;
  const denied = accessDenied(error);
  if (denied !== null) return [describeDenied(denied, origin)];
  const fault = diagnostic("unhandled-error", origin === null ? {} : { origin }, { kind, message: messageOf(error) });
  return [withStack(fault, error)];
}

function withStack(made: Diagnostic, error: unknown): Diagnostic {
  const stack = thrownStack(error);
  return stack.length === 0 ? made : Object.freeze({ ...made, stack });
}

// What user code called threw it: the call is the place to change.
function withOrigin(error: ConfixError, origin: Diagnostic["origin"]): ConfixError {
  if (origin === null) return error;
  const placed = error.diagnostics.map((each) =>
    each.origin === null && each.path === null ? { ...each, origin } : each,
  );
  return new ConfixError(placed, error.cause);
}

// A name that nobody exports is `undefined`, and whatever goes wrong with that is a consequence.
function failMissingExports(error: unknown, namesOf: NamesOf): void {
  const files = thrownStack(error).flatMap(({ of, origin }) => (of === "user" ? [origin.file] : []));
  const missing = describeMissingExports(new Set(files), namesOf);
  if (missing.length > 0) throw new ConfixError(missing, error);
}

// What is no error is shown as a value; an error without a message says its name at least.
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return show(error, { lines: 1 });
  return messageOfThrown(error) || "an error without a message";
}

// Node reads a JSON file that a script imports, and says of it where in the text it is wrong, if at all.
function failBrokenJson(error: unknown): void {
  if (!(error instanceof SyntaxError)) return;
  const file = /^(?<file>.*\.json): /.exec(error.message)?.groups?.["file"];
  if (file !== undefined) parseData(dataLibraries, { file, text: readText(file, null), format: "json" });
}

/** An import that leads nowhere: what was imported, and by which file. */
interface MissingImport {
  readonly specifier: string;
  readonly from: string | null;
}

function missingImport(error: unknown): MissingImport | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  if (error.code !== "MODULE_NOT_FOUND" && error.code !== "ERR_MODULE_NOT_FOUND") return null;
  const specifier = /^Cannot find (?:module|package) '(?<specifier>[^']*)'/.exec(error.message)?.groups?.["specifier"];
  if (specifier === undefined) return null;
  const stack: unknown = "requireStack" in error ? error.requireStack : undefined;
  const from: unknown = Array.isArray(stack) ? stack[0] : undefined;
  return { specifier, from: typeof from === "string" ? from : null };
}

function failMissing(specifier: string, from: string): never {
  if (!/^(?:\.{0,2}\/|file:|[a-z]:[\\/])/i.test(specifier)) {
    return fail(
      diagnostic("package-not-found", { origin: placeOfSpecifier(from, specifier) }, { name: specifier, from }),
    );
  }
  const file = resolvePath(specifier, from, "/");
  // Where reading is forbidden, nothing is ever found.
  if (!mayRead(file))
    return failDenied({ permission: "FileSystemRead", resource: file }, placeOfSpecifier(from, specifier));
  return fail(missingFile(file, from, placeOfSpecifier(from, specifier)));
}
