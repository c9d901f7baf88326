// Strings with something in them.
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/** A string with at least one character other than space, tab and line feed; several definitions must be equal. */
export const nonEmptyStr: OptionType<string> = mkLeafType<string>({
  name: "nonEmptyStr",
  description: "non-empty string",
  descriptionClass: "noun",
  // Not `trim()`: to nixpkgs every other white space is content.
  check: (value) => typeof value === "string" && /[^ \t\n]/.test(value),
  explain: (value) => {
    if (typeof value !== "string") return null;
    return value === "" ? "the string is empty" : "the string holds nothing but white space";
  },
  merge: mergeEqualOption,
});
