import { expect, test } from "vitest";
import { mkForce, mkIf, mkOption } from "../../src/authoring/index.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { nullOr } from "../../src/types/null-or.ts";
import { port } from "../../src/types/port.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { bomb, dataOf, evaluateOption, problemOf, valueOf } from "./evaluate-option.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

accepts(nullOr(int), [null, 1]);
refuses(nullOr(int), [
  ["1", '"1" is a string; write the number without quotes'],
  [undefined, null],
]);
merges(nullOr(int), [
  [[], null],
  [[null], null],
  [[null, null], null],
  [[1, 1], 1],
]);
merges(nullOr(listOf(int)), [
  [[], null],
  [
    [[1], [2]],
    [1, 2],
  ],
]);
conflicts(nullOr(int), [
  [[null, 1], "null-and-value"],
  [[1, 2], "conflict"],
]);

test("null is the empty value, but nothing is defined", () => {
  const { options } = evaluateOption(nullOr(int));
  expect(options["option"]).toMatchObject({ value: null, isDefined: false });
});

test("priorities and conditions decide before null and values are compared", () => {
  expect(valueOf(nullOr(int), null, mkForce(1))).toBe(1);
  expect(valueOf(nullOr(int), 1, mkIf(false, null))).toBe(1);
});

test("looks through to a value that fails inside", () => {
  expect(problemOf(() => dataOf(nullOr(attrsOf(int)), { a: "x" }))).toBe("wrong-type at option.a");
  expect(failureOf(() => valueOf(nullOr(port), 70000))).toContain("65535");
});

test("computes nothing inside", () => {
  expect(Object.keys(Object(valueOf(nullOr(attrsOf(attrsOf(int))), { a: { b: bomb } })))).toEqual(["a"]);
});

test("declared twice, the types inside must agree", () => {
  const type = nullOr(int);
  expect(type.typeMerge(nullOr(int))).toBe(type);
  expect(type.typeMerge(nullOr(str))).toBeNull();
  expect(type.typeMerge(int)).toBeNull();
});

test("holds the submodules of the type inside", () => {
  const module = { options: { x: mkOption({ type: int, default: 1 }) } };
  const type = nullOr(submodule(module));
  expect(type.subModules).toEqual([module]);
  expect(dataOf(type)).toBeNull();
  expect(dataOf(type, {})).toEqual({ x: 1 });
  expect(type.withNestedOptions).toBeNull();
});
