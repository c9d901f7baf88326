// The configuration of a package collection: a set that every module may add to.
import { isPlainObject } from "../kernel/plain.ts";
import type { AnyOptionType, OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { emptySet } from "./empty-set.ts";
import { mergeTree } from "./merge-tree.ts";

/**
 * An attribute set merged at any depth: sets name by name, lists joined, anything else must be equal. A member that is
 * itself a function is written `() => fn`, and takes one definition. Where nothing defines it, it is `{}`.
 */
export const nixpkgsConfig: OptionType<Readonly<Record<string, unknown>>> = mkOptionType<
  Readonly<Record<string, unknown>>
>({
  name: "nixpkgs-config",
  description: "nixpkgs config",
  check: isPlainObject,
  merge: (context, definitions) => mergeTree(context, definitions, member),
  emptyValue: emptySet,
});

const member: AnyOptionType = mkOptionType<unknown>({
  name: "nixpkgs-config member",
  merge: (context, definitions) => mergeTree(context, definitions, member),
});
