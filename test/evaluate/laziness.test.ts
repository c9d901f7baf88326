// What is computed, what is not, and how often: bombs that must not go off, and counts.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkMerge } from "../../src/authoring/mk-merge.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { mkDefault, mkForce } from "../../src/authoring/priorities.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { mkOptionType } from "../../src/types/define-type.ts";
import { types } from "../../src/types/types.ts";
import { bomb, counted, dataOf, evaluate, follow, type Given, option, read } from "./evaluation.ts";
import { problemOf } from "./problems.ts";

const int = option(types.int);
const late = (): never => bomb();

/** Everything about it fails when it is computed. */
const trap = mkOption({ type: late, default: late, description: late, example: late, apply: late, findings: late });

describe("nothing is computed", () => {
  it("before somebody reads", () => {
    const evaluation = evaluate({ options: late, config: late, _module: {} }, late);
    expect([typeof evaluation.extendModules, evaluation.class, evaluation.type.name]).toEqual([
      "function",
      null,
      "submodule",
    ]);
  });

  it("of options that are not read", () => {
    const evaluation = evaluate(
      { options: { good: int, trap, s: { trap } } },
      { good: 1, trap: late, s: { trap: mkIf(late, late) } },
    );
    expect(read(evaluation, "good")).toBe(1);
    expect(Object.keys(evaluation.config)).toEqual(["good", "s", "trap"]);
    expect(Object.keys(read(evaluation, "s") as object)).toEqual(["trap"]);
    expect(Object.keys(evaluation.options["s"] as object)).toEqual(["trap"]);
    expect(evaluation.output({ at: ["good"] })).toMatchObject({ value: 1, diagnostics: [] });
  });

  it("of sets of options that nobody looks into", () => {
    const evaluation = evaluate({ options: { s: late, t: { u: late, n: option(types.int, { default: 1 }) } } });
    expect([Object.keys(evaluation.config), Object.keys(evaluation.options)]).toEqual([
      ["s", "t"],
      ["_module", "s", "t"],
    ]);
    expect(read(evaluation, "t.n")).toBe(1);
    expect(problemOf(() => read(evaluation, "s.x")).code).toBe("module-threw");
  });

  it("of a value when its definitions are asked for", () => {
    const merge = (): never => bomb();
    const type = mkOptionType({ name: "own", check: merge, merge });
    const evaluation = evaluate(
      { options: { a: option(type) } },
      { _file: "/1.ts", config: { a: () => 1 } },
      { a: mkForce(2) },
    );
    expect(evaluation.options["a"]).toMatchObject({ isDefined: true, definitions: [2], highestPrio: 50 });
    expect(problemOf(() => read(evaluation, "a")).code).toBe("value-threw");
  });

  it("of an option when only its place is asked", () => {
    const state = evaluate({ _file: "/o.ts", options: { a: trap, b: int } }).options["a"] as Given;
    expect([state["loc"], String(state)]).toEqual([["a"], "a"]);
  });

  it("of a value when the option is asked for something else", () => {
    const declared = { _file: "/o.ts", options: { a: option(types.int, { default: late, description: "A number." }) } };
    const state = evaluate(declared, { a: mkForce(late) }).options["a"] as Given;
    expect([state["type"].name, state["description"], state["declarations"], state["highestPrio"]]).toEqual([
      "int",
      "A number.",
      ["/o.ts"],
      50,
    ]);
    expect(problemOf(() => state["isDefined"] as unknown).code).toBe("value-threw");
  });
});

/** What remains of code that does one thing and then returns another. */
function second<T>(_first: unknown, value: T): T {
  return value;
}

describe("a definition that loses", () => {
  it.each<readonly [string, readonly unknown[], boolean]>([
    ["is not computed if it says so itself", [mkForce(1), mkDefault(late)], true],
    ["nor what is merged in it", [mkForce(1), mkDefault(mkMerge([late, mkIf(true, late)]))], true],
    ["has its condition computed, which decides whether it takes part", [mkForce(1), mkDefault(mkIf(late, 2))], false],
    ["is computed if only its value could tell", [mkForce(1), late], false],
    ["is not computed if its condition does not hold", [1, mkIf(false, late)], true],
    ["is a default, which is not computed", [1], true],
  ])("%s", (_name, definitions, isFine) => {
    const options = { n: option(types.int, { default: late }) };
    const evaluation = evaluate({ options }, ...definitions.map((n) => ({ n })));
    const outcome = isFine ? { value: read(evaluation, "n") } : problemOf(() => read(evaluation, "n"));
    expect(outcome).toMatchObject(isFine ? { value: 1 } : { code: "value-threw", path: "n" });
  });
});

describe("inside a value", () => {
  const of = (type: AnyOptionType, value: unknown): unknown =>
    read(evaluate({ options: { v: option(type) } }, { v: value }), "v");
  const keys = (type: AnyOptionType, value: unknown): readonly string[] => Object.keys(of(type, value) as object);

  it.each<readonly [string, AnyOptionType, unknown, boolean]>([
    ["attrsOf computes the head of each value for its names", types.attrsOf(types.raw), { x: late }, false],
    ["attrsOf computes no more than the head", types.attrsOf(types.anything), { x: { y: late } }, true],
    [
      "attrsOf of submodules computes no value inside",
      types.attrsOf(types.submodule({ options: { y: int } })),
      { x: { y: late } },
      true,
    ],
    ["attrsOf computes no value under a priority", types.attrsOf(types.int), { x: mkForce(1), y: 2 }, true],
    ["lazyAttrsOf computes nothing for its names", types.lazyAttrsOf(types.raw), { x: late, y: mkIf(late, 1) }, true],
    ["anything computes the head of each value", types.anything, { x: late }, false],
    ["a submodule computes no value", types.submodule({ options: { x: int, y: trap } }), { x: late, y: late }, true],
    ["data is not looked at", types.raw, { x: late }, true],
  ])("%s", (_name, type, value, isFine) => {
    const outcome = isFine ? keys(type, value).length > 0 : problemOf(() => keys(type, value)).code;
    expect(outcome).toBe(isFine ? true : "value-threw");
  });

  it("listOf computes each element for its length, others do not", () => {
    expect(problemOf(() => of(types.listOf(types.int), [late, 2])).code).toBe("value-threw");
    for (const type of [types.raw, types.unspecified, types.anything])
      expect((of(type, [late, 2]) as unknown[]).length).toBe(2);
  });

  it("listOf of submodules computes no value inside", () => {
    const list = of(types.listOf(types.submodule({ options: { x: int } })), [
      { x: late },
      { x: 2 },
    ]) as readonly Given[];
    expect([list.length, list[1]?.["x"]]).toEqual([2, 2]);
  });

  it("functionTo computes nothing before the call", () => {
    const fn = of(types.functionTo(types.int), () => late) as () => unknown;
    expect(typeof fn).toBe("function");
    expect(problemOf(fn)).toMatchObject({ code: "value-threw", path: "v.<function body>" });
  });

  it("deferredModule computes nothing at all", () => {
    expect(Object.keys(of(types.deferredModule, { config: late, options: late }) as object)).toEqual(["imports"]);
  });
});

describe("apply", () => {
  it("without a parameter does not compute the value, which need not exist", () => {
    const options = {
      a: mkOption({ type: types.int, apply: () => 5 }),
      b: mkOption({ type: types.int, default: late, apply: () => 6 }),
    };
    expect(dataOf(evaluate({ options }))).toEqual({ a: 5, b: 6 });
    expect(evaluate({ options }).options).toMatchObject({ a: { isDefined: false, value: 5 } });
  });

  it("runs once, on the merged value", () => {
    const apply = counted((value: number) => value * 2);
    // A counted function takes its arguments in a rest parameter, which declares none.
    const declared = mkOption({ type: types.int, apply: (value: number) => apply(value) });
    const evaluation = evaluate({ options: { n: declared } }, { n: 2 });
    expect([
      read(evaluation, "n"),
      read(evaluation, "n"),
      dataOf(evaluation),
      follow(evaluation.options, "n.value"),
    ]).toEqual([4, 4, { n: 4 }, 4]);
    expect(apply.calls).toBe(1);
  });
});

describe("what is computed is computed once", () => {
  const everything = (evaluation: ReturnType<typeof evaluate>, path: string): void => {
    read(evaluation, path);
    evaluation.output();
    evaluation.diagnostics({ force: true });
    const state = evaluation.options["n"] as Given | undefined;
    for (const part of ["value", "definitions", "files", "isDefined", "highestPrio", "definitionsWithLocations"])
      void state?.[part];
    read(evaluation, path);
  };

  it.each<readonly [string, (code: () => unknown) => object]>([
    ["a definition", (code) => ({ options: { n: int }, config: { n: code } })],
    ["a default", (code) => ({ options: { n: option(types.int, { default: code as () => never }) } })],
    ["a definition under a priority", (code) => ({ options: { n: int }, config: { n: mkDefault(code) } })],
    ["a condition", (code) => ({ options: { n: int }, config: { n: mkIf(() => code() === 1, 1) } })],
    ["a condition around a set", (code) => ({ options: { n: int }, config: mkIf(() => code() === 1, { n: 1 }) })],
    ["an attribute", (code) => ({ options: { n: option(types.attrsOf(types.int)) }, config: { n: { x: code } } })],
    ["an element", (code) => ({ options: { n: option(types.listOf(types.int)) }, config: { n: [code] } })],
    [
      "an option of a submodule",
      (code) => ({ options: { n: option(types.submodule({ options: { x: int } })) }, config: { n: { x: code } } }),
    ],
    [
      "a whole submodule",
      (code) => ({
        options: { n: option(types.submodule({ options: { x: int } })) },
        config: { n: () => ({ x: code() }) },
      }),
    ],
    ["a type", (code) => ({ options: { n: option(() => (code() === 1 ? types.int : types.str), { default: 1 }) } })],
    [
      "an argument",
      (code) => ({
        options: { n: int },
        config: { n: ({ extra }: Given): unknown => extra, _module: { args: { extra: code } } },
      }),
    ],
    [
      "the options of a module",
      (code) => ({ options: () => second(code(), { n: option(types.int, { default: 1 }) }) }),
    ],
    ["the definitions of a module", (code) => ({ options: { n: int }, config: () => second(code(), { n: 1 }) })],
    [
      "the body of a submodule",
      (code) => ({
        options: {
          n: option(types.submodule(() => second(code(), { options: { x: option(types.int, { default: 1 }) } }))),
        },
      }),
    ],
  ])("%s", (_name, module) => {
    for (const first of ["output", "highestPrio", "isDefined", "value"]) {
      const code = counted(() => 1);
      const evaluation = evaluate(module(code));
      if (first === "output") evaluation.output();
      else void (evaluation.options["n"] as Given)[first];
      everything(evaluation, "n");
      expect(code.calls).toBe(1);
    }
  });

  it("a failing definition too, with one error", () => {
    const failing = counted(bomb);
    const evaluation = evaluate({ options: { n: int } }, { n: () => failing() });
    const problems = [1, 2].map(() => problemOf(() => read(evaluation, "n")));
    expect(problems[0]).toEqual(problems[1]);
    expect(evaluation.output().diagnostics).toHaveLength(1);
    expect(failing.calls).toBe(1);
  });

  it("the body of each instance of a submodule", () => {
    const body = counted(({ name }: Given) => ({ options: { x: option(types.raw, { default: name as unknown }) } }));
    const sub = types.submodule((args: Given) => body(args));
    const evaluation = evaluate({ options: { s: option(types.attrsOf(sub)) } }, { s: { a: {}, b: {} } });
    expect(dataOf(evaluation)).toEqual({ s: { a: { x: "a" }, b: { x: "b" } } });
    expect(body.calls).toBe(2);
  });
});

describe("output", () => {
  it("of one path computes that path alone", () => {
    const options = { s: option(types.attrsOf(types.submodule({ options: { x: int, y: trap } }))), trap };
    const evaluation = evaluate({ options }, { s: { a: { x: 1, y: late }, b: { x: late } }, trap: late });
    expect(evaluation.output({ at: ["s", "a", "x"] })).toMatchObject({ value: 1, diagnostics: [] });
  });
});
