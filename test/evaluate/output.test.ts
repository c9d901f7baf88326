// The result as plain data, and everything that is wrong, each independent problem once.
import { describe, expect, it } from "vitest";
import { defineModule } from "../../src/authoring/define-module.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { evalModules } from "./lint-cases.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { bomb, evaluate, type Given, option } from "./evaluation.ts";
import { codesOf } from "./problems.ts";

const int = option(types.int);
const late = (): never => bomb();

describe("output", () => {
  it("is plain JSON-able data", () => {
    const options = {
      n: int,
      text: option(types.str, { default: "x" }),
      none: option(types.nullOr(types.int)),
      list: option(types.listOf(types.attrsOf(types.float)), { default: [{ b: 1.5, a: 2 }] }),
      sub: option(types.submodule({ options: { on: option(types.bool, { default: true }) } })),
      empty: {},
    };
    const evaluation = evaluate({ options }, { n: ({ config }: Given) => config.list.length as unknown });
    const { value, diagnostics, omitted } = evaluation.output();
    expect(JSON.stringify(value)).toBe(
      '{"empty":{},"list":[{"a":2,"b":1.5}],"n":1,"none":null,"sub":{"on":true},"text":"x"}',
    );
    expect([diagnostics, omitted]).toEqual([[], []]);
  });

  it("leaves out internal and obsolete options, and sets that hold nothing else", () => {
    const options = {
      shown: option(types.int, { default: 1 }),
      hidden: mkOption({ type: types.int, default: 1, internal: true }),
      old: mkOption({ type: types.int, default: 1, obsolete: true }),
      set: { hidden: mkOption({ type: types.int, default: 1, internal: true }) },
    };
    expect(evaluate({ options }).output().value).toEqual({ shown: 1 });
  });

  it("leaves out, and lists, what has no JSON form; asked for alone it is an error", () => {
    const options = {
      f: option(types.functionTo(types.int)),
      m: option(types.deferredModule),
      ms: option(types.attrsOf(types.deferredModule)),
      r: option(types.raw),
      set: option(types.anything),
    };
    const evaluation = evaluate(
      { options },
      { f: () => () => 1, m: {}, ms: { x: {} }, r: defineModule({}), set: { f: () => () => 1, x: 1 } },
    );
    const { value, omitted, diagnostics } = evaluation.output();
    expect([value, diagnostics]).toEqual([{ ms: {}, set: { x: 1 } }, []]);
    expect(omitted.map(({ path, kind }) => `${path.join(".")}: ${kind}`)).toEqual([
      "f: a function",
      "m: a module",
      "ms.x: a module",
      "r: a module",
      "set.f: a function",
    ]);
    expect(codesOf(evaluation.output({ at: ["f"] }).diagnostics)).toEqual(["no-json-form f"]);
  });

  it.each<readonly [string, unknown]>([
    ["a bigint", 1n],
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
  ])("refuses %s, which would be lost silently", (_name, value) => {
    const { diagnostics } = evaluate({ options: { v: option(types.raw) } }, { v: { x: value } }).output();
    expect(codesOf(diagnostics)).toEqual(["no-json-form v.x"]);
  });

  it("refuses data that contains itself, but not data that occurs twice", () => {
    const loop: { self?: unknown } = {};
    loop.self = { loop };
    const twice = { a: [1] };
    const evaluation = evaluate(
      { options: { v: option(types.raw), w: option(types.raw) } },
      { v: loop, w: [twice, twice] },
    );
    expect(codesOf(evaluation.output().diagnostics)).toEqual(["cyclic-value v.self.loop"]);
    expect(evaluation.output({ keepGoing: true }).value).toMatchObject({ w: [twice, twice] });
  });
});

describe("at one path", () => {
  const options = {
    a: { b: option(types.attrsOf(types.listOf(types.int))) },
    bad: int,
    s: option(types.attrsOf(types.submodule({ options: { x: int } }))),
  };
  const evaluation = evaluate({ options }, { a: { b: { "c.d": [7, 8] } }, bad: late, s: { t: { x: 1 } } });

  it.each<readonly [readonly string[], unknown]>([
    [
      ["a", "b", "c.d"],
      [7, 8],
    ],
    [["a", "b", "c.d", "1"], 8],
    [["a"], { b: { "c.d": [7, 8] } }],
    [["s", "t", "x"], 1],
  ])("%j is that value, whatever is wrong elsewhere", (at, value) => {
    expect(evaluation.output({ at })).toMatchObject({ value, diagnostics: [] });
  });

  it.each<readonly [readonly string[], string]>([
    [["x"], "unknown-name "],
    [["a", "x"], "unknown-name a"],
    [["a", "b", "x"], "no-such-value a.b"],
    [["a", "b", "c.d", "2"], 'no-such-value a.b."c.d"'],
    [["a", "b", "c.d", "length"], 'no-such-value a.b."c.d"'],
    [["a", "b", "c.d", "1", "x"], 'no-such-value a.b."c.d"."1"'],
    [["bad"], "value-threw bad"],
    [["s", "t", "y"], "unknown-name s.t"],
  ])("%j says what is wrong: %s", (at, code) => {
    const output = evaluation.output({ at });
    expect(output.value).toBeUndefined();
    expect(codesOf(output.diagnostics)).toEqual([code]);
  });

  it("names paths with the prefix of the evaluation", () => {
    const prefixed = evalModules({ modules: [{ options: { a: int } }, { a: "no" }], prefix: ["p"] });
    expect(codesOf(prefixed.output().diagnostics)).toEqual(["wrong-type p.a"]);
    expect(codesOf(prefixed.output({ at: ["a"] }).diagnostics)).toEqual(["wrong-type p.a"]);
  });

  it("still reports definitions of options that do not exist", () => {
    const typo = evaluate({ options: { a: option(types.int, { default: 1 }) } }, { x: 1 });
    expect(typo.output({ at: ["a"] }).value).toBeUndefined();
    expect(codesOf(typo.output({ at: ["a"] }).diagnostics)).toEqual(["undeclared-option x"]);
  });
});

describe("problems", () => {
  const options = {
    fine: option(types.int, { default: 1 }),
    none: int,
    wrong: int,
    threw: int,
    set: { conflict: option(types.str), names: option(types.attrsOf(types.int)) },
    list: option(types.listOf(types.int)),
    sub: option(types.submodule({ options: { x: int, y: option(types.int, { default: 2 }) } })),
    cycle: option(types.int),
  };
  const config = {
    wrong: "no",
    threw: late,
    set: { conflict: "a", names: { p: "no", q: 1, r: "no" } },
    list: ["no", 1, "no"],
    sub: { x: "no" },
    cycle: ({ config: all }: Given): unknown => all.cycle,
    unknown: 1,
  };
  const evaluation = evaluate({ options }, { config }, { set: { conflict: "b" } });
  const expected = [
    "undeclared-option unknown",
    "infinite-recursion cycle",
    'wrong-type list."[definition 1-entry 1]"',
    'wrong-type list."[definition 1-entry 3]"',
    "missing-value none",
    "conflict set.conflict",
    "wrong-type set.names.p",
    "wrong-type set.names.r",
    "wrong-type sub.x",
    "value-threw threw",
    "wrong-type wrong",
  ];

  it("are all collected, each once", () => {
    const output = evaluation.output();
    expect(output.value).toBeUndefined();
    expect(codesOf(output.diagnostics)).toEqual(expected);
    expect(codesOf(evaluation.diagnostics({ force: true }))).toEqual(expected);
    expect(evaluation.output().diagnostics.slice(1)).toEqual(output.diagnostics.slice(1));
  });

  it("leave the rest, if one asks to go on", () => {
    expect(evaluation.output({ keepGoing: true }).value).toEqual({ fine: 1, set: { names: { q: 1 } }, sub: { y: 2 } });
  });

  it("known without computing anything are the undeclared options", () => {
    expect(codesOf(evaluation.diagnostics())).toEqual(["undeclared-option unknown"]);
  });

  it("are found in every element of a list, and beside names that nobody declares", () => {
    const element = types.submodule({ options: { n: int, m: option(types.int, { default: 1 }) } });
    const element1 = { nope: 1, n: "no" };
    const of = (type: AnyOptionType, a: unknown): readonly string[] =>
      codesOf(evaluate({ options: { a: option(type), b: int } }, { a, b: "no" }).output().diagnostics);
    const inElement = (at: number): string => `a."[definition 1-entry ${at}]"`;
    expect(of(types.listOf(element), [element1, { n: 1 }, { n: 1, m: "no" }, 5])).toEqual([
      `undeclared-option ${inElement(1)}.nope`,
      `wrong-type ${inElement(1)}.n`,
      `wrong-type ${inElement(3)}.m`,
      `wrong-type ${inElement(4)}`,
      "wrong-type b",
    ]);
    expect(of(types.attrsOf(element), { x: element1, y: { m: "no", n: 1 } })).toEqual([
      "undeclared-option a.x.nope",
      "wrong-type a.x.n",
      "wrong-type a.y.m",
      "wrong-type b",
    ]);
    expect(of(types.nullOr(types.listOf(types.listOf(element))), [[element1], [{ n: "no" }]])).toEqual([
      'undeclared-option a."[definition 1-entry 1]"."[definition 1-entry 1]".nope',
      'wrong-type a."[definition 1-entry 1]"."[definition 1-entry 1]".n',
      'wrong-type a."[definition 1-entry 2]"."[definition 1-entry 1]".n',
      "wrong-type b",
    ]);
  });

  it("of a list are found once, and at their own path, whoever reads it", () => {
    const element = types.submodule({ options: { n: int, d: option(types.raw) } });
    const evaluation = evaluate(
      { options: { list: option(types.listOf(element)), a: int, z: int } },
      {
        list: [
          { nope: 1, n: 1, d: 1 },
          { n: "no", d: new Date(0) },
        ],
        a: ({ config: all }: Given): unknown => all.list.length,
        z: ({ config: all }: Given): unknown => all.list[1].n,
      },
    );
    expect(codesOf(evaluation.output().diagnostics)).toEqual([
      'undeclared-option list."[definition 1-entry 1]".nope',
      'no-json-form list."1".d',
      'wrong-type list."[definition 1-entry 2]".n',
    ]);
    expect(codesOf(evaluation.output({ at: ["list"] }).diagnostics)).toHaveLength(3);
    expect(evaluation.config["list"]).toHaveLength(2);
  });

  it("that several options share are one", () => {
    const shared = evaluate(
      { options: { a: int, b: int, c: int } },
      { a: "no", b: ({ config: all }: Given): unknown => all.a, c: ({ config: all }: Given): unknown => all.a + all.b },
    );
    expect(codesOf(shared.output().diagnostics)).toEqual(["wrong-type a"]);
  });

  it("with the modules themselves are one diagnostic, not an exception", () => {
    for (const modules of [[5], [{ options: late }], [{ config: late }], [{ options: 5 }], [{ _class: 1 }]]) {
      const broken = evaluate(...modules);
      expect(broken.output()).toMatchObject({ value: undefined, diagnostics: [{ severity: "error" }] });
      expect(broken.diagnostics()).toHaveLength(1);
      expect(broken.diagnostics({ force: true })).toHaveLength(1);
    }
  });

  it("of one set of options leave the others", () => {
    const broken = evaluate({ options: { good: option(types.int, { default: 1 }), bad: { x: 5 } } });
    expect(codesOf(broken.output().diagnostics)).toEqual(["declaration-not-a-set bad.x"]);
    expect(broken.output({ keepGoing: true }).value).toEqual({ good: 1 });
  });
});
