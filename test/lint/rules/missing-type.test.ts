// option/missing-type: every option has a type.
import { lint, mkEnableOption, mkRemovedOptionModule, mkSinkUndeclaredOptions, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judgeInShort, judgeOption, option } from "../judge.ts";

const rule = "option/missing-type";

test("is asked of each option that has none", () => {
  expect(judgeOption(rule, {})).toBe("warning");
  expect(judgeOption(rule, { default: bomb, example: bomb, description: bomb })).toBe("warning");
  expect(judgeOption(rule, {}, { preset: "founding" })).toBe("warning");
  expect(judgeOption(rule, { type: types.unspecified })).toBe(null);
  expect(judgeOption(rule, { type: () => types.str })).toBe(null);
  expect(judgeInShort(rule, { a: mkEnableOption("it"), b: mkSinkUndeclaredOptions() })).toEqual([]);
});

test("is not asked where another declaration has it", () => {
  const typed = { options: { a: option({ type: types.str }) } };
  const bare = { options: { a: option({ description: "What it is." }) } };
  expect(lint([typed, bare] as never).filter(({ code }) => code === rule)).toEqual([]);
  expect(lint([bare, { options: { a: option({}) } }] as never).filter(({ code }) => code === rule)).toHaveLength(1);
});

test("is not asked of options that only refuse", () => {
  expect(lint([mkRemovedOptionModule(["a"], "It is gone.")] as never)).toEqual([]);
});
