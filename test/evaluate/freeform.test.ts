// Freeform types: definitions of options that nobody declares, beside those of declared ones.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkMerge } from "../../src/authoring/mk-merge.ts";
import { mkAfter } from "../../src/authoring/order.ts";
import { mkDefault, mkForce } from "../../src/authoring/priorities.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { bomb, counted, dataOf, evaluate, type Given, option, read } from "./evaluation.ts";
import { codesOf, diagnosticOf, problemOf } from "./problems.ts";

const int = (value: number): ReturnType<typeof option> => option(types.int, { default: value });
const open = (type: AnyOptionType, options: object = {}): object => ({ freeformType: type, options });
const ints = types.attrsOf(types.int);

describe("undeclared definitions", () => {
  it("are merged by the freeform type, beside declared options", () => {
    const evaluation = evaluate(open(ints, { a: int(1), n: { d: int(2) } }), { x: 3, a: 4 }, { y: 5 });
    expect(dataOf(evaluation)).toEqual({ a: 4, n: { d: 2 }, x: 3, y: 5 });
    expect(Object.keys(evaluation.config)).toEqual(["a", "n", "x", "y"]);
  });

  it("may be none: then the type is not asked", () => {
    expect(dataOf(evaluate(open(types.int, { a: int(1) })))).toEqual({ a: 1 });
    expect(dataOf(evaluate(open(types.int)))).toEqual({});
  });

  it("honour properties, at any level", () => {
    const deep = open(types.attrsOf(types.attrsOf(types.listOf(types.int))), { s: { d: int(1) } });
    const definitions = [
      { x: mkMerge([{ l: [1] }, { l: mkAfter([3]) }]), y: mkIf(false, { l: [1] }), s: mkIf(true, { m: [7] }) },
      mkForce({ z: { l: [5] } }),
      { x: { l: [2] }, z: { l: [9] }, s: { m: mkDefault([8]) } },
    ];
    const evaluation = evaluate(deep, ...definitions.map((config) => ({ config })));
    expect(dataOf(evaluation)).toEqual({ s: { d: 1, m: [7] }, x: { l: [2, 1, 3] }, z: { l: [5] } });
  });

  it("come in the order of definitions", () => {
    const evaluation = evaluate(open(types.attrsOf(types.listOf(types.int))), { l: [1] }, { l: [2] });
    expect(read(evaluation, "l")).toEqual([2, 1]);
  });

  it("are refused by the type with their own path and place", () => {
    const evaluation = evaluate(open(ints), { _file: "/a.ts", config: { x: "no", y: 1 } });
    expect(problemOf(() => read(evaluation, "x"))).toEqual({ code: "wrong-type", path: "x", files: ["/a.ts"] });
    expect(read(evaluation, "y")).toBe(1);
  });

  it("are checked by the type as a whole as well", () => {
    expect(problemOf(() => read(evaluate(open(types.int), { x: 1 }), "x"))).toMatchObject({
      code: "wrong-type",
      path: "",
    });
  });

  it("inside a declared set are checked at the whole path", () => {
    const evaluation = evaluate(open(ints, { n: { d: int(1) } }), { n: { q: 5 } });
    expect(problemOf(() => read(evaluation, "n.q"))).toMatchObject({ code: "wrong-type", path: "n" });
    expect(read(evaluation, "n.d")).toBe(1);
  });

  it("are computed once", () => {
    const value = counted(({ config }: Given) => config.a + 1);
    const condition = counted(() => true);
    const evaluation = evaluate(open(types.lazyAttrsOf(types.int), { a: int(1) }), {
      x: value,
      y: mkIf(condition, value),
    });
    expect([read(evaluation, "x"), read(evaluation, "y"), dataOf(evaluation)]).toEqual([2, 2, { a: 1, x: 2, y: 2 }]);
    expect([value.calls, condition.calls]).toEqual([2, 1]);
  });

  it("may have the names of JavaScript's own properties", () => {
    const config = Object.fromEntries(["__proto__", "constructor", "toString"].map((name) => [name, 1]));
    const evaluation = evaluate(open(ints), { config });
    expect(Object.keys(evaluation.config)).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.entries(dataOf(evaluation) as object)).toEqual(Object.entries(config).toSorted());
    expect(evaluation.config["constructor"]).toBe(1);
  });
});

describe("names", () => {
  it("under a false condition vanish with attrsOf, and stay with lazyAttrsOf", () => {
    const hidden = { x: mkIf(false, 1), y: 2 };
    expect(Object.keys(evaluate(open(ints), hidden).config)).toEqual(["y"]);
    const lazy = evaluate(open(types.lazyAttrsOf(types.int)), hidden);
    expect(Object.keys(lazy.config)).toEqual(["x", "y"]);
    expect(problemOf(() => read(lazy, "x"))).toMatchObject({ code: "missing-value", path: "x" });
    const empty = evaluate(open(types.lazyAttrsOf(types.nullOr(types.int))), hidden);
    expect(dataOf(empty)).toEqual({ x: null, y: 2 });
  });

  it("that are absent read as undefined, and are not `in`", () => {
    const { config } = evaluate(open(ints, { n: { d: int(1) } }), { x: 1 });
    expect([config["z"], (config["n"] as Given)["z"], "z" in config, "x" in config, "n" in config]).toEqual([
      undefined,
      undefined,
      false,
      true,
      true,
    ]);
  });

  it("are complete when config is frozen, also if code that names depend on looked before", () => {
    const looked: boolean[] = [];
    const look = ({ config }: Given): object => {
      for (const level of [config, config.n] as object[])
        looked.push(Object.isFrozen(level), Reflect.preventExtensions(level));
      return { n: { x: 1 } };
    };
    const evaluation = evaluate(open(types.lazyAttrsOf(types.anything), { n: { d: int(1) } }), { config: look });
    const n = read(evaluation, "n") as object;
    expect([Object.keys(n), Object.isFrozen(n), looked]).toEqual([["d", "x"], true, [false, false, false, false]]);
  });

  it("are listed without failing also where values fail", () => {
    const { config } = evaluate(open(ints), { x: "no", y: () => bomb() });
    expect(Object.keys(config)).toEqual(["x", "y"]);
    expect("y" in config).toBe(true);
  });
});

describe("declared options and freeform values", () => {
  it("may read each other, with lazyAttrsOf in both directions", () => {
    const module = open(types.lazyAttrsOf(types.int), { a: option(types.int), b: int(1) });
    const evaluation = evaluate(module, {
      a: ({ config }: Given) => config.x + 1,
      x: ({ config }: Given) => config.b + 1,
    });
    expect(dataOf(evaluation)).toEqual({ a: 3, b: 1, x: 2 });
  });

  it("with attrsOf: options may read freeform values", () => {
    const evaluation = evaluate(open(ints, { a: option(types.int) }), { a: ({ config }: Given) => config.x + 1, x: 1 });
    expect(dataOf(evaluation)).toEqual({ a: 2, x: 1 });
  });

  it("with attrsOf a value may read a declared option, but no other freeform value", () => {
    const own = evaluate(open(ints, { b: int(1) }), { x: ({ config }: Given) => config.b + 1 });
    expect(dataOf(own)).toEqual({ b: 1, x: 2 });
    const other = evaluate(open(ints), { x: ({ config }: Given) => config.y + 1, y: 1 });
    expect(problemOf(() => read(other, "x")).code).toBe("infinite-recursion");
  });
});

describe("a freeform type", () => {
  it("belongs to its evaluation: submodules have their own", () => {
    const sub = types.submodule({ options: { a: int(1) } });
    const evaluation = evaluate(open(types.attrsOf(types.anything), { s: option(sub) }), { x: 1, s: { y: 1 } });
    expect(read(evaluation, "x")).toBe(1);
    expect(problemOf(() => read(evaluation, "s"))).toMatchObject({ code: "undeclared-option", path: "s.y" });
    const openSub = types.submodule(open(ints, { a: int(1) }));
    expect(dataOf(evaluate({ options: { s: option(openSub) } }, { s: { y: 1 } }))).toEqual({ s: { a: 1, y: 1 } });
  });

  it("may be an either inside attrsOf", () => {
    const either = types.attrsOf(types.either(types.int, types.listOf(types.int)));
    expect(dataOf(evaluate(open(either), { x: 1, y: [2] }))).toEqual({ x: 1, y: [2] });
    expect(codesOf(evaluate(open(either), { x: "no" }).output().diagnostics)).toEqual(["wrong-type x"]);
  });

  it("may hold submodules, which are told their names", () => {
    const sub = types.submodule({
      options: { n: option(types.str, { default: ({ name }: Given) => name as unknown }) },
    });
    expect(dataOf(evaluate(open(types.attrsOf(sub)), { x: {}, y: { n: "z" } }))).toEqual({
      x: { n: "x" },
      y: { n: "z" },
    });
  });

  it("may depend on config", () => {
    const module = {
      options: { strict: option(types.bool, { default: false }) },
      freeformType: ({ config }: Given) => (config.strict === true ? ints : types.attrsOf(types.str)),
    };
    expect(dataOf(evaluate(module, { x: "text" }))).toEqual({ strict: false, x: "text" });
    expect(codesOf(evaluate(module, { x: "text", strict: true }).output().diagnostics)).toEqual(["wrong-type x"]);
  });

  it("does not make reading config depend on names that need it", () => {
    const evaluation = evaluate(open(ints, { a: int(1) }), {
      config: ({ config }: Given): object => (config.a ? { x: 1 } : {}),
    });
    expect(diagnosticOf(() => evaluation.config).code).toBe("early-read");
  });
});
