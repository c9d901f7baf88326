// The arguments that functions of modules receive.
import { describe, expect, it } from "vitest";
import { mkDefault, mkForce, mkOverride } from "../../src/authoring/priorities.ts";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { evalModules } from "./lint-cases.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import { types } from "../../src/types/types.ts";
import { bomb, counted, evaluate, type Given, option, read } from "./evaluation.ts";
import { diagnosticOf, problemOf } from "./problems.ts";

const raw = { options: { v: option(types.raw) } };

/** What a lazy value computes from its arguments. */
function seen(look: (args: Given) => unknown, ...modules: readonly unknown[]): unknown {
  return read(evaluate(raw, { v: look }, ...modules), "v");
}

function given(specialArgs: Given, look: (args: Given) => unknown, ...modules: readonly unknown[]): Evaluation {
  return evalModules({ modules: [raw, { v: look }, ...modules], specialArgs });
}

describe("built-in arguments", () => {
  it("are config, options, specialArgs, _class and _prefix", () => {
    const evaluation = evalModules({
      modules: [raw, { v: (args: Given) => [args["_class"], args["_prefix"], args["specialArgs"]] }],
      class: "c",
      prefix: ["p"],
      specialArgs: { s: 1 },
    });
    expect(read(evaluation, "v")).toEqual(["c", ["p"], { s: 1 }]);
  });

  it("are all that is listed, besides those of specialArgs", () => {
    const names = (args: Given): unknown => [Object.keys(args).toSorted(), "extra" in args];
    const listed = ["_class", "_prefix", "config", "options", "special", "specialArgs"];
    const evaluation = given({ special: 1 }, names, { _module: { args: { extra: 1 } } });
    expect(read(evaluation, "v")).toEqual([listed, false]);
  });

  it("give way to specialArgs of their name, but not to _module.args", () => {
    expect(
      read(
        given({ config: "mine" }, ({ config }) => config),
        "v",
      ),
    ).toBe("mine");
    expect(seen(({ _prefix }) => _prefix, { _module: { args: { _prefix: ["x"] } } })).toEqual([]);
  });

  it("cannot be changed by who receives them", () => {
    const change = (args: Given): unknown => {
      expect(Object.isFrozen(args)).toBe(true);
      expect(() => Object.assign(args, { config: 1 })).toThrow(TypeError);
      expect(() => Object.assign(args, { added: 1 })).toThrow(TypeError);
      return 1;
    };
    expect(seen(change)).toBe(1);
  });

  it("answer undefined to what JavaScript and its tools ask of any object", () => {
    const probe = (args: Given): unknown =>
      [Reflect.get(args, Symbol.toPrimitive), args["then"], args["toJSON"], args["constructor"]].every(
        (each) => each === undefined,
      );
    expect(seen(probe)).toBe(true);
  });
});

describe("specialArgs", () => {
  it("are seen by imports, bodies and values, and win over _module.args", () => {
    const module = ({ on }: Given): object => ({
      imports: on === true ? [{ v: ({ on: again }: Given) => [again] }] : [],
    });
    const modules = [raw, module, { _module: { args: { on: false } } }];
    expect(read(evalModules({ modules, specialArgs: { on: true } }), "v")).toEqual([true]);
  });

  it("are not read unless somebody asks", () => {
    const specialArgs = Object.defineProperty({ used: 1 }, "unused", { get: bomb, enumerable: true });
    expect(
      read(
        given(specialArgs as Given, ({ used }) => used),
        "v",
      ),
    ).toBe(1);
  });

  it("are the value of _module.specialArgs", () => {
    const evaluation = given({ s: 1 }, ({ config }) => config._module.specialArgs.s);
    expect(read(evaluation, "v")).toBe(1);
    expect(evaluation._module["specialArgs"]).toEqual({ s: 1 });
  });

  it("stay with their evaluation: submodules have their own", () => {
    const inner = (specialArgs: Given): object => ({
      options: {
        s: option(types.submoduleWith({ modules: [raw, { v: ({ a }: Given) => a as unknown }], specialArgs })),
      },
    });
    expect(read(evaluate(inner({ a: 1 })), "s.v")).toBe(1);
    expect(problemOf(() => read(evalModules({ modules: [inner({})], specialArgs: { a: 1 } }), "s.v")).code).toBe(
      "missing-argument",
    );
  });
});

describe("_module.args", () => {
  it("are given by name, lazily, and may read config", () => {
    const extra = counted(({ config }: Given) => config.n + 1);
    const modules = [
      { options: { n: option(types.int, { default: 1 }) } },
      { _module: { args: { extra, unused: bomb } } },
    ];
    expect(seen(({ extra: value }) => [value, value], ...modules)).toEqual([2, 2]);
    expect(extra.calls).toBe(1);
  });

  it("may have priorities by name; two of one priority are an error when read", () => {
    const args = (value: unknown): object => ({ _module: { args: { extra: value, other: 1 } } });
    expect(seen(({ extra }) => extra, args(mkForce(1)), args(mkDefault(2)), args(3))).toBe(1);
    const evaluation = evaluate(raw, { v: ({ extra }: Given) => extra as unknown }, args(1), args(2));
    expect(diagnosticOf(() => read(evaluation, "v"))).toMatchObject({
      code: "not-unique",
      path: ["_module", "args", "extra"],
    });
  });

  it("under a false condition are there without a value; the whole set under one is not", () => {
    const evaluation = evaluate(
      raw,
      { v: ({ extra }: Given) => extra as unknown },
      { _module: { args: { extra: mkIf(false, 1) } } },
    );
    expect(diagnosticOf(() => read(evaluation, "v"))).toMatchObject({
      code: "missing-value",
      path: ["_module", "args", "extra"],
    });
    expect(
      seen(({ extra }) => extra, { _module: { args: mkIf(false, { extra: 1 }) } }, { _module: { args: { extra: 2 } } }),
    ).toBe(2);
  });

  it("may be named as JavaScript's own properties are", () => {
    const evaluation = evaluate(
      raw,
      { v: (args: Given) => args["__defineGetter__"] as unknown },
      {
        _module: { args: { __defineGetter__: 1 } },
      },
    );
    expect(read(evaluation, "v")).toBe(1);
  });

  it("always give extendModules and moduleType", () => {
    expect(seen(({ extendModules, moduleType }) => [typeof extendModules, moduleType.name])).toEqual([
      "function",
      "submodule",
    ]);
  });

  it("are not inherited by submodules", () => {
    const sub = types.submodule([raw, { v: ({ extra }: Given) => extra as unknown }]);
    const evaluation = evaluate({ options: { s: option(sub) } }, { _module: { args: { extra: 1 } } });
    expect(diagnosticOf(() => read(evaluation, "s.v"))).toMatchObject({
      code: "missing-argument",
      data: { name: "extra" },
    });
  });
});

describe("an argument that nobody gives", () => {
  it("is harmless while nobody reads it", () => {
    expect(seen((args) => Object.keys(args).length > 0)).toBe(true);
  });

  it("is an error with suggestions when it is read", () => {
    const evaluation = given({ region: 1 }, ({ regoin }) => regoin);
    expect(diagnosticOf(() => read(evaluation, "v"))).toMatchObject({
      code: "missing-argument",
      data: { name: "regoin", suggestions: expect.arrayContaining(["region"]) as unknown },
    });
  });

  it("falls back to a default of JavaScript's only where the value is undefined", () => {
    const defaulted = ({ extra = 5 }: Given): unknown => extra;
    expect(seen(defaulted, { _module: { args: { extra: 7 } } })).toBe(7);
    expect(problemOf(() => seen(defaulted)).code).toBe("missing-argument");
  });
});

describe("special arguments", () => {
  it("win over all that the evaluator gives", () => {
    const names = ["options", "config", "lib", "specialArgs", "extendModules", "moduleType", "name"];
    const special = Object.fromEntries(names.map((name) => [name, `my ${name}`]));
    const v = (args: Given): unknown => names.map((name) => args[name] as unknown);
    for (const module of [{ v }, (args: Given) => ({ v: v(args) })]) {
      const inner = types.submoduleWith({ modules: [raw, module], specialArgs: special });
      const outer = evalModules({ modules: [raw, module], specialArgs: special });
      expect(read(outer, "v")).toEqual(Object.values(special));
      expect(read(evaluate({ options: { s: option(inner) } }, { s: {} }), "s.v")).toEqual(Object.values(special));
    }
  });
});

describe("the name of a submodule", () => {
  const sub = types.submodule([raw, { v: ({ name }: Given) => name as unknown }]);
  it.each<readonly [string, ReturnType<typeof option>, unknown, string, unknown]>([
    ["an option", option(sub), {}, "a.v", "a"],
    ["an attribute", option(types.attrsOf(sub)), { "x.y": {} }, 'a."x.y".v', "x.y"],
    ["a list element", option(types.listOf(sub)), [{}], 'a."0".v', "[definition 1-entry 1]"],
    ["the result of a function", option(types.functionTo(sub)), () => () => ({}), "a", "<function body>"],
  ])("is the last part of the path: %s", (_name, declared, value, path, expected) => {
    const found = read(evaluate({ options: { a: declared } }, { a: value }), path);
    expect(typeof found === "function" ? (found as () => Given)()["v"] : found).toBe(expected);
  });

  it("is a placeholder where nothing defines it", () => {
    expect(read(evaluate({ options: { a: option(sub) } }), "a.v")).toBe("‹name›");
  });

  it("is a definition as strong as any", () => {
    const named = (name: unknown): Evaluation => {
      const own = types.submodule([raw, { v: ({ name }: Given) => name as unknown, _module: { args: { name } } }]);
      return evaluate(
        { options: { a: option(own), none: option(types.lazyAttrsOf(own)) } },
        { a: {}, none: { x: mkIf(false, {}) } },
      );
    };
    expect(read(named(mkForce("own")), "a.v")).toBe("own");
    for (const weaker of [mkDefault("own"), mkOverride(1500, "own")]) expect(read(named(weaker), "a.v")).toBe("a");
    expect(problemOf(() => read(named("own"), "a.v"))).toMatchObject({
      code: "not-unique",
      path: "a._module.args.name",
    });
    // Of one that nothing defines, the name is a default.
    for (const name of ["own", mkDefault("own")]) expect(read(named(name), "none.x.v")).toBe("own");
  });

  it("is known while the names of the submodule are collected", () => {
    const named = types.submodule(({ name }: Given) => ({
      options: { [name as string]: option(types.int, { default: 1 }) },
    }));
    expect(read(evaluate({ options: { a: option(types.attrsOf(named)) } }, { a: { x: {} } }), "a.x.x")).toBe(1);
  });
});
