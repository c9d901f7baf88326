// option/example-literal: an example that holds packages is given as code.
import { literalExample, literalExpression, literalMD, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judgeOption, pkg } from "../judge.ts";

const rule = "option/example-literal";
const type = types.listOf(types.nullOr(types.package));

test.each([
  ["a value", [pkg]],
  ["null", null],
  ["text in Markdown", literalMD("`pkgs.hello`")],
  ["a function", bomb],
  ["a function that gives a value", (): unknown => [pkg]],
  ["text in a list", [literalExpression("pkgs.hello")]],
])("is an error: %s", (_name, example) => {
  expect(judgeOption(rule, { type, example })).toBe("error");
  expect(judgeOption(rule, { type, example }, { preset: "founding" })).toBe("error");
  expect(judgeOption(rule, { type: types.listOf(types.str), example })).toBe(null);
});

test.each([
  ["none", undefined],
  ["code", literalExpression("[ pkgs.hello ]")],
  ["code under its old name", literalExample("[ pkgs.hello ]")],
  ["a function that gives code", (): unknown => literalExpression("[ pkgs.hello ]")],
  [
    "a function that returns code",
    (): unknown => {
      return literalExpression("[ pkgs.hello ]");
    },
  ],
])("is well: %s", (_name, example) => {
  expect(judgeOption(rule, { type, example })).toBe(null);
});
