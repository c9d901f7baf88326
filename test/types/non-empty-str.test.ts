import { expect, test } from "vitest";
import { nonEmptyStr } from "../../src/types/non-empty-str.ts";
import { str } from "../../src/types/str.ts";
import { accepts, conflicts, merges, refuses } from "./expect-type.ts";

// A carriage return counts as content, as in nixpkgs.
accepts(nonEmptyStr, ["x", " x ", "\r", "\u00A0", "\n0\n"]);
refuses(nonEmptyStr, [
  ["", "the string is empty"],
  [" \t\n", "the string holds nothing but white space"],
  [1, null],
  [null, null],
]);
merges(nonEmptyStr, [[[" x", " x"], " x"]]);
conflicts(nonEmptyStr, [[["x", " x"], "conflict"]]);

test("agrees with itself alone", () => {
  expect(nonEmptyStr.typeMerge(nonEmptyStr)).toBe(nonEmptyStr);
  expect(nonEmptyStr.typeMerge(str)).toBeNull();
});
