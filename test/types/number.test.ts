import { expect, test } from "vitest";
import { either } from "../../src/types/either.ts";
import { float } from "../../src/types/float.ts";
import { int } from "../../src/types/int.ts";
import { ints } from "../../src/types/ints.ts";
import { number } from "../../src/types/number.ts";
import { numbers } from "../../src/types/numbers.ts";
import { accepts, conflicts, merges, refuses } from "./expect-type.ts";

accepts(number, [0, -1, 1.5, 2 ** 60]);
refuses(number, [
  [Number.NaN, "NaN is no finite number"],
  [Number.POSITIVE_INFINITY, "Infinity is no finite number"],
  [1n, "1n is a bigint, which has no JSON form; write a number"],
  ["1", '"1" is a string; write the number without quotes'],
  [true, null],
]);
merges(number, [
  [[1, 1], 1],
  [[-0, 0], -0],
]);
conflicts(number, [[[1, 1.5], "conflict"]]);

test("agrees with itself and its ranges, not with its parts", () => {
  expect(number.typeMerge(number)).toBe(number);
  expect(number.typeMerge(numbers.positive)).toBe(number);
  expect(number.typeMerge(int)).toBeNull();
  expect(number.typeMerge(float)).toBeNull();
});

test("agrees with what it is in nixpkgs, and so do its ranges", () => {
  const parts = either(int, float);
  for (const same of [number, numbers.positive]) {
    expect(same.typeMerge(parts)).toBe(number);
    expect(parts.typeMerge(same)).toBe(number);
    expect(same.typeMerge(either(float, int))).toBeNull();
    expect(either(float, int).typeMerge(same)).toBeNull();
  }
  expect(number.typeMerge(either(ints.positive, float))).toBe(number);
});

test("shows its parts to tools", () => {
  expect(number.nestedTypes).toStrictEqual({ left: int, right: float });
});
