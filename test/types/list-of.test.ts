import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { mkAfter, mkBefore, mkDefault, mkForce, mkIf, mkMerge, mkOption } from "../../src/authoring/index.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import { show } from "../../src/kernel/show.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { coercedTo } from "../../src/types/coerced-to.ts";
import { int } from "../../src/types/int.ts";
import { listOf, nonEmptyListOf } from "../../src/types/list-of.ts";
import { raw } from "../../src/types/raw.ts";
import { json } from "../../src/types/serializable-value.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { argumentProblemOf, bomb, dataOf, evaluateOption, problemOf, valueOf, valueOfBoth } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

accepts(listOf(int), [[], [1], ["not looked at"]]);
refuses(listOf(int), [
  [{}, null],
  [{ length: 0 }, null],
  ["abc", null],
  [null, null],
]);
accepts(nonEmptyListOf(int), [[1]]);
refuses(nonEmptyListOf(int), [
  [[], "the list is empty"],
  ["abc", null],
]);

describe("the elements of all definitions", () => {
  test.each([
    ["joined in order", [[1, 2], [3]], [1, 2, 3]],
    ["nothing defined", [], []],
    ["an empty definition", [[], [1]], [1]],
    ["lazy lists and elements", [() => [() => 1], [2]], [1, 2]],
    ["elements under false conditions", [[1, mkIf(false, 2), mkIf(true, 3)]], [1, 3]],
    ["conditions that are computed", [[1, mkIf(() => false, bomb)]], [1]],
    ["an element's order does not move it", [[1, mkBefore(2), mkAfter(3)], [4]], [1, 2, 3, 4]],
    ["an element's priority decides nothing", [[mkDefault(1), mkForce(2)]], [1, 2]],
    ["several definitions of one element are merged", [[mkMerge([1, mkForce(2)])]], [2]],
    ["a definition's order does", [[1], mkBefore([2])], [2, 1]],
    ["a definition's priority drops weaker lists", [[1], mkForce([2])], [2]],
  ])("%s", (_, definitions, expected) => {
    expect(dataOf(listOf(int), ...definitions)).toEqual(expected);
  });

  test("are a frozen array", () => {
    const list = valueOf(listOf(int), [1]);
    expect(Array.isArray(list)).toBe(true);
    expect(Object.isFrozen(list)).toBe(true);
  });

  test("leave what is inside them uncomputed", () => {
    const list = valueOf(listOf(attrsOf(attrsOf(int))), [{ a: { x: bomb }, b: {} }]);
    expect(list).toHaveLength(1);
  });

  test("are computed when they are read: the length is known before", () => {
    const list = listValue(listOf(coercedTo(str, bomb, int)), ["a", 1], ["b"]);
    expect(list).toHaveLength(3);
    expect(list[1]).toBe(1);
    expect(problemOf(() => list[0])).toBe('value-threw at option."[definition 1-entry 1]"');
    expect(Object.keys(list)).toEqual(["0", "1", "2"]);
  });

  test("may need others", () => {
    const fibonacci = Array.from({ length: 30 }, (_, at) => ({ n: at < 2 ? 1 : sumOf(at - 1, at - 2) }));
    const { config } = evalModules({
      modules: [{ options: { list: mkOption({ type: listOf(attrsOf(int)) }) }, config: { list: fibonacci } }],
    });
    expect(Object(config["list"])[29]).toEqual({ n: 832040 });
  });

  test("of which the outermost shape cannot be computed leave no list", () => {
    expect(problemOf(() => listValue(listOf(int), [[1], bomb]).length)).toBe(
      'value-threw at option."[definition 1-entry 2]"',
    );
  });

  test("stay uncomputed in a list that is passed on", () => {
    const options = {
      from: mkOption({ type: listOf(coercedTo(str, bomb, int)) }),
      to: mkOption({ type: listOf(int) }),
    };
    const passOn = ({ config }: { readonly config: { readonly from: readonly unknown[] } }): unknown => config.from;
    const { config } = evalModules({ modules: [{ options, config: { from: [1, 2], to: passOn } }] });
    expect(config["to"]).toEqual([1, 2]);
    const failing = evalModules({ modules: [{ options, config: { from: [1, "x"], to: passOn } }] });
    expect(problemOf(() => Object(failing.config["to"]).length)).toBe('value-threw at from."[definition 1-entry 2]"');
  });

  test("are shown as far as they are known", () => {
    const list = listValue(listOf(listOf(int)), [[1], [2]]);
    expect(inspect(list)).toBe("[ [lazy], [lazy] ]");
    expect(list[1]).toEqual([2]);
    expect(inspect(list)).toBe("[ [lazy], [ 2 ] ]");
    expect(show(list, { lines: 9 })).toBe("[\n  <lazy>,\n  [\n    2,\n  ],\n]");
  });

  test("may be lists in lists without end", () => {
    const depth = 20_000;
    let value: unknown = 7;
    for (let at = 0; at < depth; at += 1) value = [value];
    let read = valueOf(json, value);
    while (Array.isArray(read)) [read] = read;
    expect(read).toBe(7);
  });

  test("do not change the definition", () => {
    const given = [3, 1];
    valueOf(listOf(int), given, [2]);
    expect(given).toEqual([3, 1]);
  });
});

describe("what is wrong with elements", () => {
  test("names the definition and the element", () => {
    expect(problemOf(() => listValue(listOf(int), [1], [2, "x"])[2])).toBe(
      'wrong-type at option."[definition 2-entry 2]"',
    );
  });

  test("is reported all at once", () => {
    const diagnostics = problemsOfAll(listOf(int), ["a", 1, "b"], [mkIf(false, "c"), "d"]);
    expect(diagnostics.map(({ path }) => path?.at(-1))).toEqual([
      "[definition 1-entry 1]",
      "[definition 1-entry 3]",
      "[definition 2-entry 2]",
    ]);
  });

  test("is found in nested lists", () => {
    const diagnostics = problemsOfAll(listOf(listOf(int)), [["a"], [1, "b"]]);
    expect(diagnostics.map(({ path }) => path?.slice(1))).toEqual([
      ["[definition 1-entry 1]", "[definition 1-entry 1]"],
      ["[definition 1-entry 2]", "[definition 1-entry 2]"],
    ]);
  });

  test.each([
    ["an undefined element", [1, undefined]],
    ["a hole", Object.assign([], { 1: 1 })],
    ["an element that computes undefined", [() => undefined]],
  ])("%s is not lost silently", (_, list) => {
    expect(diagnosticsOf(() => valueOf(listOf(int), list))[0]?.code).toBe("undefined-value");
  });

  test("an error thrown by several elements is reported once", () => {
    const options = { bad: mkOption({ type: int }), list: mkOption({ type: listOf(int) }) };
    const lazily = ({ config }: { readonly config: { readonly bad: number } }): number => config.bad;
    const { config } = evalModules({ modules: [{ options, config: { bad: bomb, list: [lazily, lazily] } }] });
    expect(diagnosticsOf(() => config["list"])).toHaveLength(1);
  });
});

/** The value of a list. */
function listValue(type: AnyOptionType, ...definitions: readonly unknown[]): readonly unknown[] {
  return valueOf(type, ...definitions) as readonly unknown[]; // The cast: it is called with types of lists.
}

/** Everything that is wrong with a value. */
function problemsOfAll(type: AnyOptionType, ...definitions: readonly unknown[]): readonly Diagnostic[] {
  return evaluateOption(type, ...definitions).diagnostics({ force: true });
}

function sumOf(left: number, right: number) {
  return ({ config: { list } }: { readonly config: { readonly list: readonly { readonly n: number }[] } }): number =>
    Object(list[left]).n + Object(list[right]).n;
}

test("nonEmptyListOf has no value without a definition, and none of its definitions may be empty", () => {
  expect(diagnosticsOf(() => valueOf(nonEmptyListOf(int)))[0]?.code).toBe("missing-value");
  expect(diagnosticsOf(() => valueOf(nonEmptyListOf(int), [], [1]))[0]?.code).toBe("wrong-type");
  expect(dataOf(nonEmptyListOf(int), [1], [2])).toEqual([1, 2]);
});

describe("declared twice", () => {
  test("the elements' types are merged", () => {
    const list = listOf(int);
    expect(list.typeMerge(listOf(int))).toBe(list);
    expect(list.typeMerge(listOf(str))).toBeNull();
    expect(list.typeMerge(int)).toBeNull();
    expect(valueOfBoth([listOf(int), listOf(int)], [1])).toEqual([1]);
  });

  test("a list stays non-empty only if both say so", () => {
    const both = nonEmptyListOf(int).typeMerge(nonEmptyListOf(int));
    expect(both?.check([])).toBe(false);
    expect(nonEmptyListOf(int).typeMerge(listOf(int))?.check([])).toBe(true);
    expect(listOf(int).typeMerge(nonEmptyListOf(int))?.check([])).toBe(true);
    expect(nonEmptyListOf(int).typeMerge(nonEmptyListOf(str))).toBeNull();
  });

  test("submodules in lists add up", () => {
    const left = listOf(submodule({ options: {}, config: {}, freeformType: attrsOf(raw) }));
    expect(left.typeMerge(nonEmptyListOf(submodule({})))?.subModules).toHaveLength(2);
    expect(listOf(int).subModules).toBeNull();
  });
});

test.each([
  ["undefined", undefined, "undefined (a misspelt name, or a type that is not made yet?)"],
  ["the function that makes a type", listOf, "a function"],
  ["a name", "int", 'the string "int"'],
])("%s is no element type", (_, argument, found) => {
  // The cast: what TypeScript would refuse.
  expect(argumentProblemOf(() => listOf(argument as never))).toBe(
    `listOf: it needs an option type, but was given ${found}`,
  );
});
