// Who read whom while an evaluation ran, as options: what happens inside the computing of an option is the option's.
import { comparePaths, elementPlace, isWithin, type Path, showPath } from "../../kernel/path.ts";
import type { AnyThunk } from "../../kernel/any-thunk.ts";

/** Listens to an evaluation; for `Scope.onRead`. */
export class ReadRecorder {
  readonly #reads = new Map<AnyThunk, Set<AnyThunk>>();

  readonly onRead = (reader: AnyThunk, read: AnyThunk): void => {
    const known = this.#reads.get(reader);
    if (known === undefined) this.#reads.set(reader, new Set([read]));
    else known.add(read);
  };

  /** Which options the computing of each option read. Options that read none are left out. */
  options(): ReadonlyMap<string, Reads> {
    const byPath = new Map<string, { readonly path: Path; readonly starts: AnyThunk[] }>();
    for (const thunk of this.#reads.keys()) {
      const path = optionOf(thunk);
      if (path === null) continue;
      const key = showPath(path);
      const known = byPath.get(key);
      if (known === undefined) byPath.set(key, { path, starts: [thunk] });
      else known.starts.push(thunk);
    }
    const found = new Map<string, Reads>();
    for (const [key, { path, starts }] of byPath) {
      const reads = this.#readsFrom(starts, path);
      if (reads.length > 0) found.set(key, { path, reads });
    }
    return found;
  }

  /** The options read by what is at a path, by what is inside it, and by the values it is inside of. */
  readsOf(path: Path): readonly Path[] {
    const starts = [...this.#reads.keys()].filter((thunk) => {
      const own = thunk.label()?.path;
      return own !== undefined && (isWithin(own, path) || (own.length > 0 && isWithin(path, own)));
    });
    return this.#readsFrom(starts, path).filter((read) => !isWithin(path, read));
  }

  #readsFrom(starts: readonly AnyThunk[], self: Path): readonly Path[] {
    const seen = new Set<AnyThunk>(starts);
    const found = new Map<string, Path>();
    const queue = [...starts];
    for (let thunk = queue.pop(); thunk !== undefined; thunk = queue.pop()) {
      for (const read of this.#reads.get(thunk) ?? []) {
        if (seen.has(read)) continue;
        seen.add(read);
        const path = optionOf(read);
        // Steps on the way to the value, and the value's own parts, are the option's doing.
        if (path === null || isWithin(path, self) || isOfEvaluator(path)) queue.push(read);
        else found.set(showPath(path), path);
      }
    }
    return deepest([...found.values()]).toSorted(comparePaths);
  }
}

/** What an option read. */
export interface Reads {
  readonly path: Path;
  readonly reads: readonly Path[];
}

function optionOf(thunk: AnyThunk): Path | null {
  const label = thunk.label();
  return label?.kind === "option" ? outsideElements(label.path) : null;
}

// Whether names may be defined that nobody declares: asked about each, and nothing that anybody wrote to be read.
function isOfEvaluator(path: Path): boolean {
  const name = path.at(-1);
  return path.at(-2) === "_module" && (name === "check" || name === "freeformType");
}

// While a list is merged its elements have no place in it yet, only names that nobody knows: they are the list's doing.
function outsideElements(path: Path): Path {
  const at = path.findIndex((name) => elementPlace(name) !== null);
  return at === -1 ? path : path.slice(0, at);
}

/** The paths of which no other goes on: whoever reads `sites.blog.root` reads `sites` and `sites.blog` on the way. */
export function deepest(paths: readonly Path[]): readonly Path[] {
  const above = new Set(paths.flatMap((path) => path.slice(1).map((_, at) => showPath(path.slice(0, at + 1)))));
  return paths.filter((path) => !above.has(showPath(path)));
}
