// option/default-text: a default that holds packages is documented by a text.
import { lint, literalExpression, mkPackageOption, type AnyOptionType, types } from "confix";
import { describe, expect, test } from "vitest";
import { bomb, judgeInShort, judgeOption, option, pkg } from "../judge.ts";

const rule = "option/default-text";
const submodule = types.submodule({ options: { tool: option({ type: types.package }) } });

/** Types that derive from packages, to any depth, and those that do not. */
const deriving: readonly (readonly [string, AnyOptionType])[] = [
  ["package", types.package],
  ["packageSet", types.packageSet],
  ["nixpkgsConfig", types.nixpkgsConfig],
  ["nullOr", types.nullOr(types.package)],
  ["listOf", types.listOf(types.package)],
  ["nonEmptyListOf", types.nonEmptyListOf(types.package)],
  ["attrsOf", types.attrsOf(types.package)],
  ["lazyAttrsOf", types.lazyAttrsOf(types.packageSet)],
  ["attrListOf", types.attrListOf(types.package)],
  ["either, left", types.either(types.package, types.str)],
  ["either, right", types.either(types.str, types.package)],
  ["oneOf", types.oneOf([types.str, types.int, types.package])],
  ["uniq", types.uniq(types.package)],
  ["unique", types.unique({ message: "m" }, types.package)],
  ["coercedTo, from", types.coercedTo(types.package, String, types.str)],
  ["coercedTo, to", types.coercedTo(types.str, () => pkg, types.package)],
  ["addCheck", types.addCheck(types.package, () => true)],
  ["functionTo", types.functionTo(types.listOf(types.package))],
  ["updated", { ...types.package, description: "my package" }],
  [
    "deep",
    types.attrsOf(
      types.nullOr(types.listOf(types.either(types.str, types.uniq(types.addCheck(types.packageSet, () => true))))),
    ),
  ],
];
const others: readonly (readonly [string, AnyOptionType])[] = [
  ["str", types.str],
  ["anything", types.anything],
  ["attrs", types.attrs],
  ["listOf str", types.listOf(types.str)],
  ["number", types.number],
  ["submodule with a package inside", submodule],
  ["attrsOf submodule", types.attrsOf(submodule)],
  ["attrTag", types.attrTag({ tool: option({ type: types.package }) as never })],
];

describe("a default without a text", () => {
  test.each(deriving)("is an error for a type that derives: %s", (_name, type) => {
    expect(judgeOption(rule, { type, default: pkg })).toBe("error");
    expect(judgeOption(rule, { type, default: bomb })).toBe("error");
    expect(judgeOption(rule, { type, default: null }, { preset: "founding" })).toBe("error");
    expect(judgeOption(rule, { type, default: pkg, defaultText: literalExpression("pkgs.hello") })).toBe(null);
    expect(judgeOption(rule, { type })).toBe(null);
  });

  test.each(others)("is none for a type that does not: %s", (_name, type) => {
    expect(judgeOption(rule, { type, default: {} })).toBe(null);
    expect(judgeOption(rule, { type, default: {} }, { preset: "founding" })).toBe(null);
  });

  test("is none where the text stands in another declaration of the option", () => {
    const type = types.package;
    const declared = { options: { a: option({ type, default: pkg }) } };
    const text = { options: { a: option({ type, defaultText: literalExpression("pkgs.hello") }) } };
    const missing = (...modules: readonly object[]): readonly unknown[] =>
      lint(modules as never).flatMap(({ code, data }) => (code === rule ? [data["missing"]] : []));
    expect(missing(declared)).toEqual(["defaultText"]);
    expect(missing(text)).toEqual(["default"]);
    expect(missing(declared, text)).toEqual([]);
    expect(missing(text, declared)).toEqual([]);
  });

  test("is none for what `mkPackageOption` makes", () => {
    const made = {
      a: mkPackageOption({ hello: pkg }, "hello"),
      b: mkPackageOption({ hello: pkg }, "hello", { nullable: true, default: null }),
      c: mkPackageOption({ hello: pkg }, "hello", { default: null }),
    };
    expect(judgeInShort(rule, made)).toEqual([]);
  });

  test("is found in submodules, at any depth", () => {
    const inner = types.submodule({ options: { tool: option({ type: types.package, default: pkg }) } });
    const outer = types.submodule({ options: { inner: option({ type: types.listOf(inner), default: [] }) } });
    expect(judgeInShort(rule, { a: option({ type: types.attrsOf(types.nullOr(outer)) }) })).toEqual([
      "error a.<name>.inner.*.tool",
    ]);
  });
});

describe("a text without a default", () => {
  test("is an error for a type that derives, and not this rule's for others", () => {
    expect(judgeOption(rule, { type: types.package, defaultText: "x" })).toBe("error");
    expect(judgeOption(rule, { type: types.str, defaultText: "x" })).toBe(null);
  });
});

describe("a computed default of another type", () => {
  const computed = { type: types.str, default: bomb };

  test("ought to have a text, which is advice of `recommended`", () => {
    expect(judgeOption(rule, computed)).toBe("warning");
    expect(judgeOption(rule, { ...computed, defaultText: "x" })).toBe(null);
    expect(judgeOption(rule, computed, { preset: "founding" })).toBe(null);
  });

  test("gets the level that somebody gives the rule", () => {
    expect(judgeOption(rule, computed, { rules: { [rule]: "error" } })).toBe("error");
    expect(judgeOption(rule, computed, { rules: { [rule]: "off" } })).toBe(null);
    expect(judgeOption(rule, { type: types.package, default: pkg }, { rules: { [rule]: "warn" } })).toBe("warning");
  });
});
