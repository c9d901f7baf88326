// Integers of any size that JavaScript numbers hold exactly.
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { explainInteger, isInteger } from "./explain-number.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/**
 * An integer from -(2^53 - 1) to 2^53 - 1; `1.0` is the integer 1, a bigint is refused. Several definitions must be
 * equal. An option declared with this type and one of `ints` is of this type.
 */
export const int: OptionType<number> = mkLeafType<number>({
  name: "int",
  description: "signed integer",
  descriptionClass: "noun",
  check: isInteger,
  explain: (value) => explainInteger(value),
  merge: mergeEqualOption,
  typeMerge: (self, other) => (other.functor.name === "int" ? self : null),
});
