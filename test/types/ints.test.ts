import { expect, test } from "vitest";
import { int } from "../../src/types/int.ts";
import { ints } from "../../src/types/ints.ts";
import { port } from "../../src/types/port.ts";
import { str } from "../../src/types/str.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

const ranges = [
  ["u8", ints.u8, 0, 255],
  ["u16", ints.u16, 0, 65_535],
  ["u32", ints.u32, 0, 4_294_967_295],
  ["s8", ints.s8, -128, 127],
  ["s16", ints.s16, -32_768, 32_767],
  ["s32", ints.s32, -2_147_483_648, 2_147_483_647],
  ["between(-3, 7)", ints.between(-3, 7), -3, 7],
  ["between(5, 5)", ints.between(5, 5), 5, 5],
] as const;

test.each(ranges)("%s goes as far as it says, and no further", (_, type, lowest, highest) => {
  expect(type.check(lowest)).toBe(true);
  expect(type.check(highest)).toBe(true);
  expect(type.check(lowest - 1)).toBe(false);
  expect(type.check(highest + 1)).toBe(false);
  expect(type.explain(lowest - 1)).toBe(`${lowest - 1} is below ${lowest}`);
  expect(type.explain(highest + 1)).toBe(`${highest + 1} is above ${highest}`);
});

test.each(ranges)("%s refuses what is no integer", (_, type, lowest) => {
  for (const value of [lowest + 0.5, Number.NaN, Number.POSITIVE_INFINITY, BigInt(lowest), String(lowest), null]) {
    expect(type.check(value)).toBe(false);
  }
});

accepts(ints.unsigned, [0, -0, 1, Number.MAX_SAFE_INTEGER]);
refuses(ints.unsigned, [
  [-1, "-1 is below 0"],
  [0.5, "0.5 is not a whole number"],
  [Number.POSITIVE_INFINITY, "Infinity is no finite number"],
  [1n, "1n is a bigint, which has no JSON form; write a number"],
]);
accepts(ints.positive, [1, Number.MAX_SAFE_INTEGER]);
refuses(ints.positive, [
  [0, "0 is not above 0"],
  [-0, "0 is not above 0"],
  [-1, "-1 is not above 0"],
]);
merges(ints.u8, [[[3, 3], 3]]);
conflicts(ints.u8, [
  [[3, 4], "conflict"],
  [[256], "wrong-type"],
]);

test("an equal range stays, different ranges are int, other types do not agree", () => {
  expect(ints.u8.typeMerge(ints.u8)).toBe(ints.u8);
  const between = ints.between(1, 2);
  expect(between.typeMerge(ints.between(1, 2))).toBe(between);
  expect(between.typeMerge(ints.between(1, 3))).toBe(int);
  expect(ints.u8.typeMerge(ints.between(0, 255))).toBe(int);
  expect(ints.u8.typeMerge(ints.s8)).toBe(int);
  expect(ints.u8.typeMerge(int)).toBe(int);
  expect(ints.unsigned.typeMerge(ints.positive)).toBe(int);
  expect(ints.u16.typeMerge(port)).toBe(ints.u16);
  expect(ints.u8.typeMerge(str)).toBeNull();
});

test("ints.between needs two bounds", () => {
  // The cast: what a program without types may leave out.
  const between = ints.between as (lowest: number) => unknown;
  expect(failureOf(() => between(1))).toBe("`types.ints.between`: a bound must be an integer, but one is undefined.");
});

test.each([
  [7, 3, "`types.ints.between`: the lowest number, 7, is above the highest, 3."],
  [0.5, 3, "`types.ints.between`: a bound must be an integer, but 0.5 is not a whole number."],
  [0, Number.POSITIVE_INFINITY, "`types.ints.between`: a bound must be an integer, but Infinity is no finite number."],
  [Number.NaN, 1, "`types.ints.between`: a bound must be an integer, but NaN is no finite number."],
  [
    0,
    2 ** 60,
    "`types.ints.between`: a bound must be an integer, but 1152921504606847000 is too large to be exact: integers go from -9007199254740991 to 9007199254740991.",
  ],
])("between(%s, %s) cannot be made", (lowest, highest, message) => {
  expect(failureOf(() => ints.between(lowest, highest))).toBe(message);
});
