// Follows a path of names through `options` and `config`, and builds sets along one.
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { isOptionState, type OptionState } from "../../model/option-state.ts";

/** What stands at a path of the tree of options: an option, a set of them, something inside an option, or nothing. */
export type Found =
  | { readonly kind: "option"; readonly state: OptionState }
  | { readonly kind: "set"; readonly names: object }
  | { readonly kind: "inside" }
  | { readonly kind: "nothing" };

/** Looks a path up in the argument `options`. Computes no value. */
export function findOption(options: object, path: Path): Found {
  let names = options;
  for (const [at, name] of path.entries()) {
    if (!(name in names)) return { kind: "nothing" };
    // The cast: the name was just found there.
    const found = (names as Readonly<Record<string, unknown>>)[name];
    if (isOptionState(found)) return at === path.length - 1 ? { kind: "option", state: found } : { kind: "inside" };
    // The cast: what is no option in a tree of options is a set of them.
    names = found as object;
  }
  return { kind: "set", names };
}

/** The value at a path of the argument `config`, or null if some name on the way is not there. */
export function findValue(config: unknown, path: Path): { readonly value: unknown } | null {
  let value = config;
  for (const name of path) {
    if (!isPlainObject(value) || !(name in value)) return null;
    value = value[name];
  }
  return { value };
}

/** A set that holds `content` at a path. */
export function setAt(path: Path, content: unknown): unknown {
  return path.reduceRight(
    (inner, name) => Object.defineProperty({}, name, { value: inner, enumerable: true }),
    content,
  );
}
