// Names among which many others are looked up, one after the other.
import { distanceIn, type EditRow, fillRow, firstRow, isTooFar } from "./edit-distance.ts";

/** A name that is near to another one. */
export interface NearName {
  /** Its place among the names. */
  readonly at: number;
  readonly distance: number;
}

/**
 * Names in alphabetical order. Those that begin alike stand together, so that what their beginnings have in common is
 * compared once for all of them, and not at all if it is too far from what is looked for.
 */
export class SortedNames {
  readonly #names: readonly string[];
  /** Their places in the given order. */
  readonly #places: readonly number[];
  /** How many letters each has in common with the one before it. */
  readonly #shared: readonly number[];

  constructor(names: readonly string[]) {
    const sorted = names.map((name, at) => ({ name, at })).sort((left, right) => (left.name < right.name ? -1 : 1));
    this.#names = sorted.map(({ name }) => name);
    this.#places = sorted.map(({ at }) => at);
    this.#shared = this.#names.map((name, at) => lettersInCommon(this.#names[at - 1] ?? "", name));
  }

  /** Those at most `limit` edits away, swapped neighbours being one edit; `limit` must be finite. */
  within(word: string, limit: number): readonly NearName[] {
    const near: NearName[] = [];
    // The rows of the first letters of the name, and the smallest number in each.
    const rows: number[][] = [[...firstRow(word, limit)]];
    const smallest = [0];
    let known = 0;
    // How many letters make a name too far away.
    let tooFar = Number.POSITIVE_INFINITY;
    for (let sortedAt = 0; sortedAt < this.#names.length; sortedAt += 1) {
      const shared = this.#shared[sortedAt] ?? 0;
      known = Math.min(known, shared);
      if (shared >= tooFar) continue;
      tooFar = Number.POSITIVE_INFINITY;
      const name = this.#names[sortedAt] ?? "";
      while (known < name.length && tooFar > known) {
        known += 1;
        const row = (rows[known] ??= []);
        smallest[known] = fillRow(row, name, known, word, rowAt(rows, known - 1), rows[known - 2] ?? null);
        if (isTooFar(smallest[known] ?? 0, smallest[known - 1] ?? 0, limit)) tooFar = known;
      }
      if (tooFar <= known) continue;
      const distance = distanceIn(rowAt(rows, known), known, word);
      if (distance <= limit) near.push({ at: this.#places[sortedAt] ?? 0, distance });
    }
    return near;
  }

  /** Those that begin with `word`, and those that it begins with and that are no shorter than `shortest`. */
  related(word: string, shortest: number): readonly NearName[] {
    const found: NearName[] = [];
    const add = (beginning: string, isWhole: boolean): void => {
      for (let at = this.#first(beginning); at < this.#names.length; at += 1) {
        const name = this.#names[at] ?? "";
        if (isWhole ? name !== beginning : !name.startsWith(beginning)) break;
        found.push({ at: this.#places[at] ?? 0, distance: Math.abs(name.length - word.length) });
      }
    };
    for (let length = shortest; length < word.length; length += 1) add(word.slice(0, length), true);
    if (word.length >= shortest) add(word, false);
    return found;
  }

  // The first that is not before `word`.
  #first(word: string): number {
    let from = 0;
    let to = this.#names.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#names[middle] ?? "") < word) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function rowAt(rows: readonly EditRow[], at: number): EditRow {
  return rows[at] ?? [];
}

function lettersInCommon(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left.charCodeAt(count) === right.charCodeAt(count)) count += 1;
  return count;
}
