import { expect, test } from "vitest";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { argumentProblemOf } from "./evaluate-option.ts";

const { mergeTypes } = types;

test("gives the type of an option declared with both", () => {
  expect(mergeTypes(types.int, types.int)).toBe(types.int);
  expect(mergeTypes(types.enum(["a"]), types.enum(["b"]))?.description).toBe('one of "a", "b"');
  expect(mergeTypes(types.listOf(types.enum(["a"])), types.listOf(types.enum(["b"])))?.description).toBe(
    'list of (one of "a", "b")',
  );
});

test("gives null where there is none", () => {
  expect(mergeTypes(types.int, types.str)).toBeNull();
  expect(mergeTypes(types.attrsOf(types.int), types.lazyAttrsOf(types.int))).toBeNull();
});

test("wants two types", () => {
  // The cast: what a program without types may hand in.
  const none = {} as AnyOptionType;
  expect(argumentProblemOf(() => mergeTypes(types.int, none))).toMatch(/^mergeTypes: /);
  expect(argumentProblemOf(() => mergeTypes(none, types.int))).toMatch(/^mergeTypes: /);
});
