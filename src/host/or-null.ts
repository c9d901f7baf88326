// Tries what may fail, where there is something to do without it.

/** What the code returns; null: it threw. Only where nobody misses what it threw, or somebody else tells. */
export function orNull<T>(code: () => T): T | null {
  try {
    return code();
  } catch {
    return null;
  }
}
