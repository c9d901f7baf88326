import { expect, test } from "vitest";
import { boolByOr } from "../../src/types/bool-by-or.ts";
import { bool } from "../../src/types/bool.ts";
import { accepts, merges, refuses } from "./expect-type.ts";

accepts(boolByOr, [true, false]);
refuses(boolByOr, [
  [0, null],
  ["", null],
  ["true", '"true" is a string; write true without quotes'],
  [null, null],
]);
merges(boolByOr, [
  [[true], true],
  [[false], false],
  [[false, false], false],
  [[false, true, false], true],
]);

test("does not agree with bool", () => {
  expect(boolByOr.typeMerge(boolByOr)).toBe(boolByOr);
  expect(boolByOr.typeMerge(bool)).toBeNull();
  expect(bool.typeMerge(boolByOr)).toBeNull();
});
