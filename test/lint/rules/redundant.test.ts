// definition/redundant: a definition changes something.
import { expect, test } from "vitest";
import { findInConfiguration } from "../evaluated.ts";

const rule = "definition/redundant";

function module(type: string, value: string, config: string): Readonly<Record<string, string>> {
  return {
    "a.ts": `export default { options: { a: mkOption({ type: ${type}, default: ${value} }) }, config: mkMerge([\n${config}]) };`,
  };
}

test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ["the default once more", module("types.int", "1", "{ a: 1 }"), ["a.ts:3:6"]],
  [
    "the default once more, deeply",
    module("types.attrsOf(types.listOf(types.int))", "{ x: [1] }", "{ a: { x: [1] } }"),
    ["a.ts:3:6"],
  ],
  ["a default that is computed", module("types.int", "() => 1", "{ a: ({ config }) => 1 }"), ["a.ts:3:6"]],
  ["another value", module("types.int", "1", "{ a: 2 }"), []],
  ["what another definition says", module("types.int", "1", "{ a: 2 },\n{ a: 2 }"), ["a.ts:4:6"]],
  ["an element that is there already", module("types.listOf(types.int)", "[]", "{ a: [1] },\n{ a: [1] }"), []],
  ["no element", module("types.listOf(types.int)", "[]", "{ a: [1] },\n{ a: [] }"), ["a.ts:4:6"]],
  [
    "the only value",
    { "a.ts": "export default { options: { a: mkOption({ type: types.int }) }, config: { a: 1 } };" },
    [],
  ],
  ["a condition that is false", module("types.int", "1", "mkIf(false, { a: 1 })"), []],
])("%s", async (_name, files, expected) => {
  expect(await findInConfiguration(rule, files)).toEqual(expected);
});
