// option/read-only-default: a read-only option has the value that its module gives it.
import { lint, mkIf, mkOption, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judgeInShort, judgeOption, option } from "../judge.ts";

const rule = "option/read-only-default";

test.each([
  [{}, "warning"],
  [{ default: "x" }, null],
  [{ default: bomb }, null],
  [{ readOnly: false }, null],
  [{ apply: (value: unknown) => value }, "warning"],
  // It makes the value without looking at any definition.
  [{ apply: () => "x" }, null],
])("%#", (attributes, expected) => {
  expect(judgeOption(rule, { type: types.str, readOnly: true, ...attributes })).toBe(expected);
});

test("a definition of any module counts, and none is computed", () => {
  const declared = { options: { a: option({ type: types.str, readOnly: true }) } };
  const codes = (...modules: readonly object[]): readonly string[] =>
    lint(modules as never).flatMap(({ code }) => (code === rule ? [code] : []));
  expect(codes(declared)).toEqual([rule]);
  expect(codes(declared, { a: bomb })).toEqual([]);
  expect(codes(declared, { config: mkIf(bomb, { a: 1 }) })).toEqual([]);
  expect(codes(declared, { config: { b: 1 } })).toEqual([rule]);
});

test("in a submodule, those of the submodule count", () => {
  const options = { url: mkOption({ type: types.str, readOnly: true }) };
  const site = types.submodule({ options });
  const defined = types.submodule({ options, config: { url: "x" } });
  expect(judgeInShort(rule, { a: option({ type: types.attrsOf(site) }) })).toEqual(["warning a.<name>.url"]);
  expect(judgeInShort(rule, { a: option({ type: types.attrsOf(defined) }) })).toEqual([]);
});
