// option/recursive-type: a type that contains itself has a name.
import { type AnyOptionType, mkOption, mkOptionType, types } from "confix";
import { expect, test } from "vitest";
import { judgeInShort, judgeOption, option } from "../judge.ts";

const rule = "option/recursive-type";

function tree(description?: string): AnyOptionType {
  const type: AnyOptionType = mkOptionType({
    name: "tree",
    ...(description !== undefined && { description }),
    nestedTypes: () => ({ elemType: types.nullOr(type) }),
  });
  return type;
}

function menu(described: string | null): AnyOptionType {
  const type: AnyOptionType = types.submoduleWith({
    description: described,
    modules: [() => ({ options: { entries: mkOption({ type: types.attrsOf(type), default: {} }) } })],
  });
  return type;
}

test("types that are made of themselves need a description", () => {
  expect(judgeOption(rule, { type: tree() })).toBe("warning");
  expect(judgeOption(rule, { type: types.listOf(tree()) })).toBe("warning");
  expect(judgeOption(rule, { type: tree("tree of names") })).toBe(null);
  expect(judgeOption(rule, { type: types.listOf(types.listOf(types.str)) })).toBe(null);
  expect(judgeOption(rule, { type: types.json })).toBe(null);
});

test("a description that is made of itself is none", () => {
  const type: AnyOptionType = mkOptionType({
    name: "tree",
    description: () => `tree of ${type.description}`,
    nestedTypes: () => ({ elemType: type }),
  });
  expect(judgeOption(rule, { type })).toBe("warning");
});

test("submodules that contain themselves need one, and are said so once", () => {
  expect(judgeInShort(rule, { menu: option({ type: menu(null) }) })).toEqual(["warning menu.entries"]);
  expect(judgeInShort(rule, { menu: option({ type: menu("menu") }) })).toEqual([]);
});

test("submodules that a function makes anew each time come to an end", () => {
  const make = (): AnyOptionType =>
    types.submodule(() => ({ options: { next: mkOption({ type: types.nullOr(make()), default: null }) } }));
  expect(judgeInShort(rule, { list: option({ type: make() }) })[0]).toBe("warning list.next");
  const lazy = (): AnyOptionType =>
    types.submodule({ options: { next: mkOption({ type: () => types.nullOr(lazy()), default: null }) } });
  expect(judgeInShort("option/missing-description", { list: option({ type: lazy() }) }).length).toBeGreaterThan(1);
});

test("where documentation does not go on below an option, its options come to an end", () => {
  const type: AnyOptionType = types.submodule(() => ({
    options: { next: option({ type: types.nullOr(type), default: null, visible: "shallow" }) },
  }));
  expect(judgeInShort(rule, { list: option({ type }) })).toEqual([]);
});
