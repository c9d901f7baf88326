// What a map has under a name, made where it is not there yet.

/** The entry of a name; `make` makes it, and it is kept, if there is none. */
export function entryOf<V>(map: Map<string, V>, name: string, make: () => V): V {
  const present = map.get(name);
  if (present !== undefined) return present;
  const made = make();
  map.set(name, made);
  return made;
}
