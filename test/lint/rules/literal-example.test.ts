// option/literal-example: `literalExpression` is written under its present name.
import { literalExample, literalExpression, types } from "confix";
import { expect, test } from "vitest";
import { judge, judgeOption, option } from "../judge.ts";

const rule = "option/literal-example";

test("is found in each attribute, also where the type holds no packages", () => {
  const old = literalExample("x");
  const found = judge(rule, {
    a: option({ type: types.str, default: old, defaultText: old, example: old, description: old }),
  });
  expect(found.map(({ data }) => data["attribute"])).toEqual(["default", "defaultText", "example", "description"]);
  expect(judgeOption(rule, { type: types.package, example: old })).toBe("warning");
  expect(judgeOption(rule, { type: types.package, example: old }, { preset: "founding" })).toBe(null);
});

test("is not found in the same text under the present name", () => {
  expect(judgeOption(rule, { type: types.package, example: literalExpression("x") })).toBe(null);
  expect(literalExample("x")).toEqual(literalExpression("x"));
});
