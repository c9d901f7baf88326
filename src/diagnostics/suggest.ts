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
 * The names worth suggesting for `name`, nearest first, at most three; ties in the given order. The rule is nixpkgs': with
 * fewer than 100 candidates the three nearest whatever their distance, with more only those at most 2 edits away.
 */
export function suggestNames(name: string, candidates: readonly string[]): readonly string[] {
  const limit = candidates.length < 100 ? Number.POSITIVE_INFINITY : 2;
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
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
