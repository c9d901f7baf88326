// Independent problems are reported together, each once; warnings beside them.
import { describe, expect, it, vi } from "vitest";
import { mkIf, mkMerge } from "../../src/authoring/index.ts";
import { renderText } from "../../src/diagnostics/render-text.ts";
import { types } from "../../src/types/types.ts";
import { bomb, counted, evaluate, type Given, option, read } from "./evaluation.ts";
import { codesOf, diagnosticsOf, inShort } from "./problems.ts";
import { defined, optionWith } from "./properties-defined.ts";

const { attrsOf, either, int, listOf, mkOptionType, raw, str, submodule } = types;

describe("options that do not exist", () => {
  const declared = { options: { s: { x: option(int, { default: 1 }) } } };

  it("are reported all, by name, each with all its definitions", () => {
    const evaluation = evaluate(
      declared,
      { _file: "/1.ts", config: { b: 1, a: 2, s: { y: 3 } } },
      { _file: "/2.ts", config: mkMerge([{ a: 9 }, { c: { d: 1 } }]) },
    );
    const found = diagnosticsOf(() => evaluation.config);
    expect(found.map(inShort)).toEqual([
      { code: "undeclared-option", path: "a", files: ["/2.ts", "/1.ts"] },
      { code: "undeclared-option", path: "b", files: ["/1.ts"] },
      { code: "undeclared-option", path: "c", files: ["/2.ts"] },
      { code: "undeclared-option", path: "s.y", files: ["/1.ts"] },
    ]);
    expect(diagnosticsOf(() => evaluation.options)).toEqual(found);
    expect(evaluation.diagnostics()).toEqual(found);
  });

  it("are in no way of modules that read each other", () => {
    const reader = { options: { r: option(int) }, config: { r: ({ config }: Given) => config.s.x + 1 } };
    const { value, diagnostics } = evaluate(declared, reader, { typo: 1 }).output({ keepGoing: true });
    expect([value, codesOf(diagnostics)]).toEqual([{ r: 2, s: { x: 1 } }, ["undeclared-option typo"]]);
  });

  const suggested = (names: readonly string[], wrong: string): unknown => {
    const options = Object.fromEntries(names.map((name) => [name, option(int, { default: 1 })]));
    return diagnosticsOf(() => evaluate({ options }, { [wrong]: 1 }).config)[0]?.data["suggestions"];
  };

  it("come with at most three near names", () => {
    expect(suggested(["zzzzzzzzzz"], "a")).toEqual([]);
    expect(suggested(["port", "enable", "ports", "prod", "pot"], "prot")).toEqual(["port", "pot", "prod"]);
    expect(suggested([], "a")).toEqual([]);
  });

  it("come with all the names there are, where none is near and they are few", () => {
    const names = (count: number): object =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`name${at}`, option(int, { default: 1 })]));
    const available = (count: number): unknown =>
      diagnosticsOf(() => evaluate({ options: { s: names(count) } }, { s: { other: 1 } }).config)[0]?.data["available"];
    expect(available(2)).toEqual(["s.name0", "s.name1"]);
    expect(available(0)).toBeUndefined();
    expect(available(6)).toBeUndefined();
  });

  it("come with near names only, where there are a hundred or more", () => {
    const many = Array.from({ length: 110 }, (_, at) => `unrelated${at}`);
    expect(suggested([...many, "port"], "prot")).toEqual(["port"]);
    expect(suggested(many, "prot")).toEqual([]);
  });

  it("come with names from where the path leaves the tree", () => {
    const found = diagnosticsOf(
      () => evaluate({ options: { foo: { bar: option(int, { default: 1 }) } } }, { fooo: { baz: { q: 1 } } }).config,
    );
    expect(found).toMatchObject([{ path: ["fooo"], data: { suggestions: ["foo"] } }]);
  });
});

describe("values that fail", () => {
  const declared = {
    options: { a: option(int), b: option(str), c: option(int, { default: 3 }), s: { d: option(listOf(int)) } },
  };
  const wrong = { _file: "/1.ts", config: { a: "x", b: 2, s: { d: [1, "y", bomb] } } };

  it("are reported all", () => {
    const evaluation = evaluate(declared, wrong);
    const { value, diagnostics } = evaluation.output();
    expect(value).toBeUndefined();
    expect(codesOf(diagnostics)).toEqual([
      "wrong-type a",
      "wrong-type b",
      'value-threw s.d."[definition 1-entry 3]"',
      'wrong-type s.d."[definition 1-entry 2]"',
    ]);
    expect(codesOf(evaluation.diagnostics({ force: true }))).toEqual(codesOf(diagnostics));
    // Nothing is computed for a mere look.
    expect(evaluation.diagnostics()).toEqual([]);
  });

  it("leave the rest to be printed", () => {
    expect(evaluate(declared, wrong).output({ keepGoing: true }).value).toEqual({ c: 3, s: {} });
  });

  it("of a read-only option are reported also where one of its definitions fails", () => {
    const url = option(str, { readOnly: true });
    const given = { config: { url: ({ config }: Given) => `${String(config["port"])}`, port: "x" } };
    const { diagnostics } = evaluate({ options: { url, port: option(int) } }, given, { url: "other" }).output();
    expect(codesOf(diagnostics).toSorted()).toEqual(["read-only url", "wrong-type port"]);
    const once = evaluate({ options: { url, port: option(int) } }, given).output();
    expect(codesOf(once.diagnostics)).toEqual(["wrong-type port"]);
  });

  it("are reported once, however many others need them", () => {
    const value = counted(bomb);
    const needing = ({ config }: Given): number => config.a + 1;
    const evaluation = evaluate(declared, { a: value, b: "b", c: needing, s: { d: [needing, needing] } });
    expect(codesOf(evaluation.output().diagnostics)).toEqual(["value-threw a"]);
    expect(value.calls).toBe(1);
  });

  it("are told by the text of the error", () => {
    const { diagnostics } = evaluate(declared, wrong).output();
    expect(() => evaluate(declared, wrong).config["a"]).toThrow(diagnostics.slice(0, 1).map(renderText).join());
  });
});

describe("warnings", () => {
  const old = mkOptionType({ name: "old", deprecationMessage: "Use int." });

  it("tell of a deprecated type, once, when the option is needed", () => {
    const evaluation = evaluate({
      _file: "/o.ts",
      options: { a: option(old, { default: 1 }), b: option(int, { default: 2 }) },
    });
    expect([read(evaluation, "b"), evaluation.diagnostics()]).toEqual([2, []]);
    expect([read(evaluation, "a"), read(evaluation, "a")]).toEqual([1, 1]);
    expect(evaluation.diagnostics()).toMatchObject([
      {
        code: "deprecated-type",
        severity: "warning",
        path: ["a"],
        origin: { file: "/o.ts" },
        data: { type: "old", message: "Use int." },
      },
    ]);
    expect(evaluation.output()).toMatchObject({ value: { a: 1, b: 2 }, diagnostics: [] });
  });

  it("tell of the option's own type, not of those inside", () => {
    const evaluation = evaluate({ options: { a: option(listOf(old), { default: [1] }) } });
    expect([read(evaluation, "a"), evaluation.diagnostics()]).toEqual([[1], []]);
  });

  it("tell of those in submodules too", () => {
    const evaluation = defined(attrsOf(submodule({ options: { x: option(old) } })), { y: { x: 1 }, z: { x: 2 } });
    expect(evaluation.output().diagnostics).toEqual([]);
    expect(codesOf(evaluation.diagnostics())).toEqual(["deprecated-type a.y.x", "deprecated-type a.z.x"]);
  });

  it("tell of a type whose values need no merging, in every instance", () => {
    const oldInt = { ...int, deprecationMessage: "Use number." };
    const names = ["b", "c", "d", "e"];
    const given = Object.fromEntries(names.map((name) => [name, { x: 1 }]));
    const sites = defined(attrsOf(submodule({ options: { x: option(oldInt) } })), given);
    expect(names.map((name) => read(sites, `a.${name}.x`))).toEqual([1, 1, 1, 1]);
    expect(codesOf(sites.diagnostics())).toEqual(names.map((name) => `deprecated-type a.${name}.x`));
  });

  it("tell of values that were merged by neither side of an either", () => {
    const unchecked = mkOptionType({
      name: "unchecked",
      merge: (context, definitions) => either(int, str).merge(context, definitions),
    });
    const evaluation = defined(unchecked, true);
    expect(evaluation.config["a"]).toBe(true);
    expect(evaluation.diagnostics()).toMatchObject([
      { code: "no-arm-accepts", severity: "warning", path: ["a"], origin: { file: "/1.ts" } },
    ]);
  });
});

describe("what cannot be printed", () => {
  const circular: Record<string, unknown> = {};
  circular["again"] = { circular };

  it.each<[what: string, value: () => unknown, problem: string, data: object]>([
    ["NaN", () => Number.NaN, "no-json-form a.x", { kind: "NaN" }],
    ["an infinity", () => Number.NEGATIVE_INFINITY, "no-json-form a.x", { kind: "-Infinity" }],
    ["a bigint", () => 1n, "no-json-form a.x", { kind: "a bigint" }],
    ["undefined in a list", () => [undefined], `no-json-form a.x."0"`, { kind: "undefined" }],
    ["what contains itself", () => circular, "cyclic-value a.x.again.circular", {}],
  ])("is an error with its path: %s", (_what, value, problem, data) => {
    const { diagnostics } = evaluate({ options: { a: { x: option(raw) } } }, { a: { x: value } }).output();
    expect(codesOf(diagnostics)).toEqual([problem]);
    expect(diagnostics[0]?.data).toMatchObject(data);
  });

  it("is left out where it is no data, unless somebody asks for just this", () => {
    const evaluation = evaluate({ options: { a: { f: option(raw), x: option(raw) } } }, { a: { f: () => bomb, x: 1 } });
    expect(evaluation.output()).toMatchObject({
      value: { a: { x: 1 } },
      omitted: [{ path: ["a", "f"], kind: "a function" }],
    });
    expect(codesOf(evaluation.output({ at: ["a", "f"] }).diagnostics)).toEqual(["no-json-form a.f"]);
  });

  it("is a path that leads nowhere", () => {
    const evaluation = evaluate(
      { options: { a: option(attrsOf(int)), l: option(raw) } },
      { a: { port: 1 }, l: [{ x: 1 }] },
    );
    const found = (...at: readonly string[]): unknown => evaluation.output({ at }).diagnostics[0];
    expect(found("a", "prot")).toMatchObject({
      code: "no-such-value",
      path: ["a"],
      data: { name: "prot", suggestions: ["port"] },
    });
    expect(found("l", "1")).toMatchObject({ code: "no-such-value", path: ["l"] });
    expect(found("l", "0", "x", "y")).toMatchObject({
      code: "no-such-value",
      path: ["l", "0", "x"],
      data: { name: "y" },
    });
    expect(found("b")).toMatchObject({ code: "unknown-name", data: { name: "b" } });
    expect(evaluation.output({ at: ["l", "0", "x"] })).toMatchObject({ value: 1, diagnostics: [] });
  });
});

describe("what options say about the whole", () => {
  const finding =
    (severity: string): unknown =>
    (value: number) =>
      value > 1 ? [{ severity, message: `${value} is too many` }] : [];
  const counting = (severity: string): object => ({
    options: { n: optionWith(int, { findings: finding(severity) as never }) },
  });

  it("is an error or a warning of the printed configuration, and of no single value", () => {
    const failing = evaluate(counting("error"), { n: 2 });
    expect([read(failing, "n"), failing.output({ at: ["n"] }).value, failing.diagnostics()]).toEqual([2, 2, []]);
    expect(failing.output()).toMatchObject({
      diagnostics: [{ code: "failed-assertion", path: ["n"], data: { message: "2 is too many" } }],
    });
    const warning = evaluate(counting("warning"), { n: 2 });
    expect(warning.output()).toMatchObject({ value: { n: 2 }, diagnostics: [] });
    expect(warning.diagnostics()).toMatchObject([{ code: "module-warning", severity: "warning", path: ["n"] }]);
    expect(evaluate(counting("error"), { n: 1 }).output()).toMatchObject({ value: { n: 1 }, diagnostics: [] });
  });

  it("may itself fail", () => {
    const evaluation = evaluate({ options: { n: optionWith(int, { findings: bomb, default: mkIf(true, 1) }) } });
    expect(evaluation.output().diagnostics).toMatchObject([
      { code: "value-threw", path: ["n"], data: { part: "findings" } },
    ]);
  });
});

it("are told apart by work that grows no faster than they do", () => {
  const comparisons = (count: number): number => {
    const names = Array.from({ length: count }, (_, at) => `o${at}`);
    const fail = (what: string): never => {
      throw new Error(what);
    };
    const failing = (word: string): object =>
      Object.fromEntries(names.map((name) => [name, mkIf(() => fail(`${word} ${name}`), 1)]));
    const options = Object.fromEntries(names.map((name) => [name, option(int)]));
    const evaluation = evaluate({ options, config: failing("one") }, { config: failing("other") });
    const stringify = vi.spyOn(JSON, "stringify");
    try {
      expect(evaluation.output({ keepGoing: true }).diagnostics).toHaveLength(2 * count);
      return stringify.mock.calls.length;
    } finally {
      stringify.mockRestore();
    }
  };
  expect(comparisons(20)).toBeGreaterThan(0);
  expect(comparisons(80)).toBeLessThan(5 * comparisons(20));
});
