// Integers and floating point numbers.
import type { AnyOptionType, OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { explainNumber, isFiniteNumber } from "./explain-number.ts";
import { float } from "./float.ts";
import { int } from "./int.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/**
 * Any finite number. Several definitions must be equal. An option declared with this type and one of `numbers`, or
 * `either(int, float)`, is of this type. To tools it looks like the latter, which it is in nixpkgs.
 */
export const number: OptionType<number> = mkLeafType<number>({
  name: "either",
  description: "signed integer or floating point number",
  descriptionClass: "conjunction",
  check: isFiniteNumber,
  explain: (value) => explainNumber(value),
  merge: mergeEqualOption,
  functor: { name: "number", payload: null },
  typeMerge: (self, other) => (isNumber(other) ? self : null),
  nestedTypes: { left: int, right: float },
});

/** Whether a type is `number`, one of `numbers`, or what `number` is in nixpkgs: an integer or else a float. */
export function isNumber({ functor, nestedTypes }: AnyOptionType): boolean {
  if (functor.name === "number") return true;
  const { left, right } = functor.name === "either" ? nestedTypes : {};
  return left?.functor.name === "int" && right?.functor.name === "float";
}
