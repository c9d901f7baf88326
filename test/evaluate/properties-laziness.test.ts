// What definitions need not be computed is not computed, and what is computed is computed once.
import { describe, expect, it } from "vitest";
import { mkBefore, mkDefault, mkForce, mkIf, mkMerge, mkOptionDefault } from "../../src/authoring/index.ts";
import { types } from "../../src/types/types.ts";
import { bomb, bombFile, counted, evaluate, type Given, option, read } from "./evaluation.ts";
import { problemOf } from "./problems.ts";
import { defined, definedWith, optionWith, stateOf, valueOf } from "./properties-defined.ts";

const { attrsOf, int, lazyAttrsOf, listOf, raw, submodule } = types;

describe("a losing definition", () => {
  it.each<[what: string, definitions: readonly unknown[]]>([
    ["under a weaker priority", [1, mkDefault(bomb)]],
    ["under a weaker priority around a merge", [1, mkDefault(mkMerge([bomb, mkIf(true, bomb)]))]],
    ["under a weaker priority around an order", [1, mkDefault(mkBefore(bomb))]],
    ["under a weaker priority in a condition", [1, mkIf(true, mkOptionDefault(bomb))]],
    ["under a priority weaker than another", [mkForce(1), mkDefault(bomb)]],
  ])("is not computed %s", (_what, definitions) => {
    const evaluation = defined(int, ...definitions);
    expect(evaluation.config["a"]).toBe(1);
    expect(stateOf(evaluation)).toMatchObject({ isDefined: true, definitions: [1] });
  });

  it("is computed if it stands under no priority, since it may return one", () => {
    expect(problemOf(() => valueOf(int, mkForce(1), bomb))).toMatchObject({ code: "value-threw", path: "a" });
    expect(valueOf(int, mkForce(1), () => mkDefault(bomb))).toBe(1);
  });
});

describe("a definition under a false condition", () => {
  it("is not computed, whatever it is", () => {
    expect(valueOf(int, 1, mkIf(false, bomb), mkIf(false, mkForce(bomb)), mkForce(mkIf(false, bomb)))).toBe(1);
    expect(
      valueOf(
        int,
        1,
        mkIf(false, mkIf(bomb, 2)),
        mkIf(() => false, mkMerge([bomb])),
      ),
    ).toBe(1);
  });
});

describe("other options", () => {
  const traps = {
    _file: "/traps.ts",
    options: {
      unused: optionWith(int, { default: bomb, example: bomb, description: bomb, apply: bomb }),
      typeless: option(undefined, { default: bomb }),
      computed: { options: option(raw) },
    },
  };

  it("are not looked at", () => {
    const evaluation = evaluate({ options: { a: option(int) } }, traps, {
      config: { a: 1, typeless: bomb, computed: mkIf(bomb, { options: bomb }) },
    });
    expect(evaluation.config["a"]).toBe(1);
    expect(Object.keys(evaluation.config)).toEqual(["a", "computed", "typeless", "unused"]);
    expect("unused" in evaluation.config).toBe(true);
    expect(Object.keys(evaluation.options)).toContain("unused");
  });

  it("show their types without their values", () => {
    const state = stateOf(evaluate(traps, { config: { typeless: bomb } }), "typeless");
    expect([state.type.name, state.loc, state.declarations]).toEqual(["unspecified", ["typeless"], ["/traps.ts"]]);
  });
});

describe("what is computed", () => {
  it("is computed once, however often and in whichever way it is read", () => {
    const value = counted(() => ({ x: 1 }));
    const content = counted(() => 2);
    const condition = counted(() => true);
    const evaluation = defined(attrsOf(int), value, mkIf(condition, { y: content }));
    const state = stateOf(evaluation);
    for (let times = 0; times < 3; times += 1) {
      expect([state.highestPrio, state.isDefined, state.definitions.length, state.files.length]).toEqual([
        100,
        true,
        2,
        2,
      ]);
      expect(evaluation.config["a"]).toEqual({ x: 1, y: 2 });
      expect(evaluation.output().value).toEqual({ a: { x: 1, y: 2 } });
    }
    expect([value.calls, content.calls, condition.calls]).toEqual([1, 1, 1]);
  });

  it("fails the same way each time, without being tried again", () => {
    const value = counted(bomb);
    const evaluation = defined(int, value);
    const errors = [1, 2].map(() => {
      try {
        return evaluation.config["a"];
      } catch (error) {
        return error;
      }
    });
    expect(errors[0]).toBe(errors[1]);
    const threw = { code: "value-threw", path: "a", files: ["/1.ts", bombFile] };
    expect(problemOf(() => evaluation.config["a"])).toEqual(threw);
    expect(value.calls).toBe(1);
  });

  it("is not undone by an attempt that failed", () => {
    const evaluation = evaluate({ options: { a: option(int, { default: bomb }), b: option(int, { default: 2 }) } });
    expect(() => read(evaluation, "a")).toThrow("must not be computed");
    expect(read(evaluation, "b")).toBe(2);
    expect(() => read(evaluation, "a")).toThrow("must not be computed");
  });

  it("stands under its own condition only", () => {
    const evaluation = evaluate(
      { options: { on: option(types.bool, { default: false }), a: option(int, { default: 0 }) } },
      { config: { a: mkIf(({ config }: Given) => config.on as boolean, 1) } },
    );
    expect(read(evaluation, "a")).toBe(0);
    expect(read(evaluation.extendModules({ modules: [{ on: true }] }), "a")).toBe(1);
    expect(read(evaluation, "a")).toBe(0);
  });
});

describe("members", () => {
  it("of attrsOf are computed to their outermost shape for its names, and no deeper", () => {
    const sets = defined(attrsOf(raw), {
      x: () => ({
        get y(): never {
          return bomb();
        },
      }),
    });
    expect(Object.keys(Object(sets.config["a"]))).toEqual(["x"]);
    expect(() => Object.keys(Object(valueOf(attrsOf(raw), { x: bomb })))).toThrow("must not be computed");
  });

  it("of lazyAttrsOf are not", () => {
    const value = Object(valueOf(lazyAttrsOf(int), { x: bomb, y: 1 }, { z: mkIf(bomb, 1) }));
    expect(Object.keys(value)).toEqual(["x", "y", "z"]);
    expect(value.y).toBe(1);
  });

  it("of listOf are, for its length", () => {
    expect(() => valueOf(listOf(int), [bomb, 1])).toThrow("must not be computed");
    expect(valueOf(raw, [bomb])).toEqual([bomb]);
  });

  it("of submodules are not, until they are read", () => {
    const sub = submodule({ options: { x: option(int), y: option(int, { default: bomb }) } });
    const evaluation = defined(attrsOf(sub), { p: { x: 1 }, q: { x: bomb } });
    expect(read(evaluation, "a.p.x")).toBe(1);
    expect(Object.keys(Object(read(evaluation, "a.q")))).toEqual(["x", "y"]);
  });
});

describe("apply", () => {
  it("that declares no parameter does not need a value", () => {
    expect(definedWith(int, { apply: () => 5 }).config["a"]).toBe(5);
    expect(definedWith(int, { apply: () => 5 }, bomb).config["a"]).toBe(5);
    expect(definedWith(int, { apply: () => 5 }, "no int").config["a"]).toBe(5);
  });

  it("declares one also with a default or the rest of them", () => {
    expect(definedWith(int, { apply: (value: unknown = 0) => [value] }, 1).config["a"]).toEqual([1]);
    expect(definedWith(int, { apply: (...values: unknown[]) => values }, 1).config["a"]).toEqual([1]);
  });

  it("is called once, with the merged value, when that is read", () => {
    const apply = counted((value: unknown) => [value]);
    const evaluation = definedWith(listOf(int), { apply }, [1], [2]);
    expect(stateOf(evaluation).definitions).toEqual([[1], [2]]);
    expect(apply.calls).toBe(0);
    expect([evaluation.config["a"], evaluation.config["a"]]).toEqual([[[1, 2]], [[1, 2]]]);
    expect(apply.calls).toBe(1);
  });
});
