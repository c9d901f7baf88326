import { expect, test } from "vitest";
import { float } from "../../src/types/float.ts";
import { int } from "../../src/types/int.ts";
import { ints } from "../../src/types/ints.ts";
import { number } from "../../src/types/number.ts";
import { accepts, conflicts, merges, refuses } from "./expect-type.ts";

const limits = "is too large to be exact: integers go from -9007199254740991 to 9007199254740991";

accepts(int, [0, -0, 1, 1.0, -5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);
refuses(int, [
  [1.5, "1.5 is not a whole number"],
  [5e-324, "5e-324 is not a whole number"],
  [2 ** 53, `9007199254740992 ${limits}`],
  [-(2 ** 53), `-9007199254740992 ${limits}`],
  [1e300, `1e+300 ${limits}`],
  [Number.NaN, "NaN is no finite number"],
  [Number.POSITIVE_INFINITY, "Infinity is no finite number"],
  [Number.NEGATIVE_INFINITY, "-Infinity is no finite number"],
  [5n, "5n is a bigint, which has no JSON form; write a number"],
  ["80", '"80" is a string; write the number without quotes'],
  ["eighty", null],
  ["", null],
  [" ", null],
  [true, null],
  [null, null],
  [[1], null],
  [{}, null],
]);
merges(int, [
  [[7], 7],
  [[7, 7], 7],
  [[0, -0], 0],
]);
conflicts(int, [
  [[1, 2], "conflict"],
  [[1, 1, 2], "conflict"],
]);

test.each([
  ["itself", int, int],
  ["a range of ints", ints.u8, int],
  ["float", float, null],
  ["number", number, null],
] as const)("declared with %s", (_, other, merged) => {
  expect(int.typeMerge(other)).toBe(merged);
});
