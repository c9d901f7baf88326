// How many edits lie between two strings.

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
  const most = Math.min(limit, Math.max(left.length, right.length));
  let smallestBefore = 0;
  let beforePrevious: EditRow | null = null;
  let previous = firstRow(right, most);
  for (let row = 1; row <= left.length; row += 1) {
    const current: number[] = [];
    const smallest = fillRow(current, left, row, right, previous, countSwaps ? beforePrevious : null);
    if (isTooFar(smallest, countSwaps ? smallestBefore : smallest, most)) return limit + 1;
    smallestBefore = smallest;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(distanceIn(previous, left.length, right), limit + 1);
}

/**
 * The edits from the first letters of one string to the beginnings of another: of as many letters, and of up to so many
 * fewer and more as there may be edits. What takes more edits counts as one more than there may be.
 */
export type EditRow = readonly number[];

/** The row of no letters, if there may be `limit` edits, which must be finite. */
export function firstRow(right: string, limit: number): EditRow {
  return Array.from({ length: 2 * limit + 1 }, (_, at) => {
    const column = at - limit;
    return column < 0 || column > right.length ? limit + 1 : column;
  });
}

/**
 * Fills the row of the first `row` letters of `left` from the row before it, and the one before that if swaps of
 * neighbours count as one edit. Returns the smallest number in it.
 */
export function fillRow(
  current: number[],
  left: string,
  row: number,
  right: string,
  previous: EditRow,
  beforePrevious: EditRow | null,
): number {
  const limit = (previous.length - 1) / 2;
  const over = limit + 1;
  const letter = left.charCodeAt(row - 1);
  let smallest = over;
  let cost = over;
  for (let at = 0; at < previous.length; at += 1) {
    const column = row + at - limit;
    if (column <= 0 || column > right.length) {
      cost = column === 0 ? row : over;
    } else {
      const inserted = cost + 1;
      const replaced = (previous[at] ?? over) + (letter === right.charCodeAt(column - 1) ? 0 : 1);
      cost = Math.min(replaced, (previous[at + 1] ?? over) + 1, inserted, over);
      if (beforePrevious !== null && isSwap(left, row, right, column)) {
        cost = Math.min(cost, (beforePrevious[at] ?? over) + 1);
      }
    }
    current[at] = cost;
    if (cost < smallest) smallest = cost;
  }
  return smallest;
}

/** The distance of the whole `right`, in the row of so many letters. */
export function distanceIn(row: EditRow, letters: number, right: string): number {
  const limit = (row.length - 1) / 2;
  return row[right.length - letters + limit] ?? limit + 1;
}

/** Whether rows after one with such a smallest number hold nothing within the limit any more. */
export function isTooFar(smallest: number, smallestBefore: number, limit: number): boolean {
  // A swap reaches back two rows, but costs an edit, so from two rows above the limit nothing comes below it again.
  return smallest > limit && smallestBefore >= limit;
}

// Whether the two letters that end at these places are the same two, the other way round.
function isSwap(left: string, row: number, right: string, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
    left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
  );
}
