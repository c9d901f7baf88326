// Attribute sets that are merged name by name, and no deeper.
import { isPlainObject } from "../kernel/plain.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { emptySet } from "./empty-set.ts";
import { mergeDefaultOption } from "./merge-strategies.ts";

/**
 * A plain object; several definitions are merged shallowly: for a name in several of them the last definition wins, without
 * complaint. What is inside is data: functions and properties there are not looked at. Prefer `attrsOf(…)`.
 */
export const attrs: OptionType<Readonly<Record<string, unknown>>> = mkOptionType<Readonly<Record<string, unknown>>>({
  name: "attrs",
  description: "attribute set",
  check: isPlainObject,
  merge: mergeDefaultOption,
  emptyValue: emptySet,
});
