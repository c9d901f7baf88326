import { expect, test } from "vitest";
import { lines } from "../../src/types/lines.ts";
import { separatedString } from "../../src/types/separated-string.ts";
import { str } from "../../src/types/str.ts";
import { accepts, failureOf, merges, refuses } from "./expect-type.ts";

const dashes = separatedString(" - ");
accepts(dashes, ["", "x"]);
refuses(dashes, [
  [1, null],
  [["x"], null],
  [null, null],
]);
merges(dashes, [
  [["x"], "x"],
  [["x", "y", "x"], "x - y - x"],
  [["", ""], " - "],
]);
merges(separatedString(""), [[["x", "y"], "xy"]]);

test("agrees with the same separator alone", () => {
  expect(dashes.typeMerge(separatedString(" - "))).toBe(dashes);
  expect(dashes.typeMerge(separatedString("-"))).toBeNull();
  expect(dashes.typeMerge(str)).toBeNull();
  expect(lines.typeMerge(separatedString("\n"))).toBe(lines);
});

test("a separator is a string", () => {
  // The cast: what a program without types may hand in.
  expect(failureOf(() => separatedString(undefined as unknown as string))).toBe(
    "`types.separatedString`: a string is expected as separator, but this is undefined.",
  );
});
