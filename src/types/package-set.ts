// Sets of packages, such as a whole package collection.
import { isPlainObject } from "../kernel/plain.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { emptySet } from "./empty-set.ts";
import { mergeUniqueOption } from "./merge-strategies.ts";

/** A set of packages: any plain object, not looked into; one definition. Where nothing defines it, it is `{}`. */
export const packageSet: OptionType<Readonly<Record<string, unknown>>> = mkOptionType<
  Readonly<Record<string, unknown>>
>({
  name: "packageSet",
  description: "package set",
  descriptionClass: "noun",
  check: isPlainObject,
  merge: mergeUniqueOption({ message: "Package sets cannot be merged." }),
  emptyValue: emptySet,
});
