// evalModules: its arguments, and the parts of its result.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { evalModules } from "./lint-cases.ts";
import { evaluationBrand, hasBrand } from "../../src/model/brands.ts";
import { types } from "../../src/types/types.ts";
import { bomb, evaluate, type Given, option, read } from "./evaluation.ts";
import { codesOf, diagnosticOf, problemOf } from "./problems.ts";

describe("the arguments of evalModules", () => {
  // The cast: this is what JavaScript lets people write.
  const call = (args: unknown): unknown => evalModules(args as { modules: [] });

  it.each<readonly [string, unknown, string]>([
    ["nothing", undefined, "the argument"],
    ["a list", [], "the argument"],
    ["no modules", {}, "modules"],
    ["one module instead of a list", { modules: {} }, "modules"],
    ["specialArgs that are no set", { modules: [], specialArgs: [] }, "specialArgs"],
    ["a prefix that is no list", { modules: [], prefix: "a.b" }, "prefix"],
    ["a prefix of other things than names", { modules: [], prefix: [5] }, "prefix"],
    ["a class that is no string", { modules: [], class: 5 }, "class"],
    ["a loader that is no object", { modules: [], loader: 5 }, "loader"],
    ["a loader that cannot load", { modules: [], loader: { resolve: () => "" } }, "loader"],
    ["a name that is not known", { modules: [], specialArg: {} }, "specialArg"],
  ])("may not be %s", (_name, args, argument) => {
    expect(diagnosticOf(() => call(args))).toMatchObject({
      code: "bad-argument",
      data: { call: "evalModules", argument },
    });
  });

  it("of the old kind are refused, with what to write instead left to the message", () => {
    for (const name of ["args", "check"])
      expect(problemOf(() => call({ modules: [], [name]: {} })).code).toBe("bad-argument");
  });

  it("may be absent but for the modules", () => {
    const evaluation = evalModules({ modules: [] });
    expect([evaluation.class, evaluation.config, evaluation.graph, evaluation.output().value]).toEqual([
      null,
      {},
      [],
      {},
    ]);
  });
});

describe("the result", () => {
  const typo = { undeclared: 1 };
  const declared = { options: { a: option(types.int, { default: 1 }) } };

  it("has config, options and _module, which fail if anything is undeclared", () => {
    const evaluation = evaluate(declared, typo);
    for (const code of [
      (): unknown => evaluation.config,
      (): unknown => evaluation.options,
      (): unknown => evaluation._module,
    ]) {
      expect(problemOf(code)).toMatchObject({ code: "undeclared-option", path: "undeclared" });
    }
  });

  it("has class, type, graph and extendModules, which do not", () => {
    const evaluation = evalModules({ modules: [declared, typo], class: "c" });
    expect([evaluation.class, evaluation.type.name, evaluation.graph.length]).toEqual(["c", "submodule", 2]);
    const mended = evaluation.extendModules({ modules: [{ options: { undeclared: option(types.int) } }] });
    expect(read(mended, "undeclared")).toBe(1);
  });

  it("is recognised by its brand", () => {
    expect(hasBrand(evaluate(declared), evaluationBrand)).toBe(true);
  });
});

describe("the prefix", () => {
  const prefix = ["services", "web site"];
  const modules = [
    {
      options: {
        a: option(types.int),
        s: option(types.submodule({ options: { x: option(types.int) } })),
        n: { b: option(types.int, { default: 1 }) },
      },
    },
  ];
  const of = (...more: readonly unknown[]): ReturnType<typeof evaluate> =>
    evalModules({ modules: [...modules, ...more], prefix });

  it("stands before every path", () => {
    const { options } = of();
    expect([
      (options["a"] as Given)["loc"],
      ((options["n"] as Given)["b"] as Given)["loc"],
      String(options["a"]),
    ]).toEqual([["services", "web site", "a"], ["services", "web site", "n", "b"], 'services."web site".a']);
    expect(codesOf(of({ a: "no", s: { x: "no", y: 1 }, n: { c: 1 } }).output().diagnostics)).toEqual([
      'undeclared-option services."web site".n.c',
      'wrong-type services."web site".a',
      'undeclared-option services."web site".s.y',
      'wrong-type services."web site".s.x',
    ]);
    expect(problemOf(() => of().config["n"] && (of().config["n"] as Given)["x"])).toMatchObject({
      code: "unknown-name",
      path: 'services."web site".n',
    });
  });

  it("is not part of what is read, and known while modules are collected", () => {
    const module = ({ _prefix }: Given): object => ({
      options: { [_prefix[0] as string]: option(types.int, { default: 3 }) },
    });
    expect(read(of({ a: 1 }, module), "services")).toBe(3);
    expect(diagnosticOf(() => of(({ config }: Given) => (config.x.y > 1 ? {} : {})).config)).toMatchObject({
      data: { read: "x.y" },
    });
    expect(
      diagnosticOf(() => of({ config: ({ config }: Given): object => (config.n.b > 0 ? {} : {}) }).config),
    ).toMatchObject({ data: { read: "n.b" } });
  });
});

describe("user code that fails", () => {
  it("keeps what it threw as the cause", () => {
    const thrown = new TypeError("x is not a function");
    const throwing = (): never => {
      throw thrown;
    };
    const evaluation = evaluate({ options: { a: option(types.int) } }, { _file: "/m.ts", config: { a: throwing } });
    expect(problemOf(() => read(evaluation, "a"))).toEqual({
      code: "value-threw",
      path: "a",
      files: ["/m.ts", fileURLToPath(import.meta.url)],
    });
    expect(() => read(evaluation, "a")).toThrow(expect.objectContaining({ cause: thrown }) as Error);
  });

  it.each<readonly [string, unknown]>([
    ["undefined", undefined],
    ["a string", "no"],
    ["an object whose message fails", Object.defineProperty(new Error("x"), "message", { get: bomb })],
    ["an object without prototype", Object.create(null)],
  ])("may throw %s", (_name, thrown) => {
    const throwing = (): never => {
      throw thrown;
    };
    expect(problemOf(() => read(evaluate({ options: { a: option(types.int) } }, { a: throwing }), "a")).code).toBe(
      "value-threw",
    );
    expect(problemOf(() => evaluate(throwing).config).code).toBe("module-threw");
  });
});
