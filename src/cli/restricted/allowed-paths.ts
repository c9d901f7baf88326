// What a restricted run may read.
import { realpathSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { dependencyFolders, packageRoot } from "../../host/package-root.ts";
import { statusOf } from "../../host/read-text.ts";

/** The files and folders that somebody named. */
export interface ReadAccess {
  /** Module files: their whole folders may be read. */
  readonly moduleFiles: readonly string[];
  /** Files and folders that may be read as they are. */
  readonly paths: readonly string[];
}

/** The flags of Node that allow reading what is named, this package, and the packages it needs; and nothing else. */
export function readFlags({ moduleFiles, paths }: ReadAccess): readonly string[] {
  const allowed = new Set([
    ...[packageRoot, ...dependencyFolders()].map(asFolder),
    ...moduleFiles.map((file) => asFolder(dirname(realPath(file)))),
    ...paths.flatMap((path) => [path, realPath(path)]).map((path) => (isFolder(path) ? asFolder(path) : path)),
  ]);
  return [...allowed].map((path) => `${readFlag}${checked(path)}`);
}

const readFlag = "--allow-fs-read=";

/** Whether such flags allow reading a file; what a link leads to must be allowed. */
export function isAllowed(file: string, flags: readonly string[]): boolean {
  const real = realPath(file);
  const paths = flags.map((flag) => flag.slice(readFlag.length));
  return paths.some((path) => (path.endsWith(sep) ? real.startsWith(path) : real === path));
}

/** A path of `--allow-read`, made absolute. It has to exist: a misspelt one would only be missed later. */
export function allowedPath(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  if (statusOf(absolute, null) !== null) return absolute;
  return fail(diagnostic("file-not-found", {}, { file: absolute, from: "--allow-read" }));
}

// Node takes an asterisk for "everything that starts like this", and has no way to write one that means itself.
function checked(path: string): string {
  if (!path.includes("*")) return path;
  const problem = `a restricted run cannot allow \`${path}\`, because of the \`*\` in its name`;
  return fail(diagnostic("bad-flag", {}, { problem, suggestions: [] }));
}

function asFolder(path: string): string {
  return path.endsWith(sep) ? path : path + sep;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

// A file that does not exist is reported by whoever loads it.
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
