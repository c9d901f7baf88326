// Removes from the cache what has lain there for long: scripts that are gone, and what other versions left.
import { lstatSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { orNull } from "./or-null.ts";

const day = 86_400_000;

/**
 * How long a file is kept. One that is still of use is then made once more: to know which are, each run would have to
 * write to all that it takes, and most runs write nothing.
 */
const longest = 30 * day;

/**
 * Cleans the cache of Confix, unless that was done within a day. `folder` is that of this version; beside it lie those of
 * others. Never throws: what cannot be removed stays. For whoever has just written there, for nothing else makes it grow.
 */
export function cleanCache(folder: string, now: number = Date.now()): void {
  const mark = join(folder, "cleaned");
  const last = modified(mark);
  // A clock that was put back must not keep this from being done for years.
  if (last !== null && last > now - day && last < now + day) return;
  orNull(() => writeFileSync(mark, "", { mode: 0o600 }));
  const all = dirname(folder);
  for (const version of foldersIn(all, /^modules-\d+$/)) {
    for (const make of foldersIn(join(all, version), /^node-/)) removeOld(join(all, version, make), now - longest);
    if (join(all, version) !== folder) removeIfEmpty(join(all, version), "cleaned");
  }
}

function removeOld(folder: string, before: number): void {
  for (const entry of entriesOf(folder)) {
    const file = join(folder, entry.name);
    if (entry.isFile() && (modified(file) ?? before) < before) orNull(() => rmSync(file));
  }
  removeIfEmpty(folder);
}

function removeIfEmpty(folder: string, mark: string | null = null): void {
  if (entriesOf(folder).some(({ name }) => name !== mark)) return;
  if (mark !== null) orNull(() => rmSync(join(folder, mark), { force: true }));
  orNull(() => rmdirSync(folder));
}

function foldersIn(folder: string, names: RegExp): readonly string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isDirectory() && names.test(entry.name) ? [entry.name] : []));
}

function entriesOf(folder: string): ReturnType<typeof readEntries> {
  return orNull(() => readEntries(folder)) ?? [];
}

function readEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

// When a file was written; null: there is none.
function modified(file: string): number | null {
  return orNull(() => lstatSync(file).mtimeMs);
}
