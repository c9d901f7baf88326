// Booleans of which one `true` is enough.
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { explainBoolean } from "./explain-boolean.ts";

/** `true` or `false`; several definitions are joined by "or". */
export const boolByOr: OptionType<boolean> = mkOptionType<boolean>({
  name: "boolByOr",
  description: "boolean (merged using or)",
  descriptionClass: "noun",
  check: (value) => typeof value === "boolean",
  explain: explainBoolean,
  merge: (_context, definitions) => definitions.some(({ value }) => value === true),
});
