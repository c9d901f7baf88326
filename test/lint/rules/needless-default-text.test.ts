// option/needless-default-text: a default that can be shown needs no text beside it.
import { literalExpression, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judgeOption, pkg } from "../judge.ts";

const rule = "option/needless-default-text";
const defaultText = literalExpression("x");

test.each([
  ["a value", { type: types.str, default: "x", defaultText }, "warning", "warning"],
  ["no type", { default: "x", defaultText }, "warning", "warning"],
  ["no default", { type: types.str, defaultText }, "warning", "warning"],
  ["a computed default", { type: types.str, default: bomb, defaultText }, "warning", null],
  ["a package", { type: types.package, default: pkg, defaultText }, null, null],
  ["packages inside", { type: types.listOf(types.nullOr(types.package)), default: [], defaultText }, null, null],
  ["no text", { type: types.str, default: "x" }, null, null],
] as const)("%s", (_name, attributes, founding, recommended) => {
  expect(judgeOption(rule, attributes, { preset: "founding" })).toBe(founding);
  expect(judgeOption(rule, attributes)).toBe(recommended);
});
