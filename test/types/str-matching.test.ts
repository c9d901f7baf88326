import { describe, expect, test, vi } from "vitest";
import { strMatching } from "../../src/types/str-matching.ts";
import { str } from "../../src/types/str.ts";
import { evaluateOption } from "./evaluate-option.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

// The answers of nixpkgs' type for patterns that mean the same in both languages.
test.each([
  ["a+", "aaa", true],
  ["a+", "baa", false],
  ["a+", "aa\n", false],
  ["a|b", "ab", false],
  ["a|b", "b", true],
  [".", "\n", true],
  ["a.c", "a\nc", true],
  ["", "", true],
  ["", "x", false],
  ["^a$", "a", true],
])("%j against %j: %s", (pattern, value, matches) => {
  expect(strMatching(pattern).check(value)).toBe(matches);
});

const word = strMatching("[a-z]+");
accepts(word, ["x", "abc"]);
refuses(word, [
  ["", null],
  ["A", null],
  ["a\n", null],
  [1, null],
  [["a"], null],
  [null, null],
]);
merges(word, [[["x", "x"], "x"]]);
conflicts(word, [
  [["x", "y"], "conflict"],
  [["X"], "wrong-type"],
]);

test("characters are code points", () => {
  expect(strMatching(".").check("🙂")).toBe(true);
  expect(strMatching("\\p{L}+").check("ünï")).toBe(true);
});

test("a type is not changed by what it was asked before", () => {
  const type = strMatching(/x/g);
  expect([type.check("x"), type.check("x"), type.check("xx"), type.check("x")]).toStrictEqual([
    true,
    true,
    false,
    true,
  ]);
});

describe("a RegExp", () => {
  test.each([
    [/[a-z]+/, "ABC", false],
    [/[a-z]+/i, "ABC", true],
    [/a.c/, "a\nc", true],
    [/x/y, "yx", false],
    [new RegExp("[\\p{L}--[a-z]]", "v"), "A", true],
    [new RegExp("[\\p{L}--[a-z]]", "v"), "a", false],
  ])("%s against %j: %s", (pattern, value, matches) => {
    expect(strMatching(pattern).check(value)).toBe(matches);
  });

  test("is the same type as its source", () => {
    const type = strMatching("[a-z]+");
    expect(type.typeMerge(strMatching(/[a-z]+/gu))).toBe(type);
    expect(type.typeMerge(strMatching(/[a-z]+/i))).toBeNull();
  });
});

test("agrees with the same pattern alone", () => {
  expect(word.typeMerge(strMatching("[a-z]+"))).toBe(word);
  expect(word.typeMerge(strMatching("[a-z]*"))).toBeNull();
  expect(word.typeMerge(str)).toBeNull();
});

describe("cannot be made", () => {
  test.each([
    [
      "[[:alpha:]_]+",
      "`types.strMatching`: JavaScript has no POSIX classes; instead of `[[:alpha:]_]+` write `[a-zA-Z_]+`.",
    ],
    [/[[:digit:]]/, "`types.strMatching`: JavaScript has no POSIX classes; instead of `[[:digit:]]` write `[0-9]`."],
    [/^a$/m, "`types.strMatching`: /^a$/m has the flag `m`, under which `^` and `$` stand for lines; leave it out."],
    ["a)(b", "`types.strMatching`: `a)(b` is not a regular expression with the flags `su`: Unmatched ')'."],
    ["(", "`types.strMatching`: `(` is not a regular expression with the flags `su`: Unterminated group."],
    [
      "a: [",
      "`types.strMatching`: `a: [` is not a regular expression with the flags `su`: Unterminated character class.",
    ],
    [new RegExp("\\-"), "`types.strMatching`: `\\-` is not a regular expression with the flags `su`: Invalid escape."],
  ])("%s", (pattern, message) => {
    expect(failureOf(() => strMatching(pattern))).toBe(message);
  });
});

test("takes a string or a RegExp", () => {
  // The cast: what a program without types may hand in.
  expect(failureOf(() => strMatching(["a"] as unknown as string))).toBe(
    "`types.strMatching`: a string or a RegExp is expected, but this is a list.",
  );
});

test("is matched once, however often the value is read", () => {
  const test = vi.spyOn(RegExp.prototype, "test");
  const { config } = evaluateOption(strMatching("once(ly)?"), "once");
  const matched = (): number =>
    test.mock.contexts.filter((each) => (each as RegExp).source.includes("once(ly)?")).length;
  for (let times = 0; times < 5; times += 1) expect(config["option"]).toBe("once");
  expect(matched()).toBe(1);
  test.mockRestore();
});
