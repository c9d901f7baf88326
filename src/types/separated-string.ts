// Strings that are joined by a separator.
import { describeValue } from "../kernel/describe-value.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { failArgument } from "./require-type.ts";

/**
 * A string; several definitions are joined by `separator` in their order. Declarations with different separators do not
 * agree. Fails if `separator` is no string.
 */
export function separatedString(separator: string): OptionType<string> {
  if (typeof separator !== "string") {
    failArgument("separatedString", `a string is expected as separator, but this is ${describeValue(separator)}`);
  }
  return mkLeafType<string>({
    name: "separatedString",
    description: `strings concatenated with ${JSON.stringify(separator)}`,
    descriptionClass: "noun",
    check: (value) => typeof value === "string",
    merge: (_context, definitions) => definitions.map(({ value }) => value).join(separator),
    functor: { name: "separatedString", payload: separator },
    typeMerge: (self, { functor }) =>
      functor.name === "separatedString" && functor.payload === separator ? self : null,
  });
}
