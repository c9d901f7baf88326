// Integers and floating point numbers.
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { explainNumber, isFiniteNumber } from "./explain-number.ts";
import { float } from "./float.ts";
import { int } from "./int.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/**
 * Any finite number. Several definitions must be equal. An option declared with this type and one of `numbers` is of this
 * type. To tools it looks like `either(int, float)`, which it is in nixpkgs.
 */
export const number: OptionType<number> = mkLeafType<number>({
  name: "either",
  description: "signed integer or floating point number",
  descriptionClass: "conjunction",
  check: isFiniteNumber,
  explain: (value) => explainNumber(value),
  merge: mergeEqualOption,
  functor: { name: "number", payload: null },
  typeMerge: (self, other) => (other.functor.name === "number" ? self : null),
  nestedTypes: { left: int, right: float },
});
