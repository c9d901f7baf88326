// The tree of options: which names there are, what several modules declare together, what is not declared.
import { describe, expect, it } from "vitest";
import { defineModule } from "../../src/authoring/define-module.ts";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { types } from "../../src/types/types.ts";
import { bomb, dataOf, evaluate, follow, type Given, option, read } from "./evaluation.ts";
import { codesOf, diagnosticOf, diagnosticsOf, problemOf } from "./problems.ts";

const int = (value: number): ReturnType<typeof option> => option(types.int, { default: value });

describe("sets of options", () => {
  it("of several modules are one", () => {
    const modules = [
      { options: { s: { a: int(1) }, t: {} } },
      { options: { s: { b: int(2) } } },
      (): object => ({ options: { s: { n: { c: int(3) } } } }),
    ];
    expect(dataOf(evaluate(...modules))).toEqual({ s: { a: 1, b: 2, n: { c: 3 } }, t: {} });
  });

  it("may be functions, at any level", () => {
    const tree = (): object => ({ s: (): object => ({ a: int(1) }) });
    expect(dataOf(evaluate({ options: tree }, { options: { s: { b: int(2) } } }, { s: { a: 3 } }))).toEqual({
      s: { a: 3, b: 2 },
    });
  });

  it("take an undefined for an absent name", () => {
    expect(dataOf(evaluate({ options: { a: undefined, b: int(1) } }))).toEqual({ b: 1 });
  });

  it.each<readonly [string, unknown, string]>([
    ["a type", { a: types.int }, "not-an-option"],
    ["a property", { a: mkIf(true, {}) }, "not-an-option"],
    ["a module", { a: defineModule({}) }, "not-an-option"],
    ["a number", { a: 5 }, "declaration-not-a-set"],
    ["a list", { a: [] }, "declaration-not-a-set"],
    ["null", { a: null }, "declaration-not-a-set"],
    ["a function that returns no set", { a: (): unknown => 5 }, "declaration-not-a-set"],
  ])("may not hold %s", (_name, options, code) => {
    const evaluation = evaluate({ _file: "/o.ts", options });
    const expected = { code, path: "a", files: ["/o.ts"] };
    expect(problemOf(() => follow(evaluation.config, "a.x"))).toEqual(expected);
    expect(codesOf(evaluation.output().diagnostics)).toEqual([`${code} a`]);
  });

  it.each([5, [], null])("may not be %o as a whole", (options) => {
    expect(problemOf(() => evaluate({ _file: "/o.ts", options }).config)).toEqual({
      code: "declaration-not-a-set",
      path: "",
      files: ["/o.ts"],
    });
  });

  it("report the level that is asked for, and no other", () => {
    const evaluation = evaluate({ options: { good: int(1), bad: { inner: 5 }, alsoBad: { inner: types.int } } });
    expect(read(evaluation, "good")).toBe(1);
    expect(codesOf(evaluation.output().diagnostics)).toEqual([
      "not-an-option alsoBad.inner",
      "declaration-not-a-set bad.inner",
    ]);
    expect(evaluation.output({ keepGoing: true }).value).toEqual({ good: 1 });
  });
});

describe("an option beside a set of options of its name", () => {
  const set = { options: { a: { x: int(1) } } };

  it("takes the set into its submodule", () => {
    const submodule = { options: { a: option(types.submodule({ options: { y: int(2) } })) } };
    expect(dataOf(evaluate(submodule, set, { a: { x: 7 } }))).toEqual({ a: { x: 7, y: 2 } });
    expect(dataOf(evaluate(set, submodule))).toEqual({ a: { x: 1, y: 2 } });
  });

  it.each<readonly [string, ReturnType<typeof option>]>([
    ["int", option(types.int)],
    ["attrsOf(submodule)", option(types.attrsOf(types.submodule({})))],
    ["no type", option()],
  ])("must be a submodule: %s", (_name, declared) => {
    const evaluation = evaluate({ _file: "/o.ts", options: { a: declared, b: int(1) } }, set);
    expect(problemOf(() => read(evaluation, "a"))).toMatchObject({ code: "nested-under-option", path: "a" });
    expect(read(evaluation, "b")).toBe(1);
  });

  it("may have a type that depends on config", () => {
    const typed = option(({ config }: Given) => types.submodule({ options: { y: int(config.n as number) } }));
    const evaluation = evaluate({ options: { n: int(4) } }, { options: { a: typed } }, set);
    expect(dataOf(evaluation)).toEqual({ n: 4, a: { x: 1, y: 4 } });
  });
});

describe("options below a level may depend on config", () => {
  it("through the type of an option", () => {
    const typed = option(({ config }: Given) => (config.wide === true ? types.int : types.ints.u8));
    const modules = (wide: boolean): object[] => [
      { options: { wide: option(types.bool), a: typed } },
      { wide, a: 300 },
    ];
    expect(read(evaluate(...modules(true)), "a")).toBe(300);
    expect(problemOf(() => read(evaluate(...modules(false)), "a"))).toMatchObject({ code: "wrong-type", path: "a" });
  });
});

describe("a definition of a name that nobody declares", () => {
  const declared = { options: { a: int(1), s: { b: int(2) }, empty: {} } };

  it.each<readonly [string, unknown, readonly string[]]>([
    ["is an error", { x: 1 }, ["x"]],
    ["is an error inside a set", { s: { x: 1 } }, ["s.x"]],
    ["is an error under a false condition", { x: mkIf(false, 1) }, ["x"]],
    ["is an error in a whole under a false condition", mkIf(false, { x: 1 }), ["x"]],
    ["is an error also if it is empty", { x: {} }, ["x"]],
    ["names what it is, not what is in it", { x: { y: { z: 1 } } }, ["x"]],
    [
      "comes with all others, sorted",
      { x: 1, s: { y: 1, x: 1 }, A: 1, empty: { e: 1 } },
      ["A", "empty.e", "s.x", "s.y", "x"],
    ],
  ])("%s", (_name, config, paths) => {
    const evaluation = evaluate(declared, { _file: "/d.ts", config });
    for (const code of [
      (): unknown => evaluation.config,
      (): unknown => evaluation.options,
      (): unknown => evaluation._module,
    ]) {
      expect(codesOf(diagnosticsOf(code))).toEqual(paths.map((path) => `undeclared-option ${path}`));
    }
    expect(codesOf(evaluation.diagnostics())).toEqual(paths.map((path) => `undeclared-option ${path}`));
  });

  it("lists its definitions in their order", () => {
    const modules = ["/1.ts", "/2.ts"].map((_file) => ({ _file, config: { x: 1, a: 5 } }));
    expect(problemOf(() => evaluate(declared, ...modules).config)).toEqual({
      code: "undeclared-option",
      path: "x",
      files: ["/2.ts", "/1.ts"],
    });
  });

  it("is not computed", () => {
    const evaluation = evaluate(declared, { x: bomb, s: { y: mkIf(bomb, bomb) } });
    expect(codesOf(diagnosticsOf(() => evaluation.config))).toEqual(["undeclared-option s.y", "undeclared-option x"]);
  });

  it("suggests names of its level", () => {
    const evaluation = evaluate(declared, { s: { bb: 1 } });
    expect(diagnosticOf(() => evaluation.config)).toMatchObject({ path: ["s", "bb"], data: { suggestions: ["s.b"] } });
  });

  it("is no error for an empty set of options that is declared, or below an option", () => {
    expect(dataOf(evaluate(declared, { empty: {}, s: {} }))).toEqual({ a: 1, s: { b: 2 }, empty: {} });
    expect(dataOf(evaluate({ options: { v: option(types.raw) } }, { v: { any: 1 } }))).toEqual({ v: { any: 1 } });
  });

  it("does not keep values from reading each other", () => {
    const seen: unknown[] = [];
    const evaluation = evaluate(declared, { x: 1, s: { b: ({ config }: Given) => seen.push(config.a) } });
    expect(diagnosticOf(() => evaluation.config).code).toBe("undeclared-option");
    expect(evaluation.output({ keepGoing: true }).value).toEqual({ a: 1, s: { b: 1 }, empty: {} });
    expect(seen).toEqual([1]);
  });

  it("is allowed by `_module.check = false`, and then without effect", () => {
    const open = { _module: { check: false } };
    expect(dataOf(evaluate(declared, open, { x: bomb }))).toEqual({ a: 1, s: { b: 2 }, empty: {} });
    expect(Object.keys(evaluate(declared, open, { x: 1 }).config)).toEqual(["a", "empty", "s"]);
  });

  it("of a submodule is found when the submodule is read, whatever the evaluation around it allows", () => {
    const options = { s: option(types.attrsOf(types.submodule(declared))), n: int(1) };
    const evaluation = evaluate({ options }, { s: { one: { x: 1 }, two: { a: 3 } }, _module: { check: false } });
    expect(read(evaluation, "n")).toBe(1);
    expect(read(evaluation, "s.two.a")).toBe(3);
    expect(problemOf(() => read(evaluation, "s.one"))).toMatchObject({ code: "undeclared-option", path: "s.one.x" });
    expect(codesOf(evaluation.output().diagnostics)).toEqual(["undeclared-option s.one.x"]);
  });
});

describe("two declarations of one option", () => {
  it("that do not agree are one error, wherever it is met", () => {
    const evaluation = evaluate(
      { _file: "/1.ts", options: { a: option(types.int), b: int(1) } },
      { _file: "/2.ts", options: { a: option(types.str) } },
    );
    expect(read(evaluation, "b")).toBe(1);
    const first = diagnosticOf(() => read(evaluation, "a"));
    expect(first).toMatchObject({ code: "incompatible-declarations", path: ["a"] });
    expect(diagnosticOf(() => follow(evaluation.options, "a.type"))).toBe(first);
    expect(evaluation.output().diagnostics).toEqual([first]);
  });
});
