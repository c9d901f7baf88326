import { expect, test } from "vitest";
import { mkOptionType } from "../../src/types/define-type.ts";
import { ints } from "../../src/types/ints.ts";
import { lines } from "../../src/types/lines.ts";
import { passwdEntry } from "../../src/types/passwd-entry.ts";
import { separatedString } from "../../src/types/separated-string.ts";
import { str } from "../../src/types/str.ts";
import { strMatching } from "../../src/types/str-matching.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

const entry = passwdEntry(str);
accepts(entry, ["", "/bin/sh", "a\rb"]);
refuses(entry, [
  ["a:b", "the string has a colon"],
  ["a\nb", "the string has a line feed"],
  ["\n", "the string has a line feed"],
  [1, null],
  [null, null],
]);
merges(entry, [[["x", "x"], "x"]]);
merges(passwdEntry(separatedString(" ")), [[["a", "b"], "a b"]]);
conflicts(entry, [
  [["x", "y"], "conflict"],
  [["x:"], "wrong-type"],
]);

const id = passwdEntry(ints.u16);
accepts(id, [0, 65_535]);
refuses(id, [
  [65_536, "65536 is above 65535"],
  ["1", '"1" is a string; write the number without quotes'],
]);

test("an equal one stays, with the entry's type it is that type", () => {
  expect(entry.typeMerge(passwdEntry(str))).toBe(entry);
  expect(entry.typeMerge(str)).toBe(str);
  expect(str.typeMerge(entry)).toBe(str);
  expect(entry.typeMerge(lines)).toBeNull();
  expect(passwdEntry(strMatching("a")).typeMerge(passwdEntry(strMatching("b")))).toBeNull();
});

test("takes a type", () => {
  // The cast: what a program without types may hand in.
  expect(failureOf(() => passwdEntry(mkOptionType as unknown as typeof str))).toBe(
    "`types.passwdEntry`: it needs an option type, but was given a function.",
  );
});
