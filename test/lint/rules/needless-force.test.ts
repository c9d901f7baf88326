// definition/needless-force: `mkForce` stands where there is something to override.
import { expect, test } from "vitest";
import { findInConfiguration } from "../evaluated.ts";

const rule = "definition/needless-force";

test.each<readonly [string, readonly string[]]>([
  ["{ a: mkForce(1) }", ["a.ts:3:14"]],
  ["{ a: mkForce(1) },\n{ a: mkDefault(2) }", ["a.ts:3:14"]],
  ["{ a: mkForce(1) },\nmkIf(false, { a: 2 })", ["a.ts:3:14"]],
  ["{ a: mkForce(1) },\n{ a: 2 }", []],
  ["{ a: mkForce(1) },\n{ a: mkForce(1) }", []],
  ["{ a: 1 }", []],
])("%s", async (config, expected) => {
  const text = `export default { options: { a: mkOption({ type: types.int, default: 0 }) }, config: mkMerge([\n${config}]) };`;
  expect(await findInConfiguration(rule, { "a.ts": text })).toEqual(expected);
});
