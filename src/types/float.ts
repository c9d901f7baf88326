// Numbers with or without a fraction.
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { explainNumber, isFiniteNumber } from "./explain-number.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/**
 * Any finite number: JavaScript does not tell `1.0` from `1`. NaN, infinities and bigints are refused. Several definitions
 * must be equal.
 */
export const float: OptionType<number> = mkLeafType<number>({
  name: "float",
  description: "floating point number",
  descriptionClass: "noun",
  check: isFiniteNumber,
  explain: (value) => explainNumber(value),
  merge: mergeEqualOption,
});
