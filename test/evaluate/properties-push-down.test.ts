// Properties above the options move down to each option; what moves is not computed on the way.
import { describe, expect, it } from "vitest";
import {
  defineModule,
  mkAssert,
  mkBefore,
  mkDefault,
  mkDefinition,
  mkForce,
  mkIf,
  mkMerge,
  mkOption,
} from "../../src/authoring/index.ts";
import { types } from "../../src/types/types.ts";
import { bomb, bombFile, counted, dataOf, evaluate, type Given, option, read } from "./evaluation.ts";
import { codesOf, diagnosticOf, diagnosticsOf, problemOf } from "./problems.ts";
import { stateOf } from "./properties-defined.ts";

const { bool, int, listOf } = types;
const declared = {
  _file: "/options.ts",
  options: {
    on: option(bool, { default: false }),
    s: { x: option(int, { default: 0 }), y: { z: option(int, { default: 0 }) } },
  },
};

describe("mkMerge around a set of options", () => {
  it("gives one definition for each part, in order", () => {
    const lists = { options: { l: option(listOf(int)) } };
    const evaluation = evaluate(lists, {
      _file: "/m.ts",
      config: mkMerge([{ l: [1] }, mkMerge([{ l: [2] }, { l: [3] }])]),
    });
    expect(stateOf(evaluation, "l")).toMatchObject({
      value: [1, 2, 3],
      definitions: [[1], [2], [3]],
      files: ["/m.ts", "/m.ts", "/m.ts"],
    });
  });

  it("may hold anything that a set may be", () => {
    const parts = [mkIf(true, { s: { x: 1 } }), () => ({ on: true }), mkForce({ s: mkMerge([{ y: { z: 2 } }]) })];
    expect(dataOf(evaluate(declared, { config: mkMerge(parts) }))).toEqual({ on: true, s: { x: 1, y: { z: 2 } } });
  });
});

describe("mkIf around a set of options", () => {
  it("holds for each option in it", () => {
    const module = (condition: unknown): object => ({
      config: mkIf(condition as boolean, { s: { x: 1, y: { z: 2 } } }),
    });
    expect(dataOf(evaluate(declared, module(true)))).toMatchObject({ s: { x: 1, y: { z: 2 } } });
    expect(dataOf(evaluate(declared, module(false)))).toMatchObject({ s: { x: 0, y: { z: 0 } } });
    expect(
      dataOf(
        evaluate(
          declared,
          module(({ config }: Given) => config.on as unknown),
          { on: true },
        ),
      ),
    ).toMatchObject({ s: { x: 1 } });
  });

  it("computes its condition once, whatever stands below and however it is read", () => {
    const outer = counted(() => true);
    const inner = counted(() => true);
    const leaf = counted(() => true);
    const value = counted(() => 3);
    const config = mkIf(outer, { on: true, s: mkIf(inner, { x: 1, y: { z: mkIf(leaf, value) } }) });
    const evaluation = evaluate(declared, { config });
    const state = stateOf(evaluation, "s.y.z");
    expect([state.highestPrio, state.isDefined, state.value, state.definitions]).toEqual([100, true, 3, [3]]);
    expect(dataOf(evaluation)).toEqual({ on: true, s: { x: 1, y: { z: 3 } } });
    expect([outer, inner, leaf, value].map(({ calls }) => calls)).toEqual([1, 1, 1, 1]);
  });

  it("computes it once also for names that nobody declares", () => {
    const condition = counted(() => true);
    const open = {
      freeformType: types.attrsOf(types.anything),
      config: mkIf(condition, { p: mkForce(1), q: { r: 2 } }),
    };
    expect(dataOf(evaluate(open))).toEqual({ p: 1, q: { r: 2 } });
    expect(condition.calls).toBe(1);
  });

  it("asks the outer conditions first, and the inner ones only if they hold", () => {
    const config = mkIf(false, { s: mkIf(bomb, { x: mkIf(bomb, bomb) }) });
    expect(dataOf(evaluate(declared, { config }))).toMatchObject({ s: { x: 0 } });
  });

  it("does not compute what stands in it if the condition is false", () => {
    expect(read(evaluate(declared, { config: mkIf(false, { s: { x: bomb } }) }), "s.x")).toBe(0);
    expect(read(evaluate(declared, { config: { s: { x: mkIf(false, bomb) } } }), "s.x")).toBe(0);
  });

  it("must know the names in it, even if the condition is false", () => {
    const evaluation = evaluate(declared, { _file: "/m.ts", config: mkIf(false, bomb) });
    expect(problemOf(() => evaluation.config)).toEqual({
      code: "module-threw",
      path: null,
      files: ["/m.ts", bombFile],
    });
  });

  it("does not excuse a name that nobody declares", () => {
    const files = ["/m.ts"];
    const misspelt = evaluate(declared, { _file: "/m.ts", config: mkIf(false, { s: { w: 1 } }) });
    expect(problemOf(() => misspelt.config)).toEqual({ code: "undeclared-option", path: "s.w", files });
    const inside = evaluate(declared, { _file: "/m.ts", config: { s: { w: mkIf(false, bomb) } } });
    expect(problemOf(() => inside.config)).toEqual({ code: "undeclared-option", path: "s.w", files });
  });

  it("may ask for anything that does not need what it guards", () => {
    const byOther = { config: mkIf(({ config }: Given) => config.s.x === 1, { s: { y: { z: 5 } } }) };
    expect(dataOf(evaluate(declared, byOther, { s: { x: 1 } }))).toMatchObject({ s: { x: 1, y: { z: 5 } } });
    const bySibling = { config: { s: mkIf(({ config }: Given) => config.s.x === 1, { y: { z: 5 } }) } };
    expect(dataOf(evaluate(declared, bySibling, { s: { x: 1 } }))).toMatchObject({ s: { x: 1, y: { z: 5 } } });
  });

  it("may not ask for what it guards", () => {
    const itself = evaluate(declared, {
      _file: "/m.ts",
      config: mkIf(({ config }: Given) => config.on as boolean, { on: true }),
    });
    const found = diagnosticOf(() => read(itself, "on"));
    expect(found).toMatchObject({ code: "infinite-recursion", path: ["on"], origin: { file: "/m.ts" } });
    expect(found.data["steps"]).toEqual([
      { kind: "option", path: ["on"] },
      { kind: "condition", path: [] },
    ]);
  });
});

describe("a priority around a set of options", () => {
  it("is that of each option in it", () => {
    const evaluation = evaluate(
      declared,
      { config: mkForce({ s: { x: 1, y: { z: 2 } } }) },
      { s: { x: 3, y: mkDefault({ z: 4 }) } },
    );
    expect(dataOf(evaluation)).toMatchObject({ s: { x: 1, y: { z: 2 } } });
    expect([stateOf(evaluation, "s.x").highestPrio, stateOf(evaluation, "s.y.z").highestPrio]).toEqual([50, 50]);
  });
});

describe("what is no set", () => {
  it.each<[what: string, value: unknown, found: string]>([
    ["a list", [], "a list"],
    ["a number", 1, "the number 1"],
    ["null", null, "null"],
    ["a function that a function returned", () => () => 1, "a function"],
    ["a condition around it", mkIf(false, true), "true"],
    ["an object of a class", new Date(0), "a Date"],
    ["an option", mkOption({ type: int }), "an option's declaration"],
    ["an option type", int, "an option type"],
    ["a module", defineModule({}), "a module"],
  ])("is refused where a set of options is: %s", (_what, value, found) => {
    const expected = { code: "definition-not-a-set", origin: { file: "/m.ts" }, data: { found } };
    const inside = evaluate(declared, { _file: "/m.ts", config: { s: value } });
    expect(diagnosticOf(() => inside.config)).toMatchObject({ ...expected, path: ["s"] });
    const whole = evaluate(declared, { _file: "/m.ts", config: mkMerge([value]) });
    expect(diagnosticOf(() => whole.config)).toMatchObject({ ...expected, path: [] });
  });

  it("does not keep other sets from being read", () => {
    const evaluation = evaluate(
      declared,
      { config: { s: { y: 1 } } },
      { options: { r: option(int) }, config: { r: ({ config }: Given) => config.s.x + 1 } },
    );
    expect(codesOf(evaluation.output({ keepGoing: true }).diagnostics)).toEqual(["definition-not-a-set s.y"]);
    expect(evaluation.output({ keepGoing: true }).value).toMatchObject({ r: 1, s: { x: 0 } });
  });
});

describe("an undefined", () => {
  it("that is written down is the same as an absent name", () => {
    const module = { config: { on: undefined, s: { x: undefined, w: undefined }, q: undefined } };
    expect(dataOf(evaluate(declared, module))).toMatchObject({ on: false, s: { x: 0 } });
    expect(stateOf(evaluate(declared, { config: mkForce(mkMerge([{ on: undefined }])) }), "on").highestPrio).toBe(1500);
  });

  it("in a property around a set of options is nothing", () => {
    expect(
      dataOf(evaluate(declared, { config: { s: mkIf(true, undefined) } }, { config: mkMerge([undefined]) })),
    ).toMatchObject({ s: { x: 0 } });
    const computed = evaluate(declared, { _file: "/m.ts", config: { s: () => undefined } });
    expect(problemOf(() => computed.config)).toEqual({ code: "definition-not-a-set", path: "s", files: ["/m.ts"] });
  });

  it("in a property around an option is nothing", () => {
    expect(read(evaluate(declared, { s: { x: mkForce(undefined) } }), "s.x")).toBe(0);
    expect(read(evaluate(declared, { s: { x: mkMerge([undefined, mkIf(true, undefined)]) } }), "s.x")).toBe(0);
  });

  it("that is computed is an error, with its place", () => {
    for (const x of [
      () => undefined,
      mkForce(() => undefined),
      mkIf(true, () => undefined),
      () => mkMerge([() => undefined]),
    ]) {
      const evaluation = evaluate(declared, { _file: "/m.ts", config: { s: { x } } });
      expect(problemOf(() => read(evaluation, "s.x"))).toEqual({
        code: "undefined-value",
        path: "s.x",
        files: ["/m.ts"],
      });
    }
  });
});

describe("a part of the configuration as a definition", () => {
  const two = { x: option(int), y: option(int) };
  const pair = { options: { from: two, to: { x: option(int), y: option(int) } } };
  const values = { config: { from: { x: ({ config }: Given) => config.to.y + 1, y: 1 } } };

  it.each<[where: string, module: object]>([
    ["at a set", { config: { to: ({ config }: Given): unknown => config.from } }],
    ["in the function above it", { config: ({ config }: Given): object => ({ to: config.from }) }],
    ["under properties", { config: mkIf(true, { to: mkForce(({ config }: Given): unknown => config.from) }) }],
  ])("is read no sooner than needed: %s", (_where, module) => {
    expect(dataOf(evaluate(pair, values, module))).toEqual({ from: { x: 2, y: 1 }, to: { x: 2, y: 1 } });
  });

  it("may have members that are found when they are read", () => {
    const to = {
      get x(): number {
        return bomb();
      },
      y: 2,
    };
    const evaluation = evaluate(pair, { config: { from: { x: 1, y: 1 }, to } });
    expect(read(evaluation, "to.y")).toBe(2);
    expect(problemOf(() => read(evaluation, "to.x"))).toMatchObject({ code: "value-threw", path: "to.x" });
  });
});

describe("mkDefinition", () => {
  it("says where the definition stands, and may stand around a set", () => {
    const site = mkDefinition({ file: "/site.yaml", line: 4, column: 2, value: { x: "one" } });
    const evaluation = evaluate(declared, { _file: "/m.ts", config: { s: mkIf(true, site) } });
    expect(diagnosticOf(() => read(evaluation, "s.x")).origin).toEqual({ file: "/site.yaml", line: 4, column: 2 });
    expect(
      problemOf(() => evaluate(declared, { s: mkDefinition({ file: "/site.yaml", value: { w: 1 } }) }).config).files,
    ).toEqual(["/site.yaml"]);
  });
});

describe("mkAssert", () => {
  const asserted = (holds: boolean): unknown => mkAssert(() => holds, "x needs y", { x: 1 });

  it("is its content where the condition holds", () => {
    expect(read(evaluate(declared, { config: { s: asserted(true) } }), "s.x")).toBe(1);
  });

  it("fails whoever needs the definition, where it does not", () => {
    const evaluation = evaluate(declared, { _file: "/m.ts", config: { s: asserted(false) } });
    expect(diagnosticOf(() => read(evaluation, "s.x"))).toMatchObject({
      code: "failed-assertion",
      path: ["s"],
      origin: { file: "/m.ts" },
      data: { message: "x needs y" },
    });
    expect(read(evaluation, "on")).toBe(false);
    expect(codesOf(diagnosticsOf(() => read(evaluation, "s.x")))).toEqual(["failed-assertion s"]);
  });
});

describe("an order", () => {
  it("is pushed down like the rest, around everything that a module defines too", () => {
    const lists = { options: { l: option(listOf(int)) } };
    expect(dataOf(evaluate(lists, { config: mkBefore({ l: [1] }) }, { l: [2] }))).toEqual({ l: [1, 2] });
  });
});
