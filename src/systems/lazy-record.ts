// Frozen plain objects whose attributes are found when they are first read.
import { isPlainObject } from "../kernel/plain.ts";
import { inspectCustom } from "../kernel/record.ts";

/** How the value of each attribute is found. */
export type Attributes = ReadonlyMap<string, () => unknown>;

/**
 * Makes an object of attributes, each found once, when it is first read. `attributesOf` gets the
 * object itself, so that one attribute may be derived from others. Names are in byte order.
 *
 * Only the object's properties tell it from data written out: they are getters. It can be
 * listed, spread, cloned, compared and written as JSON.
 */
export function lazyRecord<T extends object>(attributesOf: (self: T) => Attributes): T {
  // The cast: `attributesOf` answers for the attributes of `T`, and none is read before they are defined.
  const self = {} as T;
  const attributes = attributesOf(self);
  for (const name of [...attributes.keys()].toSorted()) {
    const find = attributes.get(name);
    if (find !== undefined) Object.defineProperty(self, name, { enumerable: true, get: once(find) });
  }
  // Node would print every getter as `[Getter]`.
  Object.defineProperty(self, inspectCustom, { enumerable: false, value: () => ({ ...self }) });
  return self;
}

/**
 * The attributes of an object, to be read one by one: what is data is copied and frozen now, so
 * that it stays as it is; what is found by a getter is read when it is needed. `check` sees every
 * value, `refuse` what is not data anywhere in one; both may throw.
 */
export function snapshotAttributes(
  given: object,
  check: (name: string, value: unknown) => void,
  refuse: (name: string, found: unknown) => never,
): Attributes {
  const attributes = new Map<string, () => unknown>();
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(given))) {
    if (property.enumerable !== true) continue;
    const copy = (value: unknown): unknown => {
      check(name, value);
      return copyData(value, (found) => refuse(name, found));
    };
    if (!("value" in property)) {
      attributes.set(name, () => copy(property.get?.call(given)));
    } else if (property.value !== undefined) {
      const value = copy(property.value);
      attributes.set(name, () => value);
    }
  }
  return attributes;
}

function copyData(value: unknown, refuse: (found: unknown) => never): unknown {
  if (typeof value === "function" || typeof value === "symbol") return refuse(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((element) => copyData(element, refuse)));
  if (!isPlainObject(value)) return refuse(value);
  const copy = {};
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    const read = (): unknown => copyData(property.get?.call(value), refuse);
    Object.defineProperty(copy, name, {
      enumerable: property.enumerable === true,
      ...("value" in property ? { value: copyData(property.value, refuse) } : { get: once(read) }),
    });
  }
  return Object.freeze(copy);
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}
