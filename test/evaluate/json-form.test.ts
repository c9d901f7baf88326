// Values that have no JSON form: refused by name, wherever they stand; nothing is changed, moved or lost silently.
import { describe, expect, it } from "vitest";
import { defineModule, mkBefore, mkForce, mkIf, mkMerge, mkOption, mkOverride } from "../../src/authoring/index.ts";
import { helpOf, messageOf } from "../../src/diagnostics/render-text.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, option } from "./evaluation.ts";
import { codesOf } from "./problems.ts";

const { anything, attrListOf, attrs, attrsOf, deferredModule, json, listOf, raw, unspecified } = types;

class Site {
  readonly port = 80;
}

const instances: readonly (readonly [kind: string, value: unknown])[] = [
  ["a Date", new Date(0)],
  ["a Map", new Map([["a", 1]])],
  ["a Set", new Set([1])],
  ["a URL", new URL("https://example.org")],
  ["a RegExp", /x/],
  ["a Buffer", Buffer.from("x")],
  ["a Float64Array", new Float64Array(1)],
  ["a TypeError", new TypeError("x")],
  ["a promise", Promise.resolve(1)],
  ["a symbol", Symbol("s")],
  ["a String object", Object("x")],
  ["a Number object", Object(1)],
  ["an object of the class `Site`", new Site()],
  ["an option's declaration", mkOption({})],
  ["an option type", types.str],
  ["the result of an evaluation", evaluate({})],
];

/** The value of option `a`, which nothing but this defines, as it is printed. */
function printed(type: AnyOptionType, a: unknown): ReturnType<ReturnType<typeof evaluate>["output"]> {
  return evaluate({ options: { a: option(type) } }, { a }).output();
}

/** The one thing that is wrong with it: where, and what it is. */
function refused(type: AnyOptionType, a: unknown): string {
  const { value, diagnostics, omitted } = printed(type, a);
  expect([value, omitted]).toEqual([undefined, []]);
  return diagnostics.map(({ code, path, data }) => `${code} ${path?.join(".")}: ${String(data["kind"])}`).join("; ");
}

describe.each(instances)("%s", (kind, value) => {
  it.each<readonly [string, AnyOptionType, unknown, string]>([
    ["by itself", raw, value, "a"],
    ["by itself, whatever the type is", unspecified, value, "a"],
    ["in a set", raw, { x: value }, "a.x"],
    ["in a list", raw, [1, value], "a.1"],
    ["in a set of any shape", anything, { x: { y: value } }, "a.x.y"],
    ["in a list of any shape", anything, { x: [value] }, "a.x.0"],
    ["in a set that is not looked into", attrs, { x: value }, "a.x"],
    ["in a list of them", listOf(raw), [1, value], "a.1"],
    ["in a set of them", attrsOf(anything), { x: value }, "a.x"],
  ])("is refused %s", (_where, type, given, path) => {
    expect(refused(type, given)).toBe(`no-json-form ${path}: ${kind}`);
  });
});

describe("what to write instead is said", () => {
  it.each<readonly [unknown, string]>([
    [new Date(0), "`.toISOString()`"],
    [Promise.resolve(1), "`await`"],
    [new Map(), "`Object.fromEntries(map)`"],
    [new (class extends Set {})(), "`[...set]`"],
    [new Site(), "`internal` option"],
  ])("of %o", (value, help) => {
    const [found] = printed(raw, value).diagnostics;
    expect(found === undefined ? null : helpOf(found)).toContain(help);
  });
});

describe("properties that nothing resolves", () => {
  it.each<readonly [string, AnyOptionType, unknown, string]>([
    ["in a list of any shape", anything, [mkForce(1)], "a.0: the property `mkForce(…)`"],
    ["in a raw value", raw, { x: mkIf(true, 1) }, "a.x: the property `mkIf(…, …)`"],
    ["in a set that is not looked into", attrs, { x: [mkBefore(1)] }, "a.x.0: the property `mkBefore(…)`"],
    ["in a set, merged", raw, { x: mkMerge([{}]) }, "a.x: the property `mkMerge(…)`"],
    ["of any number", raw, [mkOverride(7, 1)], "a.0: the property `mkOverride(7, …)`"],
  ])("are refused %s", (_where, type, value, refusal) => {
    expect(refused(type, value)).toBe(`no-json-form ${refusal}`);
  });

  it("are resolved elsewhere", () => {
    expect(printed(anything, { x: mkForce(1), y: mkIf(false, 2) }).value).toEqual({ a: { x: 1 } });
    expect(printed(listOf(raw), [mkForce(1), mkIf(false, 2)]).value).toEqual({ a: [1] });
  });
});

describe("modules", () => {
  it.each<readonly [string, AnyOptionType, unknown, string]>([
    ["in a set of any shape", anything, { x: defineModule({}) }, "a.x"],
    ["in a raw set", raw, { x: defineModule({ options: {} }) }, "a.x"],
    ["in a list", listOf(deferredModule), [{}], "a.0"],
  ])("are refused %s", (_where, type, value, path) => {
    expect(refused(type, value)).toBe(`no-json-form ${path}: a module`);
  });

  it("that differ are a conflict in a value of any shape, and one that is met twice is none", () => {
    const one = defineModule({ key: "one" });
    const both = (left: object, right: object): readonly string[] =>
      codesOf(
        evaluate({ options: { a: option(anything) } }, { a: { x: left } }, { a: { x: right } }).output().diagnostics,
      );
    expect(both(one, defineModule({ key: "two" }))).toEqual(["conflict a.x"]);
    expect(both(one, one)).toEqual(["no-json-form a.x"]);
  });
});

describe("lists", () => {
  it("are never shortened: a function in one is refused at its place", () => {
    expect(refused(raw, [1, () => 2, 3])).toBe("no-json-form a.1: a function");
    expect(refused(listOf(raw), [1, () => () => 2])).toBe("no-json-form a.1: a function");
  });

  it("are left out as a whole if one element is wrong, and one goes on", () => {
    const options = { a: option(raw), b: option(raw, { default: [[1], 2] }) };
    const output = evaluate({ options }, { a: { x: [1, 2n, { y: 1 }], z: 3 } }).output({ keepGoing: true });
    expect(output.value).toEqual({ a: { z: 3 }, b: [[1], 2] });
    expect(codesOf(output.diagnostics)).toEqual(['no-json-form a.x."1"']);
  });

  it.each<readonly [string, AnyOptionType, string]>([
    ["raw values", raw, 'no-json-form a."1"'],
    ["values of any shape", anything, 'no-json-form a."1"'],
    ["elements", listOf(raw), 'undefined-value a."[definition 1-entry 2]"'],
    ["data", json, 'undefined-value a."[definition 1-entry 2]"'],
  ])("with holes are refused, and it is said what is there: %s", (_what, type, code) => {
    const { value, diagnostics } = printed(type, Object.assign([], { 0: 1, 2: 3 }));
    expect([value, codesOf(diagnostics)]).toEqual([undefined, [code]]);
    expect(diagnostics.map(messageOf).join()).toContain("hole");
  });

  it("that throw whatever they are asked for are an error of their option, and hide no other", () => {
    const hostile: unknown = new Proxy([1], {
      get: () => {
        throw new Error("hands off");
      },
    });
    const options = { a: option(raw, { default: hostile }), b: option(raw, { default: 1 }) };
    const { value, diagnostics } = evaluate({ options }).output({ keepGoing: true });
    expect(value).toEqual({ b: 1 });
    expect(codesOf(diagnostics)).toEqual(["value-threw a"]);
    expect(diagnostics.map(messageOf).join()).toContain("hands off");
  });

  it("of names with holes are refused as well, and so is an `undefined` in one", () => {
    const refusedItem = 'undefined-value a."[definition 1-entry 2]"';
    expect(codesOf(printed(attrListOf(raw), Object.assign([], { 0: { x: 1 }, 2: { y: 1 } })).diagnostics)).toEqual([
      refusedItem,
    ]);
    expect(codesOf(printed(attrListOf(raw), [{ x: 1 }, undefined]).diagnostics)).toEqual([refusedItem]);
  });

  it("with holes keep them when they are joined, and are not equal to lists without", () => {
    const of = (type: AnyOptionType, ...lists: readonly unknown[]): readonly string[] => {
      const modules = lists.map((a) => ({ a }));
      return codesOf(evaluate({ options: { a: option(type) } }, ...modules).output().diagnostics);
    };
    const holed = Object.assign([], { 1: 1 });
    expect(of(unspecified, holed, [2])).toEqual(['no-json-form a."1"']);
    expect(of(anything, holed, [5, 1])).toEqual(["conflict a"]);
  });
});
