// Files of documentation: written, or compared with those that are there.
import { readdirSync, readFileSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve, sep } from "node:path";
import { makeFolder } from "../host/make-folder.ts";
import { changeOutput } from "./output-files.ts";

/** What is to be written. */
export interface OutputFile {
  /** The absolute path. */
  readonly file: string;
  readonly text: string;
}

/** How files that are there differ from what they should be: by absolute path. */
export interface Staleness {
  readonly stale: readonly string[];
  readonly missing: readonly string[];
  /** Written by an earlier run, and no longer among the files. */
  readonly superfluous: readonly string[];
}

/** Whether `--out` names a folder: one that exists, a name with `/` at its end, or a name without extension that is no file. */
export function namesFolder(out: string, cwd: string): boolean {
  if (out.endsWith("/") || out.endsWith(sep)) return true;
  const found = statOrNull(resolve(cwd, out));
  return found === null ? extname(out) === "" : found.isDirectory();
}

/** The files below a folder that begin with a mark. Throws a ConfixError if one cannot be read. */
export function markedFiles(folder: string, mark: string): readonly string[] {
  return filesBelow(folder).filter((file) => file.endsWith(".md") && readOrNull(file)?.startsWith(mark) === true);
}

/** Compares. `earlier` are the files of an earlier run. */
export function compareFiles(files: readonly OutputFile[], earlier: readonly string[]): Staleness {
  const found = files.map(({ file, text }) => ({ file, text, before: readOrNull(file) }));
  const kept = new Set(files.map(({ file }) => file));
  return {
    stale: found.filter(({ before, text }) => before !== null && before !== text).map(({ file }) => file),
    missing: found.filter(({ before }) => before === null).map(({ file }) => file),
    superfluous: earlier.filter((file) => !kept.has(file)),
  };
}

/** Writes what differs, and removes what is superfluous. Throws a ConfixError if that fails. */
export function writeFiles(files: readonly OutputFile[], { stale, missing, superfluous }: Staleness): void {
  const changed = new Set([...stale, ...missing]);
  for (const file of superfluous) changeOutput(file, () => rmSync(file));
  for (const { file, text } of files) {
    if (!changed.has(file)) continue;
    changeOutput(file, () => {
      makeFolder(dirname(file));
      writeFileSync(file, text);
    });
  }
}

function filesBelow(folder: string): readonly string[] {
  if (statOrNull(folder)?.isDirectory() !== true) return [];
  const entries = changeOutput(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function readOrNull(file: string): string | null {
  return statOrNull(file) === null ? null : changeOutput(file, () => readFileSync(file, "utf8"));
}

// What cannot be looked at, because a part of its path is no folder say, is not there; writing it tells why.
function statOrNull(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}
