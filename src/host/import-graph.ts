// Which scripts import which files, and what these were when they were read.
import type { Stats } from "node:fs";

/** What a file was; null: there was none; undefined: nobody looked. */
export type FileStatus = Stats | null | undefined;

/** A path on whose way there are symbolic links, and the real path to which it led. */
export interface Link {
  readonly name: string;
  readonly end: string;
}

/** Grows as scripts are run, and never forgets what failed: a file that could not be read is one to look at again. */
export class ImportGraph {
  readonly #importers = new Map<string, Set<string>>();
  readonly #statuses = new Map<string, FileStatus>();
  readonly #links = new Map<string, { readonly link: Link; readonly importers: Set<string> }>();

  /** Takes note of a file, before it is read, and of the script that imports it; null: no script does. */
  note(file: string, importer: string | null, status: FileStatus): void {
    const known = this.#importers.get(file);
    if (known === undefined) this.#importers.set(file, new Set(importer === null ? [] : [importer]));
    else if (importer !== null) known.add(importer);
    // Of a file that is imported twice, the first import has read it.
    if (this.#statuses.get(file) === undefined) this.#statuses.set(file, status);
  }

  /** Takes note of a link by which a script names what it imports. */
  noteLink(link: Link, importer: string): void {
    const known = this.#links.get(link.name);
    // If it leads elsewhere by now, that is to be found out: what it led to first has run.
    if (known === undefined) this.#links.set(link.name, { link, importers: new Set([importer]) });
    else known.importers.add(importer);
  }

  /** All links that were noted. */
  links(): readonly Link[] {
    return [...this.#links.values()].map(({ link }) => link);
  }

  /** All files that were noted, and what they were. */
  files(): ReadonlyMap<string, FileStatus> {
    return this.#statuses;
  }

  /** These files, and the scripts that import them, directly or not. */
  importersOf(files: Iterable<string>): ReadonlySet<string> {
    const found = new Set(files);
    // A set grows while it is walked.
    for (const file of found) for (const importer of this.#importers.get(file) ?? []) found.add(importer);
    return found;
  }

  /** Forgets what these files import, and what they were. */
  forget(files: ReadonlySet<string>): void {
    for (const file of files) this.#statuses.delete(file);
    for (const [name, { importers }] of this.#links) {
      removeAll(files, importers);
      if (importers.size === 0) this.#links.delete(name);
    }
    for (const [file, importers] of this.#importers) {
      removeAll(files, importers);
      const status = this.#statuses.get(file);
      if (importers.size > 0 || (status !== null && status !== undefined)) continue;
      // Nobody looks for it any more.
      this.#importers.delete(file);
      this.#statuses.delete(file);
    }
  }
}

function removeAll(files: ReadonlySet<string>, from: Set<string>): void {
  for (const file of from) if (files.has(file)) from.delete(file);
}
