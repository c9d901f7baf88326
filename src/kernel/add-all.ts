// Appends to lists of any length.

/** Appends items to a list. Of `push(...items)`, the stack has no room for more than some 100,000 at once. */
export function addAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
