// One option, declared by several modules: what may differ, what adds up, what contradicts.
import { describe, expect, it } from "vitest";
import { mkOption } from "../../src/authoring/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import type { OptionAttributes } from "../../src/model/option.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, option, read } from "./evaluation.ts";
import { codesOf, diagnosticOf, problemOf } from "./problems.ts";
import { optionWith, stateOf } from "./properties-defined.ts";

const {
  attrsOf,
  either,
  enum: oneOfValues,
  int,
  ints,
  listOf,
  nonEmptyListOf,
  nullOr,
  str,
  submodule,
  submoduleWith,
  uniq,
} = types;

/** Declarations of `a` in files `/1.ts`, `/2.ts`, …, in the order of modules. */
function declaring(...all: readonly OptionAttributes[]): readonly object[] {
  return all.map(({ type, ...attributes }, at) => ({
    _file: `/${at + 1}.ts`,
    options: { a: optionWith(type as AnyOptionType | undefined, attributes) },
  }));
}

describe("attributes that only one declaration may give", () => {
  it.each<[attribute: string, value: unknown]>([
    ["default", 1],
    ["default", null],
    ["example", 1],
    ["description", "An a."],
    ["apply", (value: unknown) => value],
  ])("contradict even if they are equal: %s %s", (attribute, value) => {
    const evaluation = evaluate(...declaring({ [attribute]: value }, {}, { [attribute]: value }));
    expect(diagnosticOf(() => read(evaluation, "a"))).toMatchObject({
      code: "incompatible-declarations",
      path: ["a"],
      // The declarations come in the order of definitions: the last module first.
      origin: { file: "/1.ts" },
      related: [{ origin: { file: "/3.ts" } }, { origin: { file: "/2.ts" } }, { origin: { file: "/1.ts" } }],
      data: { attribute },
    });
  });

  it("add up if different declarations give them", () => {
    const evaluation = evaluate(
      ...declaring(
        { type: int },
        { default: 1 },
        { description: "An a.", example: 2 },
        { apply: (n: number) => n + 1 },
      ),
    );
    expect(stateOf(evaluation)).toMatchObject({
      value: 2,
      default: 1,
      description: "An a.",
      example: 2,
      type: { name: "int" },
    });
    expect(stateOf(evaluation).files).toEqual(["/2.ts"]);
  });

  it("do not concern other options", () => {
    const evaluation = evaluate(...declaring({ default: 1 }, { default: 1 }), {
      options: { b: option(int, { default: 2 }) },
    });
    expect(read(evaluation, "b")).toBe(2);
    const { value, diagnostics } = evaluation.output({ keepGoing: true });
    expect([value, codesOf(diagnostics)]).toEqual([{ b: 2 }, ["incompatible-declarations a"]]);
  });

  it("do not contradict if it is the same declaration", () => {
    const a = mkOption({ type: int, default: 1, description: "An a." });
    expect(dataOf(evaluate({ options: { a } }, { options: { a } }))).toEqual({ a: 1 });
  });
});

describe("attributes that several declarations may give", () => {
  it("are those of the first in the order of definitions, that is of the last module", () => {
    const evaluation = evaluate(
      ...declaring(
        { internal: true, visible: false, readOnly: true, defaultText: "first", relatedPackages: ["first"] },
        { internal: false, visible: "shallow", defaultText: "second" },
        { internal: undefined },
      ),
    );
    expect(stateOf(evaluation)).toMatchObject({
      internal: false,
      visible: "shallow",
      readOnly: true,
      defaultText: "second",
      relatedPackages: ["first"],
    });
  });
});

describe("types", () => {
  const merged = (...of: readonly AnyOptionType[]): AnyOptionType =>
    stateOf(evaluate(...declaring(...of.map((type) => ({ type }))))).type;

  it.each<[name: string, left: AnyOptionType, right: AnyOptionType, description: string]>([
    ["equal ones are that type", int, int, "signed integer"],
    ["equal ranges stay", ints.u8, ints.u8, ints.u8.description],
    ["non-empty lists stay", nonEmptyListOf(int), nonEmptyListOf(int), "non-empty (list of signed integer)"],
    ["enums add up", oneOfValues([1, 2]), oneOfValues([2, 3]), "one of 2, 3, 1"],
    ["elements add up", listOf(oneOfValues([1])), listOf(oneOfValues([2])), "list of (one of 2, 1)"],
  ])("%s", (_name, left, right, description) => {
    expect(merged(left, right).description).toBe(description);
  });

  it("that only some declarations give are taken from these", () => {
    expect(stateOf(evaluate(...declaring({}, { type: int }, {}))).type).toBe(int);
    expect(stateOf(evaluate(...declaring({}, {}))).type.name).toBe("unspecified");
  });

  it.each<[name: string, left: AnyOptionType, right: AnyOptionType]>([
    ["of different names", int, str],
    ["with different elements", attrsOf(int), attrsOf(str)],
    ["with and without null", nullOr(int), int],
    ["unique and not", uniq(int), int],
    ["sides in another order", either(int, str), either(str, int)],
    [
      "made by a custom type of no rule",
      types.mkOptionType({ name: "zz", functor: { name: "zz", payload: 1 } }),
      types.mkOptionType({ name: "zz", functor: { name: "zz", payload: 1 } }),
    ],
  ])("contradict: %s", (_name, left, right) => {
    expect(diagnosticOf(() => merged(left, right))).toMatchObject({
      code: "incompatible-declarations",
      path: ["a"],
      origin: { file: "/1.ts" },
      related: [{ origin: { file: "/2.ts" } }, { origin: { file: "/1.ts" } }],
      data: { attribute: "type", types: [right.description, left.description] },
    });
  });

  it("of submodules add up their modules, in the order of modules", () => {
    const first = submodule({ options: { l: option(listOf(int)) }, config: { l: [1] } });
    const second = submodule({ options: { y: option(int, { default: 2 }) }, config: { l: [2] } });
    const evaluation = evaluate(...declaring({ type: first }, { type: second, default: {} }));
    expect(dataOf(evaluation)).toEqual({ a: { l: [2, 1], y: 2 } });
    const { modules } = Object(stateOf(evaluation).type.submodule);
    expect(modules.map(({ _file }: { readonly _file: string }) => _file)).toEqual(["/1.ts", "/2.ts"]);
  });

  it("of submodules contradict in what cannot add up, with the place of the option", () => {
    const modules = [{ options: { x: option(int, { default: 1 }) } }];
    const contradicting = evaluate(
      ...declaring(
        { type: submoduleWith({ modules, class: "one" }) },
        { type: submoduleWith({ modules, class: "two" }) },
      ),
    );
    expect(diagnosticOf(() => read(contradicting, "a"))).toMatchObject({
      code: "submodule-conflict",
      path: ["a"],
      origin: { file: "/1.ts" },
      data: { what: "class" },
    });
    const shorthand = evaluate(...declaring({ type: submodule(modules) }, { type: submoduleWith({ modules }) }));
    expect(problemOf(() => read(shorthand, "a"))).toMatchObject({ code: "submodule-conflict", path: "a" });
  });

  it("are not asked before the option is", () => {
    const evaluation = evaluate(...declaring({ type: int }, { type: str }), {
      options: { b: option(int, { default: 1 }) },
    });
    expect([read(evaluation, "b"), Object.keys(evaluation.config)]).toEqual([1, ["a", "b"]]);
  });
});

describe("options below an option", () => {
  const inner = submodule({ options: { x: option(int, { default: 1 }) } });
  const below = (tree: unknown): object => ({ _file: "/below.ts", options: { a: tree } });

  it("extend it, if it is a submodule", () => {
    const evaluation = evaluate(
      ...declaring({ type: inner, default: {} }),
      below({ y: option(int, { default: 2 }), s: { z: option(int) } }),
    );
    expect(problemOf(() => read(evaluation, "a.s.z"))).toMatchObject({
      code: "missing-value",
      path: "a.s.z",
      files: ["/below.ts"],
    });
    expect(dataOf(evaluation.extendModules({ modules: [{ a: { s: { z: 3 } } }] }))).toEqual({
      a: { s: { z: 3 }, x: 1, y: 2 },
    });
  });

  it("extend one whose type is that of an evaluation", () => {
    const { type } = evaluate({ options: { x: option(int, { default: 1 }) } });
    expect(dataOf(evaluate(...declaring({ type, default: {} }), below({ y: option(int, { default: 2 }) })))).toEqual({
      a: { x: 1, y: 2 },
    });
  });

  it("may be declared by several modules, and by functions", () => {
    const more = { options: { a: () => ({ z: option(int, { default: 3 }) }) } };
    const evaluation = evaluate(
      below({ y: option(int, { default: 2 }) }),
      ...declaring({ type: inner, default: {} }),
      more,
    );
    expect(dataOf(evaluation)).toEqual({ a: { x: 1, y: 2, z: 3 } });
  });

  it("contradict with the full path where they declare the same", () => {
    const evaluation = evaluate(...declaring({ type: inner, default: {} }), below({ x: option(int, { default: 2 }) }));
    expect(problemOf(() => read(evaluation, "a.x"))).toEqual({
      code: "incompatible-declarations",
      path: "a.x",
      files: ["/1.ts", "/below.ts"],
    });
  });

  it("take part in the order of declarations", () => {
    const flagged = (internal: boolean): object => ({ x: option(int, { internal }) });
    const late = evaluate(...declaring({ type: inner, default: {} }), below(flagged(true)));
    const early = evaluate(
      below(flagged(true)),
      ...declaring({ type: submodule({ options: flagged(false) }), default: {} }),
    );
    const isInternal = (evaluation: ReturnType<typeof evaluate>): unknown => {
      const { modules } = Object(stateOf(evaluation).type.submodule);
      return stateOf(evaluate(...modules), "x").internal;
    };
    expect([isInternal(late), isInternal(early)]).toEqual([true, false]);
  });

  it.each<[name: string, type: AnyOptionType | undefined]>([
    ["a string", str],
    ["a submodule or null", nullOr(inner)],
    ["a set of submodules", attrsOf(inner)],
    ["no type at all", undefined],
  ])("are refused, if it is %s", (_name, type) => {
    const evaluation = evaluate(...declaring({ type }), below({ y: option(int), z: { q: option(int) } }), {
      options: { b: option(int, { default: 1 }) },
    });
    expect(diagnosticOf(() => read(evaluation, "a"))).toMatchObject({
      code: "nested-under-option",
      path: ["a"],
      origin: { file: "/1.ts" },
      related: [
        { message: "declares `a.y`", origin: { file: "/below.ts" } },
        { message: "declares `a.z`", origin: { file: "/below.ts" } },
      ],
      data: { type: type?.description ?? null, nested: ["y", "z"] },
    });
    expect(read(evaluation, "b")).toBe(1);
  });

  it("are refused also if they are none", () => {
    expect(problemOf(() => read(evaluate(...declaring({ type: str, default: "" }), below({})), "a")).code).toBe(
      "nested-under-option",
    );
  });
});
