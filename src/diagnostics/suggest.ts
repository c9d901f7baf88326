// "Did you mean": the names nearest to a misspelt one.

/**
 * The edit distance of two strings (insert, delete, replace), or `limit + 1` if it is larger than `limit`. With
 * `countSwaps`, two neighbours that change places are one edit and not two.
 */
export function editDistance(
  left: string,
  right: string,
  limit: number = Number.POSITIVE_INFINITY,
  countSwaps: boolean = false,
): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let smallestBefore = 0;
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      let cost = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (countSwaps && isSwap(left, row, right, column)) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    // A swap reaches back two rows, but costs an edit, so from two rows above the limit nothing comes below it again.
    if (smallest > limit && (!countSwaps || smallestBefore >= limit)) return limit + 1;
    smallestBefore = smallest;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[right.length] ?? 0, limit + 1);
}

// Whether the two letters that end at these places are the same two, the other way round.
function isSwap(left: string, row: number, right: string, column: number): boolean {
  return row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
}

/**
 * The names near to `name`, nearest first, at most three; ties in the given order. About a third of the letters may differ,
 * swapped neighbours being one edit and upper and lower case the same; names of which one begins with the other are near as
 * well. With 100 candidates or more, as in nixpkgs, only those at most 2 edits away.
 */
export function suggestNames(name: string, candidates: readonly string[]): readonly string[] {
  const most = Math.min(Math.ceil(name.length / 3), mostEdits);
  const limit = candidates.length < 100 ? most : Math.min(most, 2);
  const sought = name.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, distance: nearness(sought, candidate.toLowerCase(), limit) }))
    .filter(({ distance }) => distance !== null)
    .sort((left, right) => (left.distance ?? 0) - (right.distance ?? 0))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

// More names than these help nobody to find the right one.
const fewest = 5;

/** What to say of a misspelt name: the names near to it, or, where none is and there are few, all there are. */
export function namesFor(
  name: string,
  candidates: readonly string[],
): { readonly suggestions: readonly string[]; readonly available?: readonly string[] } {
  const suggestions = suggestNames(name, candidates);
  const tellsAll = suggestions.length === 0 && candidates.length > 0 && candidates.length <= fewest;
  return { suggestions, ...(tellsAll && { available: [...candidates] }) };
}

// However long a name is, more edits than these make another one.
const mostEdits = 4;

// How many letters have to stand there for an abbreviation.
const shortest = 3;

// The edits between two names that are near to each other; null: they are not.
function nearness(name: string, candidate: string, limit: number): number | null {
  const distance = editDistance(name, candidate, limit, true);
  if (distance <= limit) return distance;
  const [short, long] = name.length < candidate.length ? [name, candidate] : [candidate, name];
  return short.length >= shortest && long.startsWith(short) ? long.length - short.length : null;
}

/**
 * The one name that was probably meant, or null: at most a third of the letters may differ, swapped neighbours being one
 * edit; of equally near ones the first. For names of a fixed list: flags, attributes, members of an enum.
 */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let nearest: string | null = null;
  let smallest = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(name, candidate, limit, true);
    if (distance < smallest) {
      smallest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}
