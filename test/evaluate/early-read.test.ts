// Code that names depend on reads no value: one deterministic error, whoever reads first, also if the code catches it.
import { describe, expect, it } from "vitest";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, follow, type Given, option, read } from "./evaluation.ts";
import { codesOf, diagnosticOf } from "./problems.ts";

const declared = {
  _file: "/options.ts",
  options: { a: option(types.int, { default: 1 }), s: { b: option(types.attrsOf(types.int), { default: {} }) } },
};

/** Runs code and forgets what it throws. */
function swallow(code: () => unknown): void {
  try {
    code();
  } catch {
    // This is what the evaluator must not be fooled by.
  }
}

/** What remains of code that does one thing and then returns another. */
function second<T>(_first: unknown, value: T): T {
  return value;
}

const positions: readonly (readonly [string, (look: (args: Given) => unknown) => object])[] = [
  [
    "the body of a function module",
    (look) => ({ _file: "/root.ts", imports: [(args: Given): object => second(look(args), { a: 2 })] }),
  ],
  [
    "the argument of config",
    (look) => ({ _file: "/m.ts", config: (args: Given): object => second(look(args), { a: 2 }) }),
  ],
  [
    "a function at an option set",
    (look) => ({ _file: "/m.ts", config: { s: (args: Given): object => second(look(args), {}) } }),
  ],
  ["a function in options", (look) => ({ _file: "/m.ts", options: (args: Given): object => second(look(args), {}) })],
  [
    "a function at a set in options",
    (look) => ({ _file: "/m.ts", options: { s: (args: Given): object => second(look(args), {}) } }),
  ],
];

const reads: readonly (readonly [string, (args: Given) => unknown, string])[] = [
  ["an option", ({ config }) => config.a + 1, "a"],
  ["an option, in a condition", ({ config }) => (config.a ? 1 : 2), "a"],
  ["an option below a set", ({ config }) => `${config.s.b}`, "s.b"],
  ["an option, and caught the error", ({ config }) => swallow(() => config.a + 1), "a"],
  ["an argument of _module.args", ({ extra }) => extra as unknown, "extra"],
  ["such an argument, and caught the error", (args) => swallow(() => args["extra"]), "extra"],
];

describe.each(positions)("%s", (_name, module) => {
  it.each(reads)("may not read %s", (_what, look, path) => {
    const expected = { code: "early-read", data: { read: path } };
    const modules = [declared, module(look), { _module: { args: { extra: 1 } } }];
    const [first, second] = [evaluate(...modules), evaluate(...modules)];
    expect(diagnosticOf(() => read(first, "s.b"))).toMatchObject(expected);
    expect(diagnosticOf(() => follow(first.options, "s.b"))).toMatchObject(expected);
    expect(second.diagnostics({ force: true })).toMatchObject([expected]);
    expect(second.output().diagnostics).toMatchObject([expected]);
  });
});

describe("the error", () => {
  it.each(["a", "s.b"])("is the same whether %s is read first or not", (path) => {
    const module = {
      _file: "/m.ts",
      config: ({ config }: Given): object =>
        second(
          swallow(() => config.a + 1),
          { a: 2 },
        ),
    };
    const reader = {
      options: { r: option(types.int) },
      config: { r: ({ config }: Given) => [config.a, config.s.b].length },
    };
    const evaluation = evaluate(declared, module, reader);
    const expected = { code: "early-read", origin: { file: "/m.ts" }, data: { read: "a", module: "/m.ts" } };
    // Values read each other through the unchecked configuration, in any order.
    expect(diagnosticOf(() => evaluation.config)).toMatchObject(expected);
    expect(diagnosticOf(() => read(evaluation, path))).toMatchObject(expected);
    expect(diagnosticOf(() => read(evaluation, "r"))).toMatchObject(expected);
  });

  it("is one object, however often it is met", () => {
    const evaluation = evaluate(declared, {
      config: ({ config }: Given): object => ({ a: config.s.b.length as unknown }),
    });
    expect(diagnosticOf(() => evaluation.config)).toBe(diagnosticOf(() => evaluation.config));
    expect(codesOf(evaluation.output().diagnostics)).toEqual(["early-read"]);
  });

  it("names the whole chain that was read, though no option is known yet", () => {
    const evaluation = evaluate((args: Given) => ({ config: { x: args["config"].services.web.port + 1 } }));
    expect(diagnosticOf(() => evaluation.config)).toMatchObject({
      data: { read: "services.web.port", kind: "option" },
    });
  });

  it.each<readonly [string, (config: Given) => unknown, string]>([
    ["called", (config) => config["list"].map(() => 1), "list"],
    ["listed", (config) => Object.keys(config["set"] as object), "set"],
    ["compared", (config) => config["n"] > 1, "n"],
    ["tested for a name", (config) => "x" in config["set"], "set"],
    ["spread", (config) => ({ ...config["set"] }), "set"],
    ["iterated", (config) => [...config["list"]], "list"],
    ["kept for later", (config) => config["kept"], "kept"],
  ])("comes when something read is %s", (_name, look, path) => {
    const evaluation = evaluate(({ config }: Given) => ({ config: { x: look(config as Given) } }));
    expect(diagnosticOf(() => evaluation.config)).toMatchObject({ code: "early-read", data: { read: path } });
  });

  it("comes when the body of a module lists config or options", () => {
    for (const look of [
      ({ config }: Given): unknown => Object.keys(config as object),
      ({ options }: Given): unknown => "a" in options,
    ]) {
      const evaluation = evaluate(declared, (args: Given) =>
        second(
          swallow(() => look(args)),
          {},
        ),
      );
      expect(diagnosticOf(() => evaluation.config)).toMatchObject({ code: "early-read", data: { kind: "options" } });
    }
  });

  it("comes from the options of the very level that is being found", () => {
    const evaluation = evaluate({ options: { s: ({ options }: Given): object => ("x" in options.s ? {} : {}) } });
    expect(diagnosticOf(() => read(evaluation, "s.x"))).toMatchObject({
      code: "early-read",
      data: { kind: "options" },
    });
  });

  it.each(["value", "isDefined", "highestPrio", "definitions", "files", "type"])(
    "comes from `%s` of an option",
    (attribute) => {
      const evaluation = evaluate(declared, {
        config: ({ options }: Given): object => second(options.s.b[attribute], {}),
      });
      expect(diagnosticOf(() => evaluation.config)).toMatchObject({ code: "early-read", data: { read: "s.b" } });
    },
  );

  it("does not come twice from a failing promise", async () => {
    const evaluation = evaluate(declared, async ({ config }: Given) => ({ a: await config.a }));
    expect(diagnosticOf(() => evaluation.config).code).toBe("early-read");
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  });
});

describe("code that names depend on may", () => {
  it("ask which options there are, at any level", () => {
    const module = {
      config: ({ options }: Given): object =>
        "a" in options && "b" in options.s && !("c" in options.s) ? { a: 2 } : {},
    };
    expect(dataOf(evaluate(declared, module))).toEqual({ a: 2, s: { b: {} } });
  });

  it("ask which names are declared in config, and go through its sets", () => {
    const module = {
      config: ({ config }: Given): object =>
        "a" in config && Object.keys(config.s as object).includes("b") ? { a: 2 } : {},
    };
    expect(read(evaluate(declared, module), "a")).toBe(2);
  });

  it("declare options below a level depending on the options above", () => {
    const evaluation = evaluate(declared, {
      options: { s: ({ options }: Given) => ("a" in options ? { c: option(types.int, { default: 3 }) } : {}) },
    });
    expect(read(evaluation, "s.c")).toBe(3);
  });

  it("return lazy values that read everything", () => {
    const modules = [
      ({ config }: Given): object => ({ config: { a: () => config.s.b.x as unknown } }),
      { config: ({ config }: Given): object => ({ s: { b: { x: () => config.s.b.y as unknown, y: 7 } } }) },
    ];
    // attrsOf needs the heads of all its values, so the two are read through lazyAttrsOf.
    const lazy = { options: { a: option(types.int), s: { b: option(types.lazyAttrsOf(types.int)) } } };
    expect(read(evaluate(lazy, ...modules), "a")).toBe(7);
  });
});

describe("around a submodule", () => {
  const sub = types.submodule({
    options: { nested: { x: option(types.bool, { default: true }) }, z: option(types.int, { default: 5 }) },
  });
  const options = { flag: option(types.bool), n: option(types.int, { default: 5 }), sub: option(sub) };
  const nested = ({ config }: Given): object => (config.flag === true ? { x: false } : {});

  it("code of the submodule may read values of the evaluation around it, in whichever order", () => {
    const config = { flag: ({ config }: Given) => config.n === 5, sub: { nested } };
    const expected = { flag: true, "sub.nested.x": false, "sub.z": 5 };
    for (const first of Object.keys(expected)) {
      const evaluation = evaluate({ options, config });
      read(evaluation, first);
      for (const [path, value] of Object.entries(expected)) expect(read(evaluation, path)).toBe(value);
    }
  });

  it.each(["sub.z", "sub.nested.x"])("names that need themselves by way of `%s` are a cycle", (path) => {
    const config = { flag: ({ config }: Given) => Boolean(follow(config, path)), sub: { nested } };
    for (const first of ["flag", path]) {
      expect(diagnosticOf(() => read(evaluate({ options, config }), first)).code).toBe("infinite-recursion");
    }
  });
});
