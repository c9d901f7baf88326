// option/example-type: an example is of the option's own type.
import { type AnyOptionType, literalExpression, literalMD, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judgeOption, pkg } from "../judge.ts";

const rule = "option/example-type";

test.each<readonly [AnyOptionType, unknown, string | null]>([
  [types.port, "80", "warning"],
  [types.listOf(types.str), "a", "warning"],
  [types.listOf(types.str), [1], "warning"],
  [types.port, 80, null],
  [types.port, literalExpression("config.port"), null],
  [types.port, literalMD("`80`"), null],
  [types.port, bomb, null],
  [types.listOf(types.str), ["a"], null],
  // That it is no text is said by another rule.
  [types.package, 1, null],
  [types.package, pkg, null],
])("%#", (type, example, expected) => {
  expect(judgeOption(rule, { type, example })).toBe(expected);
});
