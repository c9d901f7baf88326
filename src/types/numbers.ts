// Finite numbers within a range.
import { isEqualData } from "../kernel/plain.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { DescriptionClass, OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { explainNumber, isFiniteNumber, isWithin } from "./explain-number.ts";
import type { NumberBounds } from "./explain-number.ts";
import { mergeEqualOption } from "./merge-strategies.ts";
import { isNumber, number } from "./number.ts";
import { failArgument } from "./require-type.ts";

/**
 * Types of finite numbers within a range. Several definitions must be equal. An option declared twice with the same range
 * keeps it; with different ones it is of type `number`.
 */
export const numbers: {
  /** Numbers from `lowest` to `highest`, both included. Fails if they are not finite, or in the wrong order. */
  readonly between: (lowest: number, highest: number) => OptionType<number>;
  /** 0 and above. */
  readonly nonnegative: OptionType<number>;
  /** Above 0. */
  readonly positive: OptionType<number>;
} = {
  between,
  nonnegative: ranged(
    "numberNonnegative",
    "nonnegative integer or floating point number, meaning >=0",
    { lowest: 0 },
    "nonRestrictiveClause",
  ),
  positive: ranged(
    "numberPositive",
    "positive integer or floating point number, meaning >0",
    { lowest: 0, aboveLowest: true },
    "nonRestrictiveClause",
  ),
};

function between(lowest: number, highest: number): OptionType<number> {
  for (const bound of [lowest, highest]) {
    if (isFiniteNumber(bound)) continue;
    failArgument(
      "numbers.between",
      `a bound must be a finite number, but ${explainNumber(bound) ?? `one is ${describeValue(bound)}`}`,
    );
  }
  if (lowest > highest)
    failArgument("numbers.between", `the lowest number, ${lowest}, is above the highest, ${highest}`);
  const description = `integer or floating point number between ${lowest} and ${highest} (both inclusive)`;
  return ranged("numberBetween", description, { lowest, highest }, "conjunction");
}

function ranged(
  name: string,
  description: string,
  bounds: NumberBounds,
  descriptionClass: DescriptionClass,
): OptionType<number> {
  return mkLeafType<number>({
    name,
    description,
    descriptionClass,
    check: (value) => isFiniteNumber(value) && isWithin(value, bounds),
    explain: (value) => explainNumber(value, bounds),
    merge: mergeEqualOption,
    functor: { name: "number", payload: bounds },
    typeMerge: (self, other) => {
      if (!isNumber(other)) return null;
      return self.name === other.name && isEqualData(bounds, other.functor.payload) ? self : number;
    },
    nestedTypes: number.nestedTypes,
  });
}
