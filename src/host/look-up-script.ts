// Which file an `import` in a script names that no ScriptFinder finds: of a package, or written in an unusual way.
import { type Stats, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Jiti } from "jiti";
import type { FoundFile } from "./find-script.ts";
import type { ImportGraph, Link } from "./import-graph.ts";
import { orNull } from "./or-null.ts";
import { realPath } from "./resolve-path.ts";

/** Who looks, and where. */
export interface LookUp {
  readonly engine: Jiti;
  /** The folders where the packages may be that the script imports. */
  readonly packageFolders: readonly string[];
  /** Takes note of what was looked for where nothing is. */
  readonly imports: ImportGraph;
}

/** The file that a specifier in the file `from` names. Null: there is no file to it. Throws if there is nothing at all. */
export function lookUpScript(specifier: string, from: string, by: LookUp): FoundFile | null {
  const named = pathsNamed(specifier, from, by.packageFolders);
  let file: string;
  try {
    file = by.engine.resolve(specifier);
  } catch (error) {
    // They may be there some day. Who may not look at one of them is told what went wrong before.
    for (const path of named)
      by.imports.note(
        path,
        from,
        orNull(() => statusAt(path)),
      );
    throw error;
  }
  const status = isAbsolute(file) ? statusAt(file) : null;
  return status === null ? null : { file, status, link: firstLink(named) };
}

// What may be a link on the way: the path that is written, or the package in each of the folders where it may be.
function pathsNamed(specifier: string, from: string, packageFolders: readonly string[]): readonly string[] {
  if (specifier.startsWith("file:")) {
    const path = orNull(() => fileURLToPath(specifier));
    return path === null ? [] : [path];
  }
  if (isAbsolute(specifier) || /^\.\.?(?:\/|$)/.test(specifier)) return [resolve(dirname(from), specifier)];
  const name = /^(?:@[^/]+\/)?[^/#]+/.exec(specifier)?.[0];
  return name === undefined ? [] : packageFolders.map((folder) => join(folder, name));
}

function firstLink(names: readonly string[]): Link | null {
  for (const name of names) {
    const end = realPath(name);
    if (end !== null) return end === name ? null : { name, end };
  }
  return null;
}

function statusAt(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}
