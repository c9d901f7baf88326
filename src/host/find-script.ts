// Which file an `import` or `require` in a script names, where its path alone says it.
import { lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Link } from "./import-graph.ts";

/** The extensions of files that are run as scripts, in the order in which they are tried. */
export const scriptExtensions: readonly string[] = [
  ".js",
  ".mjs",
  ".cjs",
  ".ts",
  ".tsx",
  ".mts",
  ".cts",
  ".mtsx",
  ".ctsx",
];

/** A file by its real path. */
export interface FoundFile {
  readonly file: string;
  readonly status: Stats;
  /** By which link it was found, if it was by one. */
  readonly link: Link | null;
}

/** Finds files that scripts name by a relative path. Remembers where folders really are. */
export class ScriptFinder {
  readonly #folders = new Map<string, string>();

  /** The file that a specifier in the file `from` names; null: it is no such path, or whoever knows more must look. */
  find(specifier: string, from: string): FoundFile | null {
    for (const path of this.candidates(specifier, from)) {
      const found = this.#at(path);
      if (found !== null) return found;
    }
    return null;
  }

  /** The files that a specifier may name, the first that is there; none if it is no such path. */
  *candidates(specifier: string, from: string): Iterable<string> {
    if (!/^\.\.?\/[^%?#\\]*[^%?#\\/]$/.test(specifier)) return;
    const path = join(dirname(from), specifier);
    yield path;
    // TypeScript lets an import name the file that a script will be compiled to.
    const source = path.replace(/\.([cm]?)js$/, ".$1ts");
    if (source !== path) return yield source;
    for (const extension of scriptExtensions) yield path + extension;
    for (const extension of scriptExtensions) yield `${path}/index${extension}`;
  }

  /** Looks anew where folders are. */
  forget(): void {
    this.#folders.clear();
  }

  #at(path: string): FoundFile | null {
    try {
      const status = lstatSync(path, { throwIfNoEntry: false });
      if (status?.isFile() === true)
        return foundBy(path, join(this.#realFolder(dirname(path)), basename(path)), status);
      return status?.isSymbolicLink() === true ? atEnd(path, realpathSync.native(path)) : null;
    } catch {
      return null; // What may not be looked at is for others to report.
    }
  }

  // Asking for the real path of each file would look at every folder above it again.
  #realFolder(folder: string): string {
    let real = this.#folders.get(folder);
    if (real === undefined) {
      real = realpathSync.native(folder);
      this.#folders.set(folder, real);
    }
    return real;
  }
}

function atEnd(name: string, file: string): FoundFile | null {
  const status = statSync(file);
  return status.isFile() ? foundBy(name, file, status) : null;
}

function foundBy(name: string, file: string, status: Stats): FoundFile {
  return { file, status, link: name === file ? null : { name, end: file } };
}
