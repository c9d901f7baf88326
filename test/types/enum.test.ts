import { expect, test } from "vitest";
import { enumType } from "../../src/types/enum.ts";
import { str } from "../../src/types/str.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

const level = enumType(["debug", "info", "warning"]);
accepts(level, ["debug", "info", "warning"]);
refuses(level, [
  ["debugg", 'the nearest to "debugg" is "debug"'],
  ["Info", 'the nearest to "Info" is "info"'],
  ["something else", null],
  [1, null],
  [null, null],
  [["debug"], null],
  [() => "debug", null],
]);
merges(level, [
  [["info"], "info"],
  [["info", "info"], "info"],
]);
conflicts(level, [
  [["info", "debug"], "conflict"],
  [["info", "inf"], "wrong-type"],
]);

const mixed = enumType([1, 0, true, null, 1.5, "1", "auto", ["a"], { a: { b: 1 } }]);
accepts(mixed, [1, 1.0, 0, -0, true, null, 1.5, "1", "auto", ["a"], { a: { b: 1 } }]);
refuses(mixed, [
  [2, null],
  [1n, null],
  ["0", "the number 0 is allowed, not the string"],
  ["true", "the boolean true is allowed, not the string"],
  [false, null],
  [[], null],
  [["a", "a"], null],
  [{ a: { b: 2 } }, null],
  [{ a: { b: 1 }, c: undefined }, null],
  [undefined, null],
]);
merges(mixed, [[[{ a: { b: 1 } }, { a: { b: 1 } }], { a: { b: 1 } }]]);
refuses(enumType([80, 443]), [["443", "the number 443 is allowed, not the string"]]);
refuses(enumType(["1"]), [[1, 'the string "1" is allowed, not the number']]);
refuses(enumType([]), [["x", null]]);
refuses(enumType([() => 0]), [[() => 0, null]]);

test("different lists add up, those of the first declaration first", () => {
  const merged = enumType([2, 3]).typeMerge(enumType([1, 2, 1]));
  expect(merged?.description).toBe("one of 2, 3, 1");
  expect([1, 2, 3, 4].map((value) => merged?.check(value))).toStrictEqual([true, true, true, false]);
});

test("an equal or smaller list leaves the type as it is", () => {
  expect(level.typeMerge(enumType(["warning", "info", "debug"]))).toBe(level);
  expect(level.typeMerge(enumType([]))).toBe(level);
  expect(level.typeMerge(str)).toBeNull();
});

test("what was added to the list afterwards is not accepted", () => {
  const values = ["a"];
  const type = enumType(values);
  values.push("b");
  expect(type.check("b")).toBe(false);
});

test.each([
  ["a", 'the string "a"'],
  [undefined, "undefined"],
  [{ a: 1 }, "an attribute set"],
])("%j is no list of values", (values, kind) => {
  // The cast: what a program without types may hand in.
  expect(failureOf(() => enumType(values as unknown as readonly unknown[]))).toBe(
    `\`types.enum\`: a list of values is expected, but this is ${kind}.`,
  );
});

test("the values of many declarations add up, each once, in the order of declarations", () => {
  const lists: readonly AnyOptionType[] = Array.from({ length: 2000 }, (_, at) =>
    enumType([`v${at}`, "common", { a: [at % 3] }]),
  );
  const all = lists.reduce((merged, each) => merged.typeMerge(each) ?? merged);
  const data = [{ a: [0] }, { a: [1] }, { a: [2] }];
  const names = lists.map((_, at) => [`v${at}`, ...(at === 0 ? ["common"] : []), ...data.slice(at, at + 1)]);
  expect(all.functor.payload).toEqual(names.flat());
  const asked = ["v1999", "v2000", "common", { a: [2] }, { a: [3] }, Number.NaN];
  expect(asked.map((value) => all.check(value))).toEqual([true, false, true, true, false, false]);
});
