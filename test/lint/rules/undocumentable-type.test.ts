// option/undocumentable-type: documentation can be written of every type.
import { mkOptionType, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judge, judgeOption, option } from "../judge.ts";

const rule = "option/undocumentable-type";

test("a description that throws, or is empty", () => {
  const [found] = judge(rule, { a: option({ type: mkOptionType({ name: "bad", description: bomb }) }) });
  expect(found?.data).toEqual({ part: "its description", problem: "this must not be computed" });
  expect(judgeOption(rule, { type: types.nullOr(mkOptionType({ name: "bad", description: bomb })) })).toBe("warning");
  expect(judgeOption(rule, { type: mkOptionType({ name: "bad", description: "" }) })).toBe("warning");
});

test("a submodule whose modules cannot be collected", () => {
  const type = types.attrsOf(types.submodule(bomb));
  const [found] = judge(rule, { a: option({ type }) });
  expect(found?.data["part"]).toBe("the options inside");
  expect(found?.data["problem"]).toContain("this must not be computed");
});

test("others, and options that documentation does not show, are well", () => {
  expect(judgeOption(rule, { type: types.attrsOf(types.submodule({})) })).toBe(null);
  expect(judgeOption(rule, { type: mkOptionType({ name: "bad", description: bomb }), internal: true })).toBe(null);
});
