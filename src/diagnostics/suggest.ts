// "Did you mean": the names nearest to a misspelt one.
import { editDistance } from "./edit-distance.ts";
import { type NearName, SortedNames } from "./sorted-names.ts";

/** What to say of a misspelt name. */
export interface NamesToTell {
  readonly suggestions: readonly string[];
  /** All names there are, where none is near and there are few. */
  readonly available?: readonly string[];
}

/** The names of which one may have been meant, for who looks up many that are misspelt. */
export class Suggester {
  readonly #names: readonly string[];
  #sorted: SortedNames | null = null;
  #folded: SortedNames | null = null;

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /**
   * The names near to `name`, nearest first, at most three; ties in the given order. About a third of the letters may
   * differ, swapped neighbours being one edit and upper and lower case the same; names of which one begins with the other
   * are near as well. With 100 names or more, as in nixpkgs, only those at most 2 edits away.
   */
  suggest(name: string): readonly string[] {
    this.#folded ??= new SortedNames(this.#names.map((each) => each.toLowerCase()));
    const sought = name.toLowerCase();
    const limit = Math.min(Math.ceil(name.length / 3), this.#areMany ? mostAmongMany : mostEdits);
    const near = new Map<number, NearName>();
    for (const each of this.#folded.related(sought, shortest)) near.set(each.at, each);
    for (const each of this.#folded.within(sought, limit)) near.set(each.at, each);
    return this.#nearestOf([...near.values()], 3);
  }

  /** The suggestions for a name, or, where there are none and there are few names, all names. */
  tell(name: string): NamesToTell {
    const suggestions = this.suggest(name);
    const tellsAll = suggestions.length === 0 && this.#names.length > 0 && this.#names.length <= fewest;
    return { suggestions, ...(tellsAll && { available: [...this.#names] }) };
  }

  /** The one name that was probably meant, or null, as `nearestName`, but with 100 names or more as near as suggestions. */
  nearest(name: string): string | null {
    if (!this.#areMany) return nearestName(name, this.#names);
    this.#sorted ??= new SortedNames(this.#names);
    return this.#nearestOf(this.#sorted.within(name, Math.min(mostForOne(name), mostAmongMany)), 1)[0] ?? null;
  }

  get #areMany(): boolean {
    return this.#names.length >= many;
  }

  #nearestOf(near: readonly NearName[], most: number): readonly string[] {
    const sorted = near.toSorted((left, right) => left.distance - right.distance || left.at - right.at);
    return sorted.slice(0, most).map(({ at }) => this.#names[at] ?? "");
  }
}

/** The names near to one that is misspelt, as `Suggester.suggest` finds them. */
export function suggestNames(name: string, candidates: readonly string[]): readonly string[] {
  return new Suggester(candidates).suggest(name);
}

// More names than these help nobody to find the right one.
const fewest = 5;

// However long a name is, more edits than these make another one.
const mostEdits = 4;

// Among so many names, some are near to anything.
const many = 100;
const mostAmongMany = 2;

// How many letters have to stand there for an abbreviation.
const shortest = 3;

/**
 * The one name that was probably meant, or null: at most a third of the letters may differ, swapped neighbours being one
 * edit; of equally near ones the first. For names of a fixed list: flags, attributes, members of an enum.
 */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  let nearest: string | null = null;
  let limit = mostForOne(name);
  for (const candidate of candidates) {
    const distance = editDistance(name, candidate, limit, true);
    if (distance > limit) continue;
    nearest = candidate;
    if (distance === 0) break;
    limit = distance - 1;
  }
  return nearest;
}

// The most edits between a name and the one that was meant.
function mostForOne(name: string): number {
  return Math.max(1, Math.floor(name.length / 3));
}
