// Booleans that all definitions must agree on.
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { explainBoolean } from "./explain-boolean.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/** `true` or `false`; several definitions must be equal. */
export const bool: OptionType<boolean> = mkLeafType<boolean>({
  name: "bool",
  description: "boolean",
  descriptionClass: "noun",
  check: (value) => typeof value === "boolean",
  explain: explainBoolean,
  merge: mergeEqualOption,
});
