// Says how many there are of something.

/** A number with what it counts: `1 error`, `2 errors`. */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
