// Strings of one line.
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/**
 * A string without line breaks, except for a final `\n`, which the value loses. Several definitions must be equal, with
 * the final `\n` or without it alike.
 */
export const singleLineStr: OptionType<string> = mkOptionType<string>({
  name: "singleLineStr",
  description: "(optionally newline-terminated) single-line string",
  descriptionClass: "noun",
  check: (value) => typeof value === "string" && /^[^\n\r]*\n?$/.test(value),
  explain: (value) => {
    if (typeof value !== "string") return null;
    return value.includes("\r") ? "the string has a carriage return" : "the string has more than one line";
  },
  merge: (context, definitions) => {
    const value = mergeEqualOption(context, definitions);
    return typeof value === "string" && value.endsWith("\n") ? value.slice(0, -1) : value;
  },
});
