// Definitions that are passed on from one option to another.
import {
  mkAliasAndWrapDefinitions,
  mkAliasAndWrapDefsWithPriority,
  mkAliasDefinitions,
  mkBefore,
  mkDefault,
  mkDerivedConfig,
  mkForce,
  mkIf,
  mkOption,
  types,
  type Untyped,
} from "confix";
import { describe, expect, test } from "vitest";
import { dataOf, evaluate, type Given } from "../evaluate/evaluation.ts";
import { problemOf } from "../evaluate/problems.ts";

const ints = (): object => mkOption({ type: types.listOf(types.int), default: [] });
const options = { a: mkOption({ type: types.listOf(types.int) }), b: ints() };

/** What `b` comes to, and with which priority, if it is defined by `make` of option `a`. */
function passedOn(make: (a: Untyped) => unknown, ...modules: readonly object[]): unknown {
  const alias = { config: { b: ({ options }: Given) => make(options["a"]) } };
  const evaluation = evaluate({ options }, alias, ...modules);
  const { value, highestPrio } = (evaluation.options as Given)["b"];
  return { value, priority: highestPrio };
}

describe("mkAliasDefinitions", () => {
  test("passes on the definitions that won, without their priority and order", () => {
    const modules = [{ a: mkDefault([1]) }, { a: mkDefault(mkBefore([2])) }, { a: mkIf(false, [3]) }];
    expect(passedOn((a) => mkAliasDefinitions(a), ...modules)).toEqual({ value: [2, 1], priority: 100 });
    expect(passedOn((a) => mkAliasDefinitions(a), ...modules, { a: mkForce([4]) })).toEqual({
      value: [4],
      priority: 100,
    });
  });

  test("passes on nothing of an option that nothing defines", () => {
    expect(passedOn((a) => mkAliasDefinitions(a))).toEqual({ value: [], priority: 1500 });
    expect(passedOn((a) => mkAliasDefinitions(a), { a: mkIf(false, [1]) })).toEqual({ value: [], priority: 1500 });
  });

  test("a definition keeps the file in which it was written", () => {
    const alias = { _file: "/alias.ts", config: { b: ({ options }: Given) => mkAliasDefinitions(options["a"]) } };
    const raw = { options: { a: mkOption({ type: types.raw }), b: ints() } };
    const { config } = evaluate(raw, alias, { _file: "/site.ts", a: "x" });
    expect(problemOf(() => (config as Given)["b"] as unknown).files).toEqual(["/site.ts"]);
  });

  test("functions inside a definition get the arguments of the module in which they were written", () => {
    const inner = {
      options: { a: ints(), b: ints(), n: mkOption({ type: types.int, default: 1 }) },
      config: { b: ({ options }: Given) => mkAliasDefinitions(options["a"]) },
    };
    const outer = {
      options: { n: mkOption({ type: types.int, default: 2 }), inner: mkOption({ type: types.submodule(inner) }) },
      config: { inner: { a: [({ config }: Given) => config["n"] as unknown] } },
    };
    expect(dataOf(evaluate(outer))).toEqual({ n: 2, inner: { a: [2], b: [2], n: 1 } });
  });

  test("a definition that is a function is passed on as one", () => {
    const functions = {
      a: mkOption({ type: types.functionTo(types.int) }),
      b: mkOption({ type: types.functionTo(types.int) }),
    };
    const alias = { config: { b: ({ options }: Given) => mkAliasDefinitions(options["a"]) } };
    const { config } = evaluate({ options: functions }, alias, { a: () => (n: number) => n + 1 });
    expect((config as Given)["b"](1)).toBe(2);
  });
});

describe("mkAliasAndWrapDefinitions", () => {
  test("puts all definitions together through a function", () => {
    expect(passedOn((a) => mkAliasAndWrapDefinitions(mkForce, a), { a: [1] }, { b: [2] })).toEqual({
      value: [1],
      priority: 50,
    });
  });
});

describe("mkAliasAndWrapDefsWithPriority", () => {
  const alias = (a: Untyped): unknown => mkAliasAndWrapDefsWithPriority((definitions) => definitions, a);

  test("definitions keep their priority", () => {
    expect(passedOn(alias, { a: mkDefault([1]) })).toEqual({ value: [1], priority: 1000 });
    expect(passedOn(alias, { a: mkDefault([1]) }, { b: [2] })).toEqual({ value: [2], priority: 100 });
    expect(passedOn(alias, { a: mkForce([1]) }, { b: [2] })).toEqual({ value: [1], priority: 50 });
  });

  test("weaker definitions inside a plain one stay weak", () => {
    const set = { type: types.submodule({ options: { n: mkOption({ type: types.int, default: 0 }) } }) };
    const module = {
      options: { a: mkOption(set), b: mkOption(set) },
      config: { b: ({ options }: Given) => alias(options["a"]) },
    };
    const definitions = [{ a: { n: mkDefault(1) } }, { b: { n: 2 } }];
    expect(dataOf(evaluate(module, ...definitions))).toEqual({ a: { n: 1 }, b: { n: 2 } });
  });
});

describe("mkDerivedConfig", () => {
  const derived = (a: Untyped): unknown => mkDerivedConfig(a, (list: readonly number[]) => list.map((n) => n * 2));

  test("has the priority of the option it is made from", () => {
    expect(passedOn(derived, { a: [1] })).toEqual({ value: [2], priority: 100 });
    expect(passedOn(derived, { a: mkForce([1]) }, { b: [9] })).toEqual({ value: [2], priority: 50 });
  });

  test("made from a default, is as weak as a default", () => {
    const withDefault = {
      a: mkOption({ type: types.listOf(types.int), default: [1] }),
      b: mkOption({ type: types.raw }),
    };
    const module = { options: withDefault, config: { b: ({ options }: Given) => derived(options["a"]) } };
    expect(dataOf(evaluate(module))).toEqual({ a: [1], b: [2] });
    expect(dataOf(evaluate(module, { b: mkDefault("x") }))).toEqual({ a: [1], b: "x" });
  });

  test("its priority is known without the value it is made from", () => {
    const alias = { config: { b: ({ options: all }: Given) => derived(all["a"]) } };
    const { options: all } = evaluate({ options }, alias, { a: ["wrong"] });
    expect((all as Given)["b"].highestPrio).toBe(100);
    expect(problemOf(() => (all as Given)["b"].value)).toMatchObject({ code: "wrong-type" });
  });
});
