// Definitions of sets of options: what is pushed down to the names in them, and what is computed for it.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkMerge } from "../../src/authoring/mk-merge.ts";
import { mkAfter, mkBefore } from "../../src/authoring/order.ts";
import { mkDefault, mkForce } from "../../src/authoring/priorities.ts";
import { types } from "../../src/types/types.ts";
import { bomb, counted, evaluate, type Given, option, read } from "./evaluation.ts";
import { problemOf } from "./problems.ts";

const declared = {
  _file: "/options.ts",
  options: {
    on: option(types.bool, { default: true }),
    s: { n: option(types.int, { default: 0 }), l: option(types.listOf(types.int), { default: [] }) },
  },
};

describe("a property around a set of options", () => {
  it.each<readonly [string, readonly unknown[], number]>([
    ["a condition that holds", [mkIf(true, { s: { n: 1 } })], 1],
    ["a condition that does not", [mkIf(false, { s: { n: 1 } })], 0],
    ["a condition that reads config", [mkIf(({ config }: Given) => config.on as boolean, { s: { n: 1 } })], 1],
    ["conditions inside each other", [mkIf(true, { s: mkIf(false, { n: 1 }) })], 0],
    ["several definitions", [{ s: mkMerge([{ n: 1 }, { l: [] }]) }], 1],
    ["a priority", [mkForce({ s: { n: 1 } }), { s: { n: 2 } }], 1],
    ["the strongest of priorities", [mkForce({ s: mkDefault({ n: 1 }) }), { s: { n: 2 } }], 1],
    ["a condition inside a priority", [mkForce(mkIf(false, { s: { n: 1 } })), { s: { n: 2 } }], 2],
    ["a priority inside a condition", [mkIf(true, { s: mkDefault({ n: 1 }) }), { s: { n: 2 } }], 2],
    ["a function inside a property", [mkIf(true, { s: mkForce(() => ({ n: 1 })) })], 1],
    ["a property inside a function", [{ s: () => mkForce({ n: 1 }) }, { s: { n: 2 } }], 1],
  ])("applies to each name: %s", (_name, definitions, expected) => {
    const modules = definitions.map((config) => ({ config }));
    expect(read(evaluate(declared, ...modules), "s.n")).toBe(expected);
  });

  it("gives its order to each list", () => {
    const definitions = [mkAfter({ s: { l: [3] } }), { s: mkBefore({ l: [1] }) }, { s: { l: [2] } }];
    expect(read(evaluate(declared, ...definitions.map((config) => ({ config }))), "s.l")).toEqual([1, 2, 3]);
  });

  it("gives one definition of a name for each set it stands around", () => {
    const merged = evaluate(declared, { config: mkMerge([{ s: { l: [1] } }, { s: { l: [2] } }]) });
    expect(merged.options["s"]).toMatchObject({ l: { definitions: [[1], [2]] } });
  });
});

describe("names", () => {
  it("are found although the condition around them does not hold", () => {
    expect(problemOf(() => evaluate(declared, { config: mkIf(false, bomb) }).config).code).toBe("module-threw");
    expect(read(evaluate(declared, { s: { n: mkIf(false, bomb) } }), "s.n")).toBe(0);
  });

  it("are found without computing conditions or values", () => {
    const config = mkIf(bomb, { s: mkIf(bomb, { n: bomb, l: mkForce(bomb) }) });
    const evaluation = evaluate(declared, { config });
    expect(Object.keys(evaluation.config)).toEqual(["on", "s"]);
    expect(read(evaluation, "on")).toBe(true);
  });

  it("do not depend on config, but what is merged at an option may", () => {
    const merge = ({ config }: Given): unknown => mkMerge(config.on === true ? [[1], [2]] : []);
    expect(read(evaluate(declared, { s: { l: merge } }), "s.l")).toEqual([1, 2]);
    const early = ({ config }: Given): unknown => mkMerge(config.on === true ? [{ s: { n: 1 } }] : []);
    expect(problemOf(() => evaluate(declared, { config: early }).config).code).toBe("early-read");
  });

  it("absent and undefined are the same", () => {
    const evaluation = evaluate(declared, { s: { n: undefined, x: undefined }, y: undefined });
    expect(read(evaluation, "s.n")).toBe(0);
  });

  it("of inherited or symbol properties are none", () => {
    const inherited = Object.assign(Object.create({ x: 1 }) as object, { [Symbol("s")]: 1 });
    expect(
      problemOf(() => evaluate(declared, { s: Object.assign(Object.create(inherited) as object, { n: 1 }) }).config)
        .code,
    ).toBe("definition-not-a-set");
    expect(read(evaluate(declared, { s: Object.assign({ n: 1 }, { [Symbol("s")]: 1 }) }), "s.n")).toBe(1);
  });
});

describe("a set of options defined as", () => {
  it.each<readonly [string, unknown]>([
    ["a number", 1],
    ["null", null],
    ["a list", []],
    ["a date", new Date(0)],
    ["a map", new Map()],
    [
      "a class instance",
      new (class Web {
        readonly port = 80;
      })(),
    ],
    ["a boolean under a condition", mkIf(true, true)],
    ["a function that returns a function", () => (): object => ({})],
    ["a function that returns undefined", () => undefined],
    ["a type", types.int],
  ])("%s is an error", (_name, value) => {
    for (const [config, path] of [
      [{ s: value }, "s"],
      [value, ""],
    ] as const) {
      const problem = problemOf(() => read(evaluate(declared, { _file: "/d.ts", config }), "s.n"));
      expect(problem).toEqual({ code: "definition-not-a-set", path, files: ["/d.ts"] });
    }
  });
});

describe("what runs, and how often", () => {
  it("is each condition once, however many definitions stand under it", () => {
    const condition = counted(({ config }: Given) => config.on as boolean);
    const evaluation = evaluate(declared, { config: mkIf(condition, { s: { n: 1, l: [1] } }) });
    expect(condition.calls).toBe(0);
    expect([read(evaluation, "s.n"), read(evaluation, "s.l"), read(evaluation, "s.n")]).toEqual([1, [1], 1]);
    expect(condition.calls).toBe(1);
  });

  it("is each function above the options once", () => {
    const set = counted(() => ({ n: 1 }));
    const whole = counted(() => ({ s: set }));
    const options = counted(() => ({ x: option(types.int, { default: 1 }) }));
    const evaluation = evaluate(declared, { options, config: whole });
    for (const path of ["s.n", "s.l", "x"]) read(evaluation, path);
    expect([evaluation.output().value, whole.calls, set.calls, options.calls]).toEqual([
      { on: true, s: { l: [], n: 1 }, x: 1 },
      1,
      1,
      1,
    ]);
  });

  it("is a failing one once as well", () => {
    const failing = counted(bomb);
    const evaluation = evaluate(declared, { config: failing });
    for (const path of ["s.n", "on", "s.n"]) expect(problemOf(() => read(evaluation, path)).code).toBe("module-threw");
    expect(failing.calls).toBe(1);
  });
});
