// Finds what should be unique and is not.

/** Something that several have in common. */
export interface Duplicate<K> {
  readonly key: K;
  /** The names of those who share it, at least two, in the order given. */
  readonly names: readonly string[];
}

/** The keys that more than one name has, in order of their first appearance. A name without a key has `null`. */
export function findDuplicates<K>(keys: Iterable<readonly [name: string, key: K | null]>): readonly Duplicate<K>[] {
  const namesByKey = new Map<K, string[]>();
  for (const [name, key] of keys) {
    if (key === null) continue;
    const names = namesByKey.get(key);
    if (names === undefined) namesByKey.set(key, [name]);
    else names.push(name);
  }
  return [...namesByKey].filter(([, names]) => names.length > 1).map(([key, names]) => ({ key, names }));
}
