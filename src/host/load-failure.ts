// Turns whatever is thrown while a file is loaded into diagnostics that name the file and the place.
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfixError, fail, isConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { Origin } from "../kernel/origin.ts";
import { show } from "../kernel/show.ts";
import { accessDenied, failDenied, mayRead } from "./access.ts";
import { codeRoot } from "./package-root.ts";
import { resolvePath } from "./resolve-path.ts";
import { fileThatWaits } from "./scripts.ts";

/** Throws the ConfixError that says why loading `file` failed. `error` is what was thrown. */
export function failLoading(file: string, error: unknown): never {
  if (isConfixError(error)) throw withPlace(error);
  const waiting = fileThatWaits(error);
  if (waiting !== null) return fail(diagnostic("top-level-await", { origin: { file: waiting } }, { file: waiting }));
  const origin = userFrame(error);
  const denied = accessDenied(error);
  if (denied !== null) return failDenied(denied, origin?.file ?? file, error);
  const missing = missingImport(error);
  if (missing !== null) return failMissing(missing.specifier, missing.from ?? file);
  const place = origin === null ? {} : { origin };
  return fail(diagnostic("load-threw", place, { file, message: messageOf(error) }), error);
}

// What user code called threw it: the call is the place to change.
function withPlace(error: ConfixError): ConfixError {
  const origin = userFrame(error);
  if (origin === null) return error;
  const placed = error.diagnostics.map((each) =>
    each.origin === null && each.path === null ? { ...each, origin } : each,
  );
  return new ConfixError(placed, error.cause);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return show(error, { lines: 1 });
  return error.message === "" ? error.name : error.message;
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
    return fail(diagnostic("package-not-found", { origin: { file: from } }, { name: specifier, from }));
  }
  const file = resolvePath(specifier, from, "/");
  // Where reading is forbidden, nothing is ever found.
  if (!mayRead(file)) return failDenied({ permission: "FileSystemRead", resource: file }, from);
  return fail(diagnostic("file-not-found", { origin: { file: from } }, { file, from }));
}

const frame = /(?:\(|at (?:async )?)(?<file>(?:file:\/\/|\/|[A-Za-z]:[\\/])[^()]*?):(?<line>\d+):\d+\)?$/;

/**
 * The innermost place in user code that an error passed. Without column: what runs is the transformed text, which keeps
 * lines and no columns.
 */
export function userFrame(error: unknown): Origin | null {
  if (!(error instanceof Error) || typeof error.stack !== "string") return null;
  for (const text of error.stack.split("\n")) {
    const found = frame.exec(text)?.groups;
    if (found === undefined) continue;
    const file = toPath(found["file"] ?? "");
    if (!isOurs(file)) return { file, line: Number(found["line"]) };
  }
  return null;
}

function toPath(file: string): string {
  return file.startsWith("file://") ? fileURLToPath(file.replace(/[?#].*$/, "")) : file;
}

const ownFolder = join(codeRoot, "src") + sep;

function isOurs(file: string): boolean {
  return file.startsWith(ownFolder) || file.includes(`${sep}node_modules${sep}jiti${sep}`);
}
