// How `config` is read: strict at the levels of the option tree, open below, and nothing computed by looking.
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { types } from "../../src/types/types.ts";
import { bomb, evaluate, type Given, option, read } from "./evaluation.ts";
import { diagnosticOf, problemOf } from "./problems.ts";

const declared = {
  options: {
    port: option(types.int, { default: 1 }),
    services: { web: { enable: option(types.bool, { default: true }), bomb: option(types.int, { default: bomb }) } },
    attrs: option(types.attrsOf(types.int), { default: { a: 1 } }),
    any: option(types.anything, { default: { deep: { x: 1 } } }),
    sub: option(types.submodule({ options: { x: option(types.int, { default: 1 }) } })),
  },
};
const evaluation = evaluate(declared, { sub: {} });
const config: Given = evaluation.config;

describe("a name that nobody declares", () => {
  it.each([
    ["", "prot", "port"],
    ["services", "wbe", "web"],
    ["services.web", "enabel", "enable"],
    ["sub", "y", "x"],
  ])("at level `%s` is an error: %s, with a suggestion: %s", (level, name, suggestion) => {
    expect(diagnosticOf(() => (read(evaluation, level) as Given)[name] as unknown)).toMatchObject({
      code: "unknown-name",
      path: level === "" ? [] : level.split("."),
      data: { name, suggestions: expect.arrayContaining([suggestion]) as unknown },
    });
  });

  it.each(["attrs", "any", "any.deep"])("inside the value of an option is undefined: %s", (level) => {
    expect((read(evaluation, level) as Given)["nothing"]).toBeUndefined();
  });

  it("is an error in the options as well", () => {
    expect(diagnosticOf(() => evaluation.options["prot"])).toMatchObject({
      code: "unknown-name",
      data: { name: "prot" },
    });
    expect(problemOf(() => (evaluation.options["services"] as Given)["wbe"] as unknown).path).toBe("services");
  });
});

describe("what JavaScript and its tools ask of any object", () => {
  const levels = ["", "services", "services.web", "attrs", "any", "sub"];

  it.each(levels)("is undefined at level `%s`", (level) => {
    const record = read(evaluation, level) as Given;
    const names = [
      "then",
      "toJSON",
      "toString",
      "valueOf",
      "constructor",
      "__proto__",
      "asymmetricMatch",
      "$$typeof",
      "nodeType",
      "hasOwnProperty",
    ];
    for (const name of names) expect(record[name]).toBeUndefined();
    for (const symbol of [Symbol.toPrimitive, Symbol.iterator, Symbol.toStringTag])
      expect(Reflect.get(record, symbol)).toBeUndefined();
  });

  it("is the value where such a name is declared", () => {
    const names = ["__proto__", "constructor", "then", "toJSON"];
    const options = Object.fromEntries(names.map((name) => [name, option(types.int, { default: 1 })]));
    const all = evaluate({ options }).config;
    for (const name of names) expect(all[name]).toBe(1);
    expect(Object.keys(all)).toEqual(["__proto__", "constructor", "then", "toJSON"]);
  });

  it("lets a level be awaited, compared and shown", async () => {
    expect(await config["services"]).toBe(config["services"]);
    expect(config["attrs"]).toEqual({ a: 1 });
    expect(config["any"]).toStrictEqual(
      Object.assign(Object.create(null) as object, { deep: Object.assign(Object.create(null) as object, { x: 1 }) }),
    );
    expect(JSON.stringify({ attrs: config["attrs"], any: config["any"] })).toBe(
      '{"attrs":{"a":1},"any":{"deep":{"x":1}}}',
    );
  });
});

describe("looking", () => {
  const web = (): Given => (evaluate(declared).config["services"] as Given)["web"] as Given;

  it("computes nothing", () => {
    const record = web();
    expect(Object.keys(record)).toEqual(["bomb", "enable"]);
    expect([..."bx"].map((name) => name in record || Object.hasOwn(record, name))).toEqual([false, false]);
    expect("bomb" in record && Object.hasOwn(record, "bomb")).toBe(true);
    expect(Object.getOwnPropertyDescriptor(record, "bomb")).toMatchObject({
      enumerable: true,
      get: expect.any(Function) as unknown,
    });
    expect(Reflect.ownKeys(record)).toEqual(["bomb", "enable"]);
    const listed: string[] = [];
    for (const name in record) listed.push(name);
    expect(listed).toEqual(["bomb", "enable"]);
    expect(inspect(record)).toContain("[lazy]");
    expect(problemOf(() => record["bomb"] as unknown).code).toBe("value-threw");
  });

  it("shows what is known", () => {
    const record = web();
    expect(record["enable"]).toBe(true);
    expect(inspect(record)).toMatch(/enable: true/);
    expect(inspect(record)).toMatch(/bomb: \[lazy\]/);
  });

  it("shows nothing that nobody has read, and counts nothing as read", () => {
    const set = {
      options: {
        n: option(types.int, { default: 3 }),
        given: option(types.str, {}),
        password: option(types.str, { default: "hunter2", sensitive: true }),
      },
    };
    const fresh = evaluate(set, { given: "here" });
    expect(Object.keys(fresh.config)).toHaveLength(3);
    const before = fresh.stats().counts;
    expect(inspect(fresh.config)).toMatch(/given: \[lazy\],\s+n: \[lazy\],\s+password: \[lazy\]/);
    expect(fresh.stats().counts).toEqual(before);
    expect(fresh.config["n"]).toBe(3);
    expect(inspect(fresh.config)).toMatch(/given: \[lazy\],\s+n: 3,\s+password: \[lazy\]/);
  });

  it("disturbs no definitions that are being found", () => {
    const set = {
      options: { n: option(types.int, { default: 3 }), s: { y: option(types.str, { default: "q" }) } },
    };
    const shown: string[] = [];
    const logging = {
      config: {
        s: (args: { readonly config: unknown }) => {
          shown.push(inspect(args.config));
          return { y: "z" };
        },
      },
    };
    expect(read(evaluate(set, logging), "s.y")).toBe("z");
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.join()).not.toContain("n: 3");
  });

  it("never fails, also where names are wrong or values failed", () => {
    const record = web();
    expect(problemOf(() => record["bomb"] as unknown).code).toBe("value-threw");
    expect(["bomb", "bomb2", "__proto__", "toString"].map((name) => name in record)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(Object.keys(record)).toEqual(["bomb", "enable"]);
  });
});

describe("every object that is read", () => {
  it.each(["", "services", "services.web", "attrs", "any", "any.deep", "sub"])(
    "is frozen and has no prototype: `%s`",
    (level) => {
      const record = read(evaluation, level) as Record<string, unknown>;
      const names = Object.keys(record);
      expect([
        Object.getPrototypeOf(record),
        Object.isFrozen(record),
        Object.isSealed(record),
        Object.isExtensible(record),
      ]).toEqual([null, true, true, false]);
      for (const name of [...names, "added", "__proto__"]) {
        expect(() => Object.assign(record, { [name]: 1 })).toThrow(TypeError);
        expect(() => Object.defineProperty(record, name, { value: 1 })).toThrow(TypeError);
      }
      for (const name of names) expect(Reflect.deleteProperty(record, name)).toBe(false);
      expect(Reflect.setPrototypeOf(record, {})).toBe(false);
      expect(Object.freeze(record)).toBe(record);
      expect(Object.keys(record)).toEqual(names);
    },
  );

  it("reads the same after somebody asked whether it is frozen", () => {
    const lazy = evaluate(declared).config;
    expect(Object.isFrozen(lazy["services"])).toBe(true);
    expect(read({ config: lazy }, "services.web.enable")).toBe(true);
    expect("x" in (lazy["services"] as object)).toBe(false);
    expect(diagnosticOf(() => (lazy["services"] as Given)["x"] as unknown).code).toBe("unknown-name");
  });

  it("is the same object each time", () => {
    for (const level of ["services", "services.web", "attrs", "sub"])
      expect(read(evaluation, level)).toBe(read(evaluation, level));
    expect(evaluation.config).toBe(evaluation.config);
    expect(evaluation.options).toBe(evaluation.options);
    expect(evaluation.options["port"]).toBe(evaluation.options["port"]);
  });

  it("is a frozen list where the value is a list", () => {
    const lists = evaluate({ options: { l: option(types.listOf(types.int)) } }, { l: [1] }, { l: [2] });
    expect(Object.isFrozen(read(lists, "l"))).toBe(true);
  });

  it("can be spread, which reads all of it", () => {
    expect({ ...(config["attrs"] as object) }).toEqual({ a: 1 });
    expect(problemOf(() => ({ ...web() })).code).toBe("value-threw");
    function web(): object {
      return read(evaluation, "services.web") as object;
    }
  });
});
