// What is different between two results of evaluation.
import { isDeepStrictEqual } from "node:util";
import { compareNames, type Path } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";

/** A value that is not the same on both sides; a side without it has none. */
export interface Change {
  readonly path: Path;
  readonly before: { readonly value: unknown } | null;
  readonly after: { readonly value: unknown } | null;
}

/** The innermost differences between two values of plain data, in the order of their paths. Lists are compared whole. */
export function compareValues(before: unknown, after: unknown, path: Path = []): readonly Change[] {
  if (before === after) return [];
  if (!isPlainObject(before) || !isPlainObject(after)) {
    return isDeepStrictEqual(before, after) ? [] : [{ path, before: { value: before }, after: { value: after } }];
  }
  const all = new Set([...Object.keys(before), ...Object.keys(after)]);
  // Most are the same; to sort those would take longer than everything else.
  const names = [...all].filter((name) => !(Object.hasOwn(before, name) && before[name] === after[name]));
  return names.sort(compareNames).flatMap((name) => {
    const below = [...path, name];
    if (!Object.hasOwn(before, name)) return [{ path: below, before: null, after: { value: after[name] } }];
    if (!Object.hasOwn(after, name)) return [{ path: below, before: { value: before[name] }, after: null }];
    return compareValues(before[name], after[name], below);
  });
}
