// Of several definitions the strongest count; numbers, names, and what the option reports.
import { describe, expect, it } from "vitest";
import {
  mkDefault,
  mkForce,
  mkIf,
  mkImageMediaOverride,
  mkMerge,
  mkOptionDefault,
  mkOverride,
  mkVMOverride,
} from "../../src/authoring/index.ts";
import { types } from "../../src/types/types.ts";
import { bomb, dataOf, evaluate, option } from "./evaluation.ts";
import { problemOf } from "./problems.ts";
import { defined, definedWith, stateOf, valueOf } from "./properties-defined.ts";

const { int, listOf } = types;

describe("the names", () => {
  it.each<[name: string, definition: unknown, priority: number]>([
    ["mkVMOverride", mkVMOverride(1), 10],
    ["mkForce", mkForce(1), 50],
    ["mkImageMediaOverride", mkImageMediaOverride(1), 60],
    ["a plain definition", 1, 100],
    ["mkDefault", mkDefault(1), 1000],
    ["mkOptionDefault", mkOptionDefault(1), 1500],
    ["mkOverride with a negative number", mkOverride(-3, 1), -3],
    ["mkOverride with a fraction", mkOverride(99.5, 1), 99.5],
  ])("%s", (_name, definition, priority) => {
    expect(stateOf(defined(int, definition)).highestPrio).toBe(priority);
    // Each wins over whatever is weaker by a little, and yields to what is stronger.
    expect(valueOf(int, definition, mkOverride(priority + 0.1, 2))).toBe(1);
    expect(valueOf(int, definition, mkOverride(priority - 0.1, 2))).toBe(2);
  });
});

describe("the strongest definitions", () => {
  it("win together, in the order of definitions", () => {
    expect(valueOf(listOf(int), mkForce([1]), [2], mkForce([3]), mkDefault([4]))).toEqual([1, 3]);
  });

  it("are found among those whose conditions hold", () => {
    expect(valueOf(int, mkIf(false, mkForce(1)), 2, mkDefault(3))).toBe(2);
  });

  it("are compared as numbers", () => {
    expect(valueOf(int, mkOverride(9, 1), mkOverride(10, 2))).toBe(1);
    expect(valueOf(listOf(int), mkOverride(5, [1]), mkOverride(5.0, [2]))).toEqual([1, 2]);
  });

  it("of a whole set leave nothing of the others", () => {
    const { attrsOf } = types;
    expect(valueOf(attrsOf(int), mkForce({ x: 1 }), { y: 2 })).toEqual({ x: 1 });
    expect(valueOf(attrsOf(int), { x: mkForce(1) }, { x: 3, y: 2 })).toEqual({ x: 1, y: 2 });
  });

  it("of one priority conflict if the type cannot merge them", () => {
    expect(problemOf(() => valueOf(int, mkForce(1), 5, mkForce(2)))).toEqual({
      code: "conflict",
      path: "a",
      files: ["/1.ts", "/3.ts"],
    });
  });
});

describe("a default", () => {
  it("is a definition of priority 1500, the first one, from the file of its declaration", () => {
    const state = stateOf(definedWith(listOf(int), { default: [1] }));
    expect(state).toMatchObject({ isDefined: true, highestPrio: 1500, definitions: [[1]], files: ["/options.ts"] });
    expect(definedWith(listOf(int), { default: [1] }, mkOptionDefault([2]), mkOptionDefault([3])).config["a"]).toEqual([
      1, 2, 3,
    ]);
  });

  it("is lost beside a stronger definition, all of it", () => {
    expect(definedWith(types.attrsOf(int), { default: { x: 1 } }, { y: 2 }).config["a"]).toEqual({ y: 2 });
    expect(definedWith(int, { default: bomb }, mkDefault(2)).config["a"]).toBe(2);
  });

  it("may be null, which is not the same as none", () => {
    const { nullOr } = types;
    expect(stateOf(definedWith(nullOr(int), { default: null }))).toMatchObject({ isDefined: true, value: null });
    expect(stateOf(defined(nullOr(int)))).toMatchObject({ isDefined: false, highestPrio: 9999, value: null });
    expect(definedWith(nullOr(int), { default: undefined }).config["a"]).toBeNull();
  });
});

describe("a priority beyond 9999", () => {
  it("counts as long as the definition stands alone", () => {
    expect(stateOf(defined(int, mkOverride(12_345, 1)))).toMatchObject({ value: 1, highestPrio: 12_345 });
    expect(stateOf(defined(int, mkOverride(12_345, 1), mkIf(false, 2)))).toMatchObject({
      value: 1,
      highestPrio: 12_345,
    });
  });

  it("counts no more beside another", () => {
    const two = defined(listOf(int), mkOverride(12_345, [1]), mkOverride(12_345, [2]));
    expect(stateOf(two)).toMatchObject({ value: [], isDefined: false, highestPrio: 9999 });
    expect(valueOf(listOf(int), mkOverride(12_345, [1]), mkOverride(9999, [2]))).toEqual([2]);
    expect(valueOf(listOf(int), mkOverride(12_345, mkMerge([[1], [2]])))).toEqual([]);
  });
});

describe("highestPrio", () => {
  it("is told without computing what is under a priority", () => {
    expect(stateOf(defined(int, mkForce(bomb))).highestPrio).toBe(50);
    expect(stateOf(defined(int, mkMerge([mkDefault(bomb), mkIf(true, mkOverride(70, bomb))]))).highestPrio).toBe(70);
    expect(() => stateOf(defined(int, mkForce(bomb))).isDefined).toThrow("must not be computed");
  });

  it("does not depend on what was read before", () => {
    const definitions = [mkDefault(() => mkForce(1)), mkForce(() => mkIf(false, 2))];
    const [first, second] = [defined(int, ...definitions), defined(int, ...definitions)];
    expect([stateOf(first).highestPrio, first.config["a"], stateOf(first).highestPrio]).toEqual([50, 1, 50]);
    expect([second.config["a"], stateOf(second).highestPrio]).toEqual([1, 50]);
  });

  it("is 9999 where nothing holds", () => {
    expect(stateOf(defined(int)).highestPrio).toBe(9999);
    expect(stateOf(defined(int, mkIf(false, 1), mkMerge([]))).highestPrio).toBe(9999);
  });

  it("may steer other definitions", () => {
    const { a, b } = { a: option(int, { default: 1 }), b: option(int) };
    const follow = {
      b: ({ options }: { readonly options: { readonly a: { readonly highestPrio: number } } }) => options.a.highestPrio,
    };
    expect(dataOf(evaluate({ options: { a, b } }, follow, { a: mkForce(2) }))).toEqual({ a: 2, b: 50 });
  });
});
