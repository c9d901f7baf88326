// Strings that all definitions must agree on.
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/** A string; several definitions must be equal. `lines`, `commas` and `separatedString` join them instead. */
export const str: OptionType<string> = mkLeafType<string>({
  name: "str",
  description: "string",
  descriptionClass: "noun",
  check: (value) => typeof value === "string",
  merge: mergeEqualOption,
});
