// option/missing-description: every option that documentation shows says what it is for.
import { lint, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judgeOption, option } from "../judge.ts";

const rule = "option/missing-description";

test.each([
  ["none", {}, "warning"],
  ["one", { description: "What it is." }, null],
  ["a computed one", { description: bomb }, null],
  ["an internal option", { internal: true }, null],
  ["an option that is not visible", { visible: false }, null],
  ["an option whose own sub-options are not visible", { visible: "shallow" }, "warning"],
] as const)("%s", (_name, attributes, expected) => {
  expect(judgeOption(rule, { type: types.str, ...attributes })).toBe(expected);
});

test("is not asked where another declaration has it", () => {
  const modules = [{ description: "What it is." }, { type: types.str }].map((each) => ({
    options: { a: option(each) },
  }));
  expect(lint(modules as never)).toEqual([]);
});
