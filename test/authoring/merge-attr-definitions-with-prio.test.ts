import { expect, test } from "vitest";
import {
  mergeAttrDefinitionsWithPrio,
  type MergedAttribute,
  mkDefault,
  mkForce,
  mkIf,
  mkMerge,
  mkOption,
} from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import type { OptionState } from "../../src/model/option-state.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { problemOf } from "../evaluate/problems.ts";

const bomb = (): never => {
  throw new Error("computed");
};

function mergedOf(type: AnyOptionType, ...definitions: readonly unknown[]): Readonly<Record<string, MergedAttribute>> {
  const { options } = evalModules({
    modules: [{ options: { a: mkOption({ type }) }, config: { a: mkMerge(definitions) } }],
  });
  return mergeAttrDefinitionsWithPrio(options["a"] as OptionState); // The cast: that is what was declared.
}

test.each([
  ["attrsOf", types.attrsOf(types.listOf(types.int))],
  ["lazyAttrsOf", types.lazyAttrsOf(types.listOf(types.int))],
])("tells value and priority of each name of %s", (_name, type) => {
  const merged = mergedOf(
    type,
    { a: [1], b: mkForce([1]), c: mkDefault([1]), d: mkIf(false, [1]) },
    { a: [2], b: [2] },
  );
  expect(Object.entries(merged).map(([name, { highestPrio }]) => [name, highestPrio])).toEqual([
    ["a", 100],
    ["b", 50],
    ["c", 1000],
    ["d", 9999],
  ]);
  expect(Object.entries(merged).map(([, { value }]) => value)).toEqual([[1, 2], [1], [1], []]);
});

test("computes no value for the priority, and none of other names", () => {
  const merged = mergedOf(types.attrsOf(types.int), { a: mkForce(bomb), b: 1 });
  expect(merged["a"]?.highestPrio).toBe(50);
  expect(merged["b"]?.value).toBe(1);
  expect(problemOf(() => merged["a"]?.value)).toMatchObject({ code: "value-threw", path: "a.a" });
});

test("looks at the definitions that won", () => {
  expect(Object.keys(mergedOf(types.attrsOf(types.int), mkDefault({ a: 1 }), { b: 1 }))).toEqual(["b"]);
});

test("wants an option of sets", () => {
  expect(problemOf(() => mergedOf(types.attrs, {}))).toMatchObject({ code: "bad-argument" });
});
