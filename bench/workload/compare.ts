// Compares results as values: the order of names does not count.
import { isSet, type Value } from "./document.ts";

/** The first place at which two results differ, in words, or null if they are the same. */
export function differenceOf(
  expected: Value | undefined,
  actual: Value | undefined,
  path = "the result",
): string | null {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) return `${path} has ${actual.length} elements, not ${expected.length}`;
    return firstOf(expected.keys(), (at) => differenceOf(expected[at], actual[at], `${path}[${at}]`));
  }
  if (expected !== undefined && actual !== undefined && isSet(expected) && isSet(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return firstOf(names, (name) => differenceOf(expected[name], actual[name], `${path}.${name}`));
  }
  return expected === actual ? null : `${path} is ${show(actual)}, not ${show(expected)}`;
}

function firstOf<T>(items: Iterable<T>, find: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function show(value: Value | undefined): string {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 60);
}
