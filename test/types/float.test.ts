import { expect, test } from "vitest";
import { float } from "../../src/types/float.ts";
import { int } from "../../src/types/int.ts";
import { accepts, conflicts, merges, refuses } from "./expect-type.ts";

accepts(float, [0, -0, 1, 1.5, -2.25, 1e300, 5e-324, Number.MAX_VALUE]);
refuses(float, [
  [Number.NaN, "NaN is no finite number"],
  [Number.POSITIVE_INFINITY, "Infinity is no finite number"],
  [Number.NEGATIVE_INFINITY, "-Infinity is no finite number"],
  [2n, "2n is a bigint, which has no JSON form; write a number"],
  ["1.5", '"1.5" is a string; write the number without quotes'],
  ["Infinity", null],
  [null, null],
  [{}, null],
]);
merges(float, [
  [[1.5, 1.5], 1.5],
  [[0, -0], 0],
]);
conflicts(float, [[[1.5, 1], "conflict"]]);

test("agrees with itself, not with int", () => {
  expect(float.typeMerge(float)).toBe(float);
  expect(float.typeMerge(int)).toBeNull();
});
