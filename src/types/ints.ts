// Integers within a range.
import { isEqualData } from "../kernel/plain.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { DescriptionClass, OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { explainInteger, isInteger, isWithin } from "./explain-number.ts";
import type { NumberBounds } from "./explain-number.ts";
import { int } from "./int.ts";
import { mergeEqualOption } from "./merge-strategies.ts";
import { failArgument } from "./require-type.ts";

/**
 * Types of integers within a range. Several definitions must be equal. An option declared twice with the same range
 * keeps it; with different ones it is of type `int`.
 */
export const ints: {
  /** Integers from `lowest` to `highest`, both included. Fails if they are no integers, or in the wrong order. */
  readonly between: (lowest: number, highest: number) => OptionType<number>;
  /** 0 and above. */
  readonly unsigned: OptionType<number>;
  /** 1 and above. */
  readonly positive: OptionType<number>;
  /** 0 to 255. */
  readonly u8: OptionType<number>;
  /** 0 to 65535. */
  readonly u16: OptionType<number>;
  /** 0 to 4294967295. */
  readonly u32: OptionType<number>;
  /** -128 to 127. */
  readonly s8: OptionType<number>;
  /** -32768 to 32767. */
  readonly s16: OptionType<number>;
  /** -2147483648 to 2147483647. */
  readonly s32: OptionType<number>;
} = {
  between,
  unsigned: ranged("unsignedInt", "unsigned integer, meaning >=0", { lowest: 0 }, "nonRestrictiveClause"),
  positive: ranged(
    "positiveInt",
    "positive integer, meaning >0",
    { lowest: 0, aboveLowest: true },
    "nonRestrictiveClause",
  ),
  u8: unsignedBits(8),
  u16: unsignedBits(16),
  u32: unsignedBits(32),
  s8: signedBits(8),
  s16: signedBits(16),
  s32: signedBits(32),
};

function between(lowest: number, highest: number): OptionType<number> {
  for (const bound of [lowest, highest]) {
    if (isInteger(bound)) continue;
    failArgument(
      "ints.between",
      `a bound must be an integer, but ${explainInteger(bound) ?? `one is ${describeValue(bound)}`}`,
    );
  }
  if (lowest > highest) failArgument("ints.between", `the lowest number, ${lowest}, is above the highest, ${highest}`);
  return ranged("intBetween", `integer between ${describeRange(lowest, highest)}`, { lowest, highest });
}

function unsignedBits(bits: number): OptionType<number> {
  return ofBits(`unsignedInt${bits}`, `${bits} bit unsigned integer`, 0, 2 ** bits - 1);
}

function signedBits(bits: number): OptionType<number> {
  return ofBits(`signedInt${bits}`, `${bits} bit signed integer`, -(2 ** (bits - 1)), 2 ** (bits - 1) - 1);
}

function ofBits(name: string, start: string, lowest: number, highest: number): OptionType<number> {
  return ranged(name, `${start}; between ${describeRange(lowest, highest)}`, { lowest, highest });
}

function describeRange(lowest: number, highest: number): string {
  return `${lowest} and ${highest} (both inclusive)`;
}

function ranged(
  name: string,
  description: string,
  bounds: NumberBounds,
  descriptionClass: DescriptionClass = "noun",
): OptionType<number> {
  return mkLeafType<number>({
    name,
    description,
    descriptionClass,
    check: (value) => isInteger(value) && isWithin(value, bounds),
    explain: (value) => explainInteger(value, bounds),
    merge: mergeEqualOption,
    functor: { name: "int", payload: bounds },
    typeMerge: (self, other) => {
      if (other.functor.name !== "int") return null;
      return self.name === other.name && isEqualData(bounds, other.functor.payload) ? self : int;
    },
  });
}
