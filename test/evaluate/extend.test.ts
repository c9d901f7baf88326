// More modules for an evaluation, and evaluations as the types of options.
import { describe, expect, it } from "vitest";
import { mkDefault, mkOverride } from "../../src/authoring/priorities.ts";
import { evalModules } from "./lint-cases.ts";
import { mkOptionType } from "../../src/types/define-type.ts";
import { types } from "../../src/types/types.ts";
import { counted, dataOf, evaluate, type Given, option, read } from "./evaluation.ts";
import { evaluateFiles } from "./files.ts";
import { codesOf, diagnosticOf, problemOf } from "./problems.ts";

const list = { options: { l: option(types.listOf(types.unspecified), { default: [] }) } };

describe("extendModules", () => {
  it("adds modules after the present ones, so that their definitions come first", () => {
    const extended = evaluate(list, { l: ["a"] }).extendModules({ modules: [{ l: ["b"] }, { l: ["c"] }] });
    expect(read(extended, "l")).toEqual(["c", "b", "a"]);
    expect(read(extended.extendModules({ modules: [{ l: ["d"] }] }), "l")).toEqual(["d", "c", "b", "a"]);
  });

  it("leaves the original as it is", () => {
    const evaluation = evaluate(list, { l: ({ config }: Given) => Object.keys(config as object) });
    const extended = evaluation.extendModules({ modules: [{ options: { x: option(types.int, { default: 1 }) } }] });
    expect(read(extended, "l")).toEqual(["_module", "l", "x"]);
    expect(read(evaluation, "l")).toEqual(["_module", "l"]);
    expect(Object.keys(evaluation.options)).toEqual(["_module", "l"]);
  });

  it("merges specialArgs, keeps class and prefix, and may change the prefix", () => {
    const module = {
      options: { v: option(types.raw) },
      config: { v: ({ a, b, _class, _prefix }: Given) => [a, b, _class, _prefix] },
    };
    const evaluation = evalModules({ modules: [module], specialArgs: { a: 1, b: 1 }, class: "c", prefix: ["p"] });
    expect(read(evaluation.extendModules({ specialArgs: { b: 2 } }), "v")).toEqual([1, 2, "c", ["p"]]);
    expect(read(evaluation.extendModules({ prefix: ["q", "r"] }), "v")).toEqual([1, 1, "c", ["q", "r"]]);
    expect(evaluation.extendModules({}).class).toBe("c");
  });

  it("takes nothing else than it knows, and that of the right kind", () => {
    const evaluation = evaluate({ options: { a: option(types.int, { default: 1 }) } });
    for (const [given, argument, problem] of [
      [{ module: [{ a: 3 }] }, "module", "is not known"],
      [[{ a: 3 }], "the argument", "must be an object, but is a list"],
      [{ modules: { a: 3 } }, "modules", "must be a list, but is an attribute set"],
      [{ modules: "x" }, "modules", 'must be a list, but is the string "x"'],
      [{ prefix: "ab" }, "prefix", "must be a list of names, which are strings"],
      [{ specialArgs: 5 }, "specialArgs", "must be an attribute set, but is the number 5"],
    ] as const) {
      // The cast: what TypeScript would refuse.
      expect(diagnosticOf(() => evaluation.extendModules(given as never))).toMatchObject({
        code: "bad-argument",
        data: { call: "extendModules", argument, problem },
      });
    }
    expect(dataOf(evaluation.extendModules({ modules: undefined } as never))).toEqual({ a: 1 });
  });

  it("keeps the keys of the original modules", () => {
    const evaluation = evaluate({ imports: [{}] }, {});
    const extended = evaluation.extendModules({ modules: [{}] });
    expect(extended.graph.map(({ key }) => key)).toEqual([":anon-1", ":anon-2", ":anon-3"]);
    const off = evaluate(list, { l: ["gone"] }).extendModules({ modules: [{ disabledModules: [{ key: ":anon-2" }] }] });
    expect(read(off, "l")).toEqual([]);
  });

  it("keeps the loader", () => {
    const extended = evaluateFiles({ "/a.ts": { l: ["a"] } }, [list]).extendModules({ modules: ["/a.ts"] });
    expect(read(extended, "l")).toEqual(["a"]);
  });

  it("is an argument of modules, and works while the original is computed", () => {
    const module = {
      options: { n: option(types.int, { default: 1 }), v: option(types.raw) },
      config: { v: ({ extendModules, config }: Given) => [config.n, extendModules({ modules: [{ n: 2 }] }).config.n] },
    };
    expect(read(evaluate(module), "v")).toEqual([1, 2]);
  });

  it("finds cycles that go through the extension", () => {
    const once = {
      options: { v: option(types.raw), w: option(types.raw) },
      config: {
        v: ({ extendModules, config }: Given) =>
          extendModules({ modules: [{ w: () => config.v as unknown }] }).config.w as unknown,
      },
    };
    expect(problemOf(() => read(evaluate(once), "v")).code).toBe("infinite-recursion");
  });

  it("has warnings and problems of its own", () => {
    const old = mkOptionType({ name: "old", deprecationMessage: "Use another." });
    const evaluation = evaluate(list);
    const extended = evaluation.extendModules({
      modules: [{ options: { old: option(old, { default: 1 }) } }, { x: 1 }],
    });
    expect(codesOf(extended.diagnostics({ force: true }))).toEqual(["undeclared-option x", "deprecated-type old"]);
    expect(codesOf(evaluation.diagnostics({ force: true }))).toEqual([]);
  });

  it("inside a submodule extends it with the definitions given to it", () => {
    const sub = types.submodule([
      list,
      {
        options: { v: option(types.raw) },
        config: { v: ({ extendModules }: Given) => extendModules({ modules: [{ l: ["more"] }] }).config.l as unknown },
      },
    ]);
    const evaluation = evaluate({ options: { s: option(types.attrsOf(sub)) } }, { s: { a: { l: ["given"] } } });
    expect(read(evaluation, "s.a.v")).toEqual(["more", "given"]);
    expect(read(evaluation, "s.a.l")).toEqual(["given"]);
  });

  it("inside a submodule keeps its name and its path in messages", () => {
    const sub = types.submodule([
      { options: { v: option(types.raw), n: option(types.int), name: option(types.raw) } },
      {
        v: ({ extendModules }: Given) =>
          extendModules({ modules: [{ n: "no", name: ({ name }: Given) => name as unknown }] }).config as unknown,
      },
    ]);
    const evaluation = evaluate({ options: { s: option(types.attrsOf(sub)) } }, { s: { a: {} } });
    expect(read(evaluation, "s.a.v.name")).toBe("a");
    expect(problemOf(() => read(evaluation, "s.a.v.n"))).toMatchObject({ code: "wrong-type", path: "s.a.n" });
  });
});

describe("the type of an evaluation", () => {
  const evaluation = evaluate(list, { l: ["base"] });

  it("is a submodule of its modules, evaluated afresh for each option", () => {
    const outer = evaluate(
      { options: { a: option(evaluation.type), b: option(evaluation.type) } },
      { a: { l: ["a"] } },
    );
    expect(dataOf(outer)).toEqual({ a: { l: ["a", "base"] }, b: { l: ["base"] } });
    expect(evaluation.type.name).toBe("submodule");
  });

  it("takes whole modules as values, unlike types.submodule", () => {
    const outer = evaluate(
      { options: { a: option(evaluation.type) } },
      { a: { imports: [{ l: ["imported"] }], config: { l: ["own"] } } },
    );
    expect(read(outer, "a.l")).toEqual(["imported", "own", "base"]);
  });

  it("does not agree with types.submodule, but with another such type", () => {
    const both =
      (type: typeof evaluation.type): (() => unknown) =>
      () =>
        read(evaluate({ options: { a: option(evaluation.type) } }, { options: { a: option(type) } }), "a.l");
    expect(both(evaluate({ l: ["two"] }).type)()).toEqual(["two", "base"]);
    expect(diagnosticOf(both(types.submodule(list))).code).toBe("submodule-conflict");
  });

  it("is one object, and one of each evaluation", () => {
    expect(evaluation.type).toBe(evaluation.type);
    expect(evaluation.type).not.toBe(evaluate(list).type);
  });
});

describe("moduleType", () => {
  it("lets a configuration hold variants of itself, without end, each computed when it is read", () => {
    const variants = option(({ moduleType }: Given) => types.attrsOf(moduleType as typeof types.raw), { default: {} });
    const module = {
      options: { n: option(types.int), variants },
      config: { n: mkDefault(1), variants: { foo: { n: mkOverride(900, 2) }, bar: { n: 3 } } },
    };
    const evaluation = evaluate(module);
    const paths = ["n", "variants.foo.n", "variants.foo.variants.bar.n", "variants.foo.variants.foo.variants.foo.n"];
    expect(paths.map((path) => read(evaluation, path))).toEqual([1, 2, 3, 2]);
  });
});

describe("a second evaluation of the same modules", () => {
  it("shares nothing with the first", () => {
    const calls = counted(() => 1);
    const sub = types.submodule({ options: { x: option(types.int, { default: calls }) } });
    const modules = [
      { options: { a: option(types.int, { default: calls }), s: option(sub) } },
      { _module: { args: { extra: calls } } },
    ];
    const [first, second] = [evaluate(...modules), evaluate(...modules)];
    expect(dataOf(first)).toEqual({ a: 1, s: { x: 1 } });
    expect(calls.calls).toBe(2);
    expect(dataOf(second)).toEqual({ a: 1, s: { x: 1 } });
    expect(calls.calls).toBe(4);
    expect(first.config).not.toBe(second.config);
    expect(first.config["s"]).not.toBe(second.config["s"]);
  });

  it("has its own arguments, also in what both declare", () => {
    const module = {
      options: {
        t: option(({ kind }: Given) => (kind === "int" ? types.int : types.str)),
        s: option(
          types.submodule(({ config }: Given) => ({
            options: { x: option(types.raw, { default: () => typeof config }) },
          })),
        ),
      },
      config: { t: ({ kind }: Given) => (kind === "int" ? 1 : "one") },
    };
    const of = (kind: string): unknown => dataOf(evalModules({ modules: [module], specialArgs: { kind } }));
    expect([of("int"), of("str")]).toEqual([
      { t: 1, s: { x: "object" } },
      { t: "one", s: { x: "object" } },
    ]);
  });

  it("does not remember the errors of the first", () => {
    let fails = true;
    const module = { options: { a: option(types.int, { default: () => (fails ? "no" : 1) }) } };
    const first = evaluate(module);
    expect(problemOf(() => read(first, "a")).code).toBe("wrong-type");
    fails = false;
    expect(problemOf(() => read(first, "a")).code).toBe("wrong-type");
    expect(read(evaluate(module), "a")).toBe(1);
  });
});
