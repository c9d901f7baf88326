// option/default-type: a default is of the option's own type.
import { type AnyOptionType, literalExpression, mkDefault, mkIf, mkOption, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judge, judgeOption, option } from "../judge.ts";

const rule = "option/default-type";
const site = types.submodule({ options: { root: mkOption({ type: types.str, default: bomb }) } });

test.each<readonly [AnyOptionType, unknown]>([
  [types.str, 80],
  [types.int, "80"],
  [types.port, 70_000],
  [types.bool, null],
  [types.enum(["a", "b"]), "c"],
  [types.listOf(types.str), "a"],
  [types.listOf(types.str), ["a", 1]],
  [types.nonEmptyListOf(types.str), []],
  [types.attrsOf(types.listOf(types.int)), { a: [1, "2"] }],
  [types.nullOr(types.int), "x"],
  [types.strMatching(/a+/), "b"],
  [types.addCheck(types.int, (value: number) => value > 0), 0],
  [types.coercedTo(types.str, Number, types.int), [1]],
  [types.str, literalExpression("x")],
  [site, "x"],
])("%#: refused", (type, value) => {
  expect(judgeOption(rule, { type, default: value })).toBe("error");
  expect(judgeOption(rule, { type, default: value }, { preset: "founding" })).toBe(null);
});

test.each<readonly [AnyOptionType, unknown]>([
  [types.str, "80"],
  [types.str, bomb],
  [types.str, mkDefault(1)],
  [types.str, mkIf(true, 1)],
  [types.listOf(types.str), ["a"]],
  [types.listOf(types.str), [bomb]],
  [types.attrsOf(types.listOf(types.int)), { a: [1] }],
  [types.coercedTo(types.str, Number, types.int), "1"],
  [types.anything, { a: [1, { b: null }] }],
  // Options inside have values of their own, which are not computed.
  [site, {}],
  [site, { undeclared: 1 }],
  [types.attrsOf(site), { a: {} }],
  [types.mkOptionType({ name: "bad", check: bomb }), 1],
])("%#: taken", (type, value) => {
  expect(judgeOption(rule, { type, default: value })).toBe(null);
});

test("says why, and where inside", () => {
  const [found] = judge(rule, { a: option({ type: types.listOf(types.str), default: ["a", 1] }) });
  expect(found?.data).toMatchObject({ type: "list of string", shown: '["a", 1]' });
  expect(found?.data["detail"]).toBe("element 2 is not of type `string`");
});

test("a value without a type is not judged", () => {
  expect(judgeOption(rule, { default: 1 })).toBe(null);
});
