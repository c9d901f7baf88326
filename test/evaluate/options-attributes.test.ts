// The attributes of an option: what they do to its value, and what may be computed.
import { describe, expect, it } from "vitest";
import { mkForce, mkIf, mkMerge, mkOption } from "../../src/authoring/index.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { bomb, counted, dataOf, evaluate, type Given, option, read } from "./evaluation.ts";
import { diagnosticOf, diagnosticsOf, problemOf } from "./problems.ts";
import { defined, definedWith, optionWith, stateOf } from "./properties-defined.ts";

const { bool, int, listOf, nullOr, str } = types;

describe("type", () => {
  it("is asked for nothing before its option is, and so fails alone", () => {
    const hostile = new Proxy(str, {
      get: (type, name) => (name === "deprecationMessage" ? bomb() : (Reflect.get(type, name) as unknown)),
    });
    const options = { a: mkOption({ type: hostile, default: "x" }), b: option(int, { default: 1 }) };
    expect(read(evaluate({ options: { g: options } }), "g.b")).toBe(1);
    const evaluation = evaluate({ options });
    expect(read(evaluation, "b")).toBe(1);
    const { value, diagnostics } = evaluation.output({ keepGoing: true });
    expect([value, diagnostics.map(({ code, path }) => [code, path])]).toEqual([{ b: 1 }, [["value-threw", ["a"]]]]);
  });

  it("is unspecified where none is given", () => {
    expect(stateOf(defined(undefined, 1)).type.description).toBe("unspecified value");
    expect(defined(undefined, [1], [2]).config["a"]).toEqual([1, 2]);
  });

  it("may be computed from the configuration, once", () => {
    const type = counted(({ config }: Given): AnyOptionType => (config.on ? int : str));
    const declared = { options: { on: option(bool), a: mkOption({ type }) } };
    const evaluation = evaluate(declared, { on: true, a: 1 });
    expect([read(evaluation, "a"), stateOf(evaluation).type.name, type.calls]).toEqual([1, "int", 1]);
    expect(problemOf(() => read(evaluate(declared, { on: false, a: 1 }), "a"))).toMatchObject({ code: "wrong-type" });
  });

  it("may not be computed from what it is the type of", () => {
    const byValue = evaluate(
      { options: { a: mkOption({ type: ({ config }): AnyOptionType => (config.a ? int : str) }) } },
      { a: 1 },
    );
    expect(diagnosticOf(() => read(byValue, "a"))).toMatchObject({ code: "infinite-recursion", path: ["a"] });
    const byType = evaluate({ options: { a: mkOption({ type: ({ options }) => Object(options["a"]).type }) } });
    expect(diagnosticOf(() => read(byType, "a")).data).toEqual({ steps: [{ kind: "type", path: ["a"] }] });
  });

  it("that is none, or that throws, is an error with the place of the declaration", () => {
    const declares = (type: unknown): object => ({
      _file: "/o.ts",
      options: { a: mkOption({ type: () => type as typeof int }) },
    });
    expect(diagnosticOf(() => read(evaluate(declares(3)), "a"))).toMatchObject({
      code: "bad-option-attribute",
      path: ["a"],
      origin: { file: "/o.ts" },
      data: { attribute: "type" },
    });
    const throwing = evaluate({ _file: "/o.ts", options: { a: mkOption({ type: bomb }) } });
    expect(diagnosticOf(() => read(throwing, "a"))).toMatchObject({
      code: "value-threw",
      origin: { file: "/o.ts" },
      data: { part: "type" },
    });
  });
});

describe("default", () => {
  it("is checked and merged like a definition, and passed to apply", () => {
    expect(problemOf(() => definedWith(int, { default: "x" }).config["a"])).toEqual({
      code: "wrong-type",
      path: "a",
      files: ["/options.ts"],
    });
    expect(definedWith(int, { default: 1, apply: (value: unknown) => [value] }).config["a"]).toEqual([1]);
  });

  it("may be computed, and gets the arguments of its evaluation", () => {
    const declared = {
      options: { a: option(int, { default: ({ config }) => config.b + 1 }), b: option(int, { default: 1 }) },
    };
    expect(dataOf(evaluate(declared))).toEqual({ a: 2, b: 1 });
    expect(dataOf(evaluate(declared, { b: 5 }))).toEqual({ a: 6, b: 5 });
    const named = types.submodule({ options: { n: option(str, { default: ({ name }) => name }) } });
    expect(dataOf(evaluate({ options: { s: option(types.attrsOf(named)) } }, { s: { x: {}, y: {} } }))).toEqual({
      s: { x: { n: "x" }, y: { n: "y" } },
    });
  });

  it("may hold lazy values and properties", () => {
    const attributes = { default: { x: ({ config }: Given) => config.b as unknown, y: mkIf(false, 1), z: mkForce(2) } };
    const declared = { options: { a: optionWith(types.attrsOf(int), attributes), b: option(int, { default: 1 }) } };
    expect(dataOf(evaluate(declared))).toEqual({ a: { x: 1, z: 2 }, b: 1 });
  });
});

describe("apply", () => {
  it("has the last word, and leaves the definitions as they are", () => {
    const evaluation = definedWith(listOf(int), { apply: (list: readonly number[]) => list.length }, [1], [2]);
    expect(stateOf(evaluation)).toMatchObject({ value: 2, definitions: [[1], [2]], isDefined: true });
  });

  it("sees the value of an option that nothing defines, if its type has one", () => {
    expect(definedWith(nullOr(int), { apply: (value: unknown) => value ?? "none" }).config["a"]).toBe("none");
    expect(problemOf(() => definedWith(int, { apply: (value: unknown) => value }).config["a"]).code).toBe(
      "missing-value",
    );
  });

  it("may return anything, functions too, but not nothing", () => {
    const fn = definedWith(int, { apply: (value: number) => (more: number) => value + more }, 1).config["a"];
    expect(Object(fn)(2)).toBe(3);
    expect(definedWith(int, { apply: (value: unknown) => mkForce(value) }, 1).config["a"]).toEqual(mkForce(1));
    const silent = definedWith(int, { apply: (value: unknown) => void value }, 1);
    expect(diagnosticOf(() => silent.config["a"])).toMatchObject({
      code: "undefined-value",
      path: ["a"],
      origin: { file: "/options.ts" },
      data: { by: "apply" },
    });
  });

  it("that throws is named, with the place of the declaration", () => {
    expect(
      diagnosticOf(() => definedWith(int, { apply: (value: unknown) => bomb.call(value) }, 1).config["a"]),
    ).toMatchObject({
      code: "value-threw",
      path: ["a"],
      origin: { file: "/options.ts" },
      data: { part: "apply", message: "this must not be computed" },
    });
  });
});

describe("readOnly", () => {
  const readOnly = (attributes: object, ...definitions: readonly unknown[]): unknown =>
    definedWith(listOf(int), { readOnly: true, ...attributes }, ...definitions).config["a"];

  it("takes one definition, or a default", () => {
    expect(readOnly({}, [1])).toEqual([1]);
    expect(readOnly({ default: [1] })).toEqual([1]);
    expect(readOnly({})).toEqual([]);
  });

  it("takes several parts of one definition", () => {
    expect(readOnly({}, mkMerge([[1], [2]]))).toEqual([1, 2]);
  });

  it("takes others that do not apply", () => {
    expect(readOnly({ default: [1] }, mkIf(false, [2]), mkMerge([]))).toEqual([1]);
    expect(
      readOnly(
        {},
        mkIf(false, [1]),
        [2],
        mkIf(() => false, bomb),
      ),
    ).toEqual([2]);
  });

  it("takes no more, however strong", () => {
    // The default comes last: it is the definition that has to go.
    const expected = { code: "read-only", path: "a", files: ["/1.ts", "/options.ts"] };
    expect(problemOf(() => readOnly({ default: [1] }, [2]))).toEqual(expected);
    expect(problemOf(() => readOnly({ default: [1] }, mkForce([2])))).toEqual(expected);
    expect(problemOf(() => readOnly({}, [1], [2]))).toEqual({ ...expected, files: ["/1.ts", "/2.ts"] });
  });

  it("takes no second one from the same module", () => {
    const declared = { options: { a: option(listOf(int), { readOnly: true }) } };
    const twice = evaluate(declared, { _file: "/m.ts", config: mkMerge([{ a: [1] }, { a: [2] }]) });
    expect(problemOf(() => read(twice, "a"))).toEqual({ code: "read-only", path: "a", files: ["/m.ts"] });
  });

  it("is checked also where apply does not want the value", () => {
    expect(problemOf(() => readOnly({ apply: () => 1 }, [1], [2])).code).toBe("read-only");
  });

  it("shows the definitions as they are written, computing nothing", () => {
    const definitions = [1, mkIf(true, mkForce(2)), () => 3, mkMerge([bomb, 4])];
    const { origin, related } = diagnosticOf(
      () => definedWith(int, { readOnly: true, default: 0 }, ...definitions.slice(0, 3)).config["a"],
    );
    expect(related.map(({ message }) => message)).toEqual(["1", "mkIf(…, mkForce(2))", "", "0"]);
    expect(origin).toEqual(related[0]?.origin);
  });
});

describe("attributes for documentation", () => {
  it("are passed on, computed if they are functions", () => {
    const description = counted(({ config }: Given) => `About ${config.b}.`);
    const documented = option(int, {
      default: ({ config }) => config.b,
      example: () => 3,
      description,
      defaultText: "b",
      relatedPackages: ["p"],
    });
    const state = stateOf(evaluate({ options: { a: documented, b: option(int, { default: 1 }) } }));
    expect(state).toMatchObject({
      default: 1,
      example: 3,
      description: "About 1.",
      defaultText: "b",
      relatedPackages: ["p"],
    });
    expect([state.description, description.calls]).toEqual(["About 1.", 1]);
  });

  it("that throw are named", () => {
    const state = stateOf(definedWith(int, { description: bomb }, 1));
    expect(diagnosticOf(() => state.description)).toMatchObject({
      code: "value-threw",
      path: ["a"],
      origin: { file: "/options.ts" },
      data: { part: "description" },
    });
    expect(state.value).toBe(1);
  });

  it("are absent where they are not given", () => {
    const { default: given, example, description, apply, internal, visible, readOnly } = stateOf(defined(int, 1));
    expect([given, example, description, apply, internal, visible, readOnly]).toEqual(Array(7).fill(undefined));
  });
});

describe("a copy of an option", () => {
  const declared = (attributes: object, more: object = {}): Evaluation =>
    evaluate({ options: { a: { ...option(types.int), ...attributes } } }, { a: 3 }, more);

  it("is an option, with what was changed in it", () => {
    expect(dataOf(declared({ apply: (value: number) => value + 1 }))).toEqual({ a: 4 });
    expect(dataOf(declared({ custom: 1, description: 5, default: undefined }))).toEqual({ a: 3 });
    expect(diagnosticsOf(() => declared({ readOnly: true, default: 1 }).config["a"])).toMatchObject([
      { code: "read-only" },
    ]);
  });

  it.each<[attribute: string, value: unknown, expected: string]>([
    ["apply", 5, "a function"],
    ["findings", 5, "a function"],
    ["readOnly", "yes", "true or false"],
    ["sensitive", 1, "true or false"],
    ["internal", null, "true or false"],
    ["visible", "no", '`true`, `false`, `"shallow"` or `"transparent"`'],
    ["type", "int", "an option type, such as `types.str`"],
  ])("is refused with another kind of `%s`", (attribute, value, expected) => {
    const other = { options: { a: option(types.int) } };
    for (const evaluation of [declared({ [attribute]: value }), declared({ [attribute]: value }, other)]) {
      const { diagnostics } = evaluation.output();
      expect(diagnostics).toMatchObject([{ code: "bad-option-attribute", path: ["a"], data: { attribute, expected } }]);
    }
  });
});
