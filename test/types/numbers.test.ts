import { expect, test } from "vitest";
import { number } from "../../src/types/number.ts";
import { numbers } from "../../src/types/numbers.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

const half = numbers.between(0.5, 2);
accepts(half, [0.5, 1, 2]);
refuses(half, [
  [0.4999, "0.4999 is below 0.5"],
  [2.0001, "2.0001 is above 2"],
  [Number.NaN, "NaN is no finite number"],
  ["1", '"1" is a string; write the number without quotes'],
]);
accepts(numbers.nonnegative, [0, -0, 0.1, Number.MAX_VALUE]);
refuses(numbers.nonnegative, [
  [-5e-324, "-5e-324 is below 0"],
  [Number.NaN, "NaN is no finite number"],
  [Number.POSITIVE_INFINITY, "Infinity is no finite number"],
]);
accepts(numbers.positive, [5e-324, 1]);
refuses(numbers.positive, [
  [0, "0 is not above 0"],
  [-0, "0 is not above 0"],
  [-0.1, "-0.1 is not above 0"],
  [Number.NaN, "NaN is no finite number"],
  [1n, "1n is a bigint, which has no JSON form; write a number"],
]);
merges(half, [[[1.5, 1.5], 1.5]]);
conflicts(half, [[[1.5, 1], "conflict"]]);

test("an equal range stays, different ranges are number", () => {
  expect(half.typeMerge(numbers.between(0.5, 2))).toBe(half);
  expect(half.typeMerge(numbers.between(0.5, 3))).toBe(number);
  expect(half.typeMerge(number)).toBe(number);
  expect(numbers.positive.typeMerge(numbers.positive)).toBe(numbers.positive);
  expect(numbers.positive.typeMerge(numbers.nonnegative)).toBe(number);
});

test("numbers.between needs two bounds", () => {
  // The cast: what a program without types may leave out.
  const between = numbers.between as (lowest: number) => unknown;
  expect(failureOf(() => between(1))).toBe(
    "`types.numbers.between`: a bound must be a finite number, but one is undefined.",
  );
});

test.each([
  [2, 0.5, "`types.numbers.between`: the lowest number, 2, is above the highest, 0.5."],
  [
    0,
    Number.POSITIVE_INFINITY,
    "`types.numbers.between`: a bound must be a finite number, but Infinity is no finite number.",
  ],
  [Number.NaN, 0, "`types.numbers.between`: a bound must be a finite number, but NaN is no finite number."],
])("between(%s, %s) cannot be made", (lowest, highest, message) => {
  expect(failureOf(() => numbers.between(lowest, highest))).toBe(message);
});
