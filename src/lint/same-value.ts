// Compares values as far as that has an end.
import { isPlainObject } from "../kernel/plain.ts";

/** How many parts of a value are looked at, and how deep: values may make their parts when they are read, without an end. */
const most = 50_000;
const deepest = 500;

/** Whether two values are the same; null: they are too large to tell. Throws what computing their parts throws. */
export function isSameValue(left: unknown, right: unknown): boolean | null {
  return new Comparison().compare(left, right, 0);
}

class Comparison {
  #parts = 0;

  compare(left: unknown, right: unknown, depth: number): boolean | null {
    this.#parts += 1;
    if (left === right) return typeof left !== "function";
    if (this.#parts > most || depth > deepest) return null;
    if (Array.isArray(left)) {
      if (!Array.isArray(right) || left.length !== right.length) return false;
      return this.#every(left.keys(), (at) => this.compare(left[at], right[at], depth + 1));
    }
    if (!isPlainObject(left) || !isPlainObject(right)) return false;
    // Members under symbols count, since by these Confix tells what it makes from data.
    const names = memberNames(left);
    if (names.length !== memberNames(right).length) return false;
    return this.#every(names, (name) =>
      Object.hasOwn(right, name) ? this.compare(memberOf(left, name), memberOf(right, name), depth + 1) : false,
    );
  }

  #every<T>(parts: Iterable<T>, isSame: (part: T) => boolean | null): boolean | null {
    for (const part of parts) {
      const found = isSame(part);
      if (found !== true) return found;
    }
    return true;
  }
}

function memberNames(set: object): readonly PropertyKey[] {
  return Reflect.ownKeys(set).filter((name) => Object.prototype.propertyIsEnumerable.call(set, name));
}

function memberOf(set: object, name: PropertyKey): unknown {
  return (set as Readonly<Record<PropertyKey, unknown>>)[name]; // The cast: it is one of its names.
}
