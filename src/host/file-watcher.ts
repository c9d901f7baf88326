// Tells which of many files have changed. What the system reports of a folder is a hint; what counts is what a file then is.
import { type FSWatcher, type Stats, statSync, watch } from "node:fs";
import { basename } from "node:path";
import type { FileStatus, Link } from "./import-graph.ts";
import { realPath } from "./resolve-path.ts";
import { Ways } from "./ways.ts";

/** How long nothing must happen before somebody looks: editors write a file in several steps. Milliseconds. */
const quiet = 50;
/** How long to wait for that at most. */
const longest = 1000;
/** How often to look at a folder of which the system tells nothing. */
const interval = 1000;
/** By how much the clock of a file system may be behind. */
const clockError = 20;

/** Somebody who tells when something may have happened in a folder. */
interface Post {
  /** By which the folder is known, if another one takes its name. */
  readonly folder: string;
  /** The names in it that lead to files. */
  readonly names: Set<string>;
  /** What keeps the process, while somebody waits. */
  readonly handle: FSWatcher | NodeJS.Timeout;
}

/**
 * Watches the folders of files, and not the files: these are replaced by others of their name, removed, and come again. Of a
 * folder that is not there, the nearest above it is watched, and of symbolic links the folders in which they are.
 */
export class FileWatcher {
  /** What the files were when they were last looked at. */
  #seen = new Map<string, string>();
  #links: readonly Link[] = [];
  readonly #posts = new Map<string, Post>();
  #isHinted = false;
  #hintedSince = 0;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;
  /** Whether the process is to go on for this. */
  #isKept = false;
  /** Ends the waiting of who asked for changes. */
  #wake: (() => void) | null = null;

  /**
   * Watches these files and links from now on, and no others. A file counts as changed if it is not what it was when it was
   * read, which is said with it; if that is not known, if it was changed `since`, in milliseconds, when reading began. A link
   * counts as changed, by its name, if it does not lead where it is said to lead.
   */
  follow(files: ReadonlyMap<string, FileStatus>, links: readonly Link[], since: number): void {
    const before = this.#seen;
    this.#seen = new Map();
    for (const [file, status] of files) {
      const known = status === undefined ? before.get(file) : describe(status);
      this.#seen.set(file, known ?? describe(look(file), since));
    }
    this.#links = links;
    this.#post();
    // Something may have happened before anybody watched.
    this.#hint();
  }

  /** The files that have changed, once some have and nothing more happens; null: it was closed. For one who waits. */
  async changes(): Promise<ReadonlySet<string> | null> {
    this.#keepProcess(true);
    while (!this.#isClosed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        if (this.#isHinted || this.#isClosed) this.#hint();
      });
      this.#wake = null;
      if (this.#isClosed) break;
      this.#post();
      const changed = this.#changed();
      if (changed.size === 0) continue;
      this.#keepProcess(false);
      return changed;
    }
    return null;
  }

  /** Ends it; nothing is left of it. */
  close(): void {
    this.#isClosed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const { handle } of this.#posts.values()) handle.close();
    this.#posts.clear();
    this.#wake?.();
  }

  // That nothing is left to do must show while modules are loaded: they may wait for what never happens.
  #keepProcess(isKept: boolean): void {
    this.#isKept = isKept;
    for (const { handle } of this.#posts.values()) keep(handle, isKept);
    if (this.#timer !== null) keep(this.#timer, isKept);
  }

  #changed(): ReadonlySet<string> {
    const changed = new Set<string>();
    const left = new Set<string>();
    this.#links = this.#links.map((link) => {
      const end = realPath(link.name) ?? link.name;
      if (end === link.end) return link;
      changed.add(link.name);
      left.add(link.end);
      return { ...link, end };
    });
    for (const [file, before] of this.#seen) {
      const now = describe(look(file));
      if (now === before) continue;
      // What a link led to may go when the link has gone elsewhere.
      if (!left.has(file)) changed.add(file);
      this.#seen.set(file, now);
    }
    return changed;
  }

  #hint(): void {
    if (this.#isClosed) return this.#wake?.();
    const now = performance.now();
    if (!this.#isHinted) this.#hintedSince = now;
    this.#isHinted = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const rest = longest - (now - this.#hintedSince);
    this.#timer = setTimeout(() => this.#fall(), Math.max(0, Math.min(quiet, rest)));
    keep(this.#timer, this.#isKept);
  }

  #fall(): void {
    this.#timer = null;
    // Who is busy asks later.
    if (this.#wake === null) return;
    this.#isHinted = false;
    this.#wake();
  }

  /** Has somebody at each folder that matters, and nowhere else. */
  #post(): void {
    const wanted = new Map<string, Set<string>>();
    const ways = new Ways();
    for (const path of [...this.#seen.keys(), ...this.#links.map(({ name }) => name)]) {
      for (const { folder, name } of ways.spots(path)) {
        // What takes the folder itself away is told under its own name.
        const names = wanted.get(folder) ?? new Set([basename(folder)]);
        names.add(name);
        wanted.set(folder, names);
      }
    }
    for (const [folder, post] of this.#posts) {
      if (wanted.has(folder) && post.folder === identity(folder)) continue;
      post.handle.close();
      this.#posts.delete(folder);
    }
    for (const [folder, names] of wanted) {
      const post = this.#posts.get(folder);
      if (post === undefined) {
        this.#posts.set(folder, this.#postAt(folder, names));
        continue;
      }
      post.names.clear();
      for (const name of names) post.names.add(name);
    }
  }

  #postAt(folder: string, names: Set<string>): Post {
    // What happened before, nobody was told.
    this.#hint();
    const handle = this.#handleAt(folder, names);
    keep(handle, this.#isKept);
    return { folder: identity(folder), names, handle };
  }

  #handleAt(folder: string, names: ReadonlySet<string>): Post["handle"] {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || names.has(name)) this.#hint();
      });
      return watcher.on("error", () => this.#leave(folder, watcher));
    } catch {
      // There is no such folder any more, or the system has nobody left to watch it.
      return setInterval(() => this.#hint(), interval);
    }
  }

  // Somebody else is posted when there is a look around.
  #leave(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#posts.delete(folder);
    this.#hint();
  }
}

function keep(handle: Post["handle"], isKept: boolean): void {
  if (isKept) handle.ref();
  else handle.unref();
}

function look(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null; // A folder on the way is a file, or may not be entered: nobody can read it.
  }
}

function describe(status: Stats | null, since = Number.POSITIVE_INFINITY): string {
  if (status === null) return "";
  const { size, mtimeMs, ctimeMs, ino } = status;
  const isNew = Math.max(mtimeMs, ctimeMs) > since - clockError;
  return isNew ? "new" : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function identity(folder: string): string {
  const status = look(folder);
  return status === null ? "" : `${status.dev} ${status.ino}`;
}
