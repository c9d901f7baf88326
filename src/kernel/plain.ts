// What counts as an attribute set: a plain object, and nothing else.

/**
 * Whether a value is a plain object: a literal, `Object.create(null)`, a lazy record, or such an object of another realm.
 * Arrays, functions, dates, maps and class instances are not.
 */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/**
 * The value under a name, as a definition holds it: data and functions as written, but what only reading gives (a getter,
 * a member of a value that Confix computes when it is read) as a function, so that it is not read yet.
 */
export function memberValue(set: object, name: string): unknown {
  const property = Object.getOwnPropertyDescriptor(set, name);
  if (property === undefined || "value" in property) return property?.value;
  // The cast: a set has members under names, and this one it has.
  return (): unknown => (set as Readonly<Record<string, unknown>>)[name];
}

/**
 * Deep equality of data: lists and plain objects by members, everything else by `===`. Functions are never equal. Members
 * under symbols count, since by these Confix tells what it makes from data.
 */
export function isEqualData(left: unknown, right: unknown): boolean {
  if (left === right) return typeof left !== "function";
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false;
    // `findIndex` also visits the holes of a list, which `every` does not.
    return left.findIndex((item, at) => !isEqualData(item, right[at])) === -1;
  }
  if (!isPlainObject(left) || !isPlainObject(right)) return false;
  const names = memberNames(left);
  if (names.length !== memberNames(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && isEqualData(memberOf(left, name), memberOf(right, name)));
}

function memberNames(set: object): readonly PropertyKey[] {
  const symbols = Object.getOwnPropertySymbols(set);
  if (symbols.length === 0) return Object.keys(set);
  return [...Object.keys(set), ...symbols.filter((symbol) => Object.prototype.propertyIsEnumerable.call(set, symbol))];
}

function memberOf(set: object, name: PropertyKey): unknown {
  return (set as Readonly<Record<PropertyKey, unknown>>)[name]; // The cast: it is one of its names.
}
