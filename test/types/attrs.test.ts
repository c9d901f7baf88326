import { expect, test } from "vitest";
import { attrs } from "../../src/types/attrs.ts";
import { mkIf } from "../../src/authoring/index.ts";
import { bomb as lazyBomb, valueOf } from "./evaluate-option.ts";
import { mergeValues, settled, testContext } from "./merge-context.ts";
import { accepts, merges, refuses } from "./expect-type.ts";

accepts(attrs, [{}, { a: 1 }, Object.create(null)]);
refuses(attrs, [
  [[], null],
  [null, null],
  ["x", null],
  [new Date(0), null],
  [new Map(), null],
  [() => ({}), null],
]);
merges(attrs, [
  [[], {}],
  [[{ a: { b: 1 } }], { a: { b: 1 } }],
  [
    [
      { a: 1, b: { c: 1 } },
      { a: 2, b: { d: 1 } },
    ],
    { a: 2, b: { d: 1 } },
  ],
]);

test("names that mean something to JavaScript are data", () => {
  const merged = mergeValues(attrs, JSON.parse('{ "__proto__": 1, "constructor": 2 }'), { a: 3 });
  expect(Object.entries(Object(merged))).toStrictEqual([
    ["__proto__", 1],
    ["constructor", 2],
    ["a", 3],
  ]);
});

test("what is inside is not looked at, whether one definition or several", () => {
  const bomb = {
    get inside(): never {
      throw new Error("looked inside");
    },
  };
  const lazy = (): never => {
    throw new Error("called");
  };
  const context = testContext();
  expect(attrs.check(bomb)).toBe(true);
  expect(attrs.merge(context, [settled(bomb)])).toBe(bomb);
  const merged = attrs.merge(context, [settled(bomb), settled({ lazy })]);
  expect(Object.keys(Object(merged))).toStrictEqual(["inside", "lazy"]);
  expect(Object(merged).lazy).toBe(lazy);
  expect(() => Object(merged).inside).toThrow("looked inside");
});

test("properties and functions inside are data", () => {
  const property = mkIf(false, 1);
  expect(valueOf(attrs, { property, lazyBomb }, { other: 1 })).toEqual({ property, lazyBomb, other: 1 });
});
