// Finds out in which folders something decides what a path leads to: the symbolic links on its way, and its end.
import { lstatSync, readlinkSync } from "node:fs";
import { basename, dirname, isAbsolute, join, parse, sep } from "node:path";
import { orNull } from "./or-null.ts";

/** A name in a folder, which is told by its real path. */
export interface Spot {
  readonly folder: string;
  readonly name: string;
}

interface Way {
  /** The real path of what is there; null: nothing is. */
  readonly end: string | null;
  readonly isFolder: boolean;
  /** The links so far, and, if nothing is there, where something would have to be. */
  readonly spots: readonly Spot[];
}

/** So many links the system follows at most. */
const mostLinks = 40;

/** The ways of many paths, as they are while somebody looks once around: each folder is looked at once. */
export class Ways {
  readonly #folders = new Map<string, Way>();

  /** The spots on the way of an absolute path. Whatever changes where it leads changes the first of them that it concerns. */
  spots(path: string): readonly Spot[] {
    const { end, spots } = this.#step(this.#to(dirname(path)), basename(path));
    return end === null ? spots : [...spots, spotOf(end)];
  }

  #to(folder: string): Way {
    let way = this.#folders.get(folder);
    if (way === undefined) {
      const above = dirname(folder);
      way = above === folder ? wayFrom(folder, []) : this.#step(this.#to(above), basename(folder));
      this.#folders.set(folder, way);
    }
    return way;
  }

  #step(way: Way, name: string): Way {
    if (way.end === null || name === "" || name === ".") return way;
    if (name === "..") return wayFrom(dirname(way.end), way.spots);
    const here: Spot = { folder: way.end, name };
    const path = join(way.end, name);
    const status = orNull(() => lstatSync(path, { throwIfNoEntry: false }) ?? null);
    // Where a folder should be there may be a file.
    if (status === null) return endAt([...way.spots, way.isFolder ? here : spotOf(way.end)]);
    if (!status.isSymbolicLink()) return { end: path, isFolder: status.isDirectory(), spots: way.spots };
    const target = orNull(() => readlinkSync(path));
    const spots = [...way.spots, here];
    if (target === null || spots.length > mostLinks) return endAt(spots);
    const { root } = parse(target);
    let at = wayFrom(isAbsolute(target) ? root : way.end, spots);
    for (const part of target.slice(root.length).split(sep)) at = this.#step(at, part);
    return at;
  }
}

function wayFrom(folder: string, spots: readonly Spot[]): Way {
  return { end: folder, isFolder: true, spots };
}

function endAt(spots: readonly Spot[]): Way {
  return { end: null, isFolder: false, spots };
}

function spotOf(path: string): Spot {
  return { folder: dirname(path), name: basename(path) };
}
