// option/unused: an option that nobody reads is not there for anything.
import { expect, test } from "vitest";
import { findInConfiguration } from "../evaluated.ts";

const rule = "option/unused";

test.each<readonly [string, string, readonly string[]]>([
  ["nobody reads it", "{ options: { a: mkOption({ type: types.str, internal: true }) } }", ["a.ts:2:29"]],
  [
    "it is defined, and nobody reads it",
    '{ options: { a: mkOption({ type: types.str, internal: true }) }, config: { a: "x" } }',
    ["a.ts:2:29"],
  ],
  [
    "another option reads it",
    '{ options: { a: mkOption({ type: types.str, default: "x", internal: true }), b: mkOption({ type: types.str, default: ({ config }) => config.a }) } }',
    [],
  ],
  [
    "a condition reads it",
    '{ options: { a: mkOption({ type: types.bool, default: false, internal: true }), b: mkOption({ type: types.str, default: "x" }) }, config: mkIf(({ config }) => config.a, { b: "y" }) }',
    [],
  ],
  [
    "another option reads it, and there is nothing",
    "{ options: { a: mkOption({ type: types.str, internal: true }), b: mkOption({ type: types.str, default: ({ config }) => config.a }) } }",
    [],
  ],
  ["it is part of the result", "{ options: { a: mkOption({ type: types.str, default: 'x' }) } }", []],
])("%s", async (_name, module, expected) => {
  expect(await findInConfiguration(rule, { "a.ts": `export default ${module};` })).toEqual(expected);
});
