// Removes from the cache what has lain there for long: scripts that are gone, and what other versions left.
import { type Dirent, lstatSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { orNull } from "./or-null.ts";

const day = 86_400_000;

/** A file that was written when the cache was cleaned last. */
const markName = "cleaned";

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
  const mark = join(folder, markName);
  const last = modified(mark);
  // A clock that was put back must not keep this from being done for years.
  if (last !== null && last > now - day && last < now + day) return;
  // As a new file: through a link another would be written.
  orNull(() => rmSync(mark, { force: true }));
  orNull(() => writeFileSync(mark, "", { flag: "wx", mode: 0o600 }));
  const all = dirname(folder);
  for (const version of foldersIn(all, /^modules-\d+$/)) {
    for (const make of foldersIn(join(all, version), /^node-/)) removeOld(join(all, version, make), now);
    if (version !== basename(folder)) removeIfEmpty(join(all, version), markName);
  }
}

function removeOld(folder: string, now: number): void {
  for (const entry of entriesOf(folder)) {
    const file = join(folder, entry.name);
    const age = now - (modified(file) ?? now);
    // What is of tomorrow was written before a clock was put back.
    if (entry.isFile() && (age > longest || age < -day)) orNull(() => rmSync(file));
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

function entriesOf(folder: string): readonly Dirent[] {
  return orNull(() => readdirSync(folder, { withFileTypes: true })) ?? [];
}

// When a file was written; null: there is none.
function modified(file: string): number | null {
  return orNull(() => lstatSync(file).mtimeMs);
}
