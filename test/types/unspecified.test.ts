import { expect, test } from "vitest";
import { mergeDefaultOption } from "../../src/types/merge-strategies.ts";
import { unspecified } from "../../src/types/unspecified.ts";
import { accepts, conflicts, merges } from "./expect-type.ts";

accepts(unspecified, [0, "x", null, [], {}, () => 0, new Date(0)]);
merges(unspecified, [
  [[null], null],
  [
    [[1, [2]], [3]],
    [1, [2], 3],
  ],
  [[{ a: 1, b: { c: 1 } }, { b: { d: 2 } }], { a: 1, b: { d: 2 } }],
  [[false, true], true],
  [["x", "y"], "xy"],
  [[3, 3], 3],
]);
conflicts(unspecified, [
  [[3, 4], "cannot-merge"],
  [[1.5, 1.5], "cannot-merge"],
  [[null, null], "cannot-merge"],
  [["x", 1], "cannot-merge"],
  [[[], {}], "cannot-merge"],
]);

test("merges as types without a rule of their own do", () => {
  expect(unspecified.merge).toBe(mergeDefaultOption);
});
