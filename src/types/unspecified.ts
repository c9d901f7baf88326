// What an option without a type is.
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeDefaultOption } from "./merge-strategies.ts";

/**
 * Anything: the type of an option that declares none. Several definitions are merged by kind: lists are joined, sets
 * merged shallowly, booleans joined by "or", strings concatenated, equal integers taken once.
 */
export const unspecified: OptionType<unknown> = mkOptionType<unknown>({
  name: "unspecified",
  description: "unspecified value",
  descriptionClass: "noun",
  merge: mergeDefaultOption,
});
