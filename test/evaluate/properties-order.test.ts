// Orders: where a definition stands among the others.
import { describe, expect, it } from "vitest";
import { mkAfter, mkBefore, mkForce, mkOrder } from "../../src/authoring/index.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, option } from "./evaluation.ts";
import { defined, stateOf, valueOf } from "./properties-defined.ts";

const { int, lines, listOf, attrsOf, submodule, submoduleWith } = types;
const list = listOf(int);

describe("the order of definitions", () => {
  it("is ascending and stable", () => {
    const definitions = [mkAfter([1]), [2], mkBefore([3]), mkBefore([4]), [5], mkAfter([6])];
    expect(valueOf(list, ...definitions)).toEqual([3, 4, 2, 5, 1, 6]);
  });

  it("is one of numbers, negative and fractions too", () => {
    expect(valueOf(list, mkOrder(9, [1]), mkOrder(10, [2]), mkOrder(-1, [3]), mkOrder(9.5, [4]))).toEqual([3, 1, 4, 2]);
  });

  it("has plain definitions at 1000", () => {
    expect(valueOf(list, [1], mkOrder(1000, [2]), [3], mkOrder(999, [4]), mkOrder(1001, [5]))).toEqual([4, 1, 2, 3, 5]);
  });

  it("holds for everything that merges in order", () => {
    expect(valueOf(lines, "b", mkBefore("a"), mkAfter("c"))).toBe("a\nb\nc");
    expect(valueOf(attrsOf(list), { x: [2] }, mkBefore({ x: [1] }), { x: mkAfter([3]) })).toEqual({ x: [1, 2, 3] });
  });

  it("is no matter of strength", () => {
    expect(valueOf(list, mkForce([1]), mkBefore([2]))).toEqual([1]);
  });

  it("is told beside the definition", () => {
    const state = stateOf(defined(list, [1], mkBefore([2])));
    expect(state.definitionsWithLocations).toEqual([
      expect.objectContaining({ file: "/2.ts", value: [2], priority: 500 }),
      expect.not.objectContaining({ priority: expect.anything() }),
    ]);
    expect([state.definitions, state.files]).toEqual([
      [[2], [1]],
      ["/2.ts", "/1.ts"],
    ]);
  });
});

describe("an order around a set of options", () => {
  it("is one of each option in it", () => {
    const declared = { options: { s: { x: option(list), y: { z: option(list) } } } };
    const plain = { config: { s: { x: [1], y: { z: [1] } } } };
    const before = { config: { s: mkBefore({ x: [2], y: mkAfter({ z: [2] }) }) } };
    const first = { config: mkBefore({ s: { x: [3], y: { z: [3] } } }) };
    expect(dataOf(evaluate(declared, first, before, plain))).toEqual({ s: { x: [2, 3, 1], y: { z: [3, 1, 2] } } });
  });
});

describe("an order around the definitions of a submodule", () => {
  const inside = { options: { l: option(list) } };

  it.each([
    ["a submodule", submodule(inside)],
    ["submoduleWith", submoduleWith({ modules: [inside] })],
  ])("is one of each option in it: %s", (_name, type) => {
    const definitions = [{ l: [1] }, mkBefore({ l: [2] }), mkAfter({ l: [3] }), { l: [4] }];
    // Definitions of a submodule are its modules, so plain ones merge in reverse.
    expect(dataOf(defined(type, ...definitions))).toEqual({ a: { l: [2, 4, 1, 3] } });
    expect(dataOf(defined(attrsOf(type), ...definitions.map((x) => ({ x }))))).toEqual({
      a: { x: { l: [2, 4, 1, 3] } },
    });
  });

  it("yields to one inside", () => {
    expect(dataOf(defined(submodule(inside), { l: [1] }, mkBefore({ l: mkAfter([2]) })))).toEqual({ a: { l: [1, 2] } });
  });

  it("counts beside what the submodule gives by itself", () => {
    const withDefault = submodule({ ...inside, config: { l: [0] } });
    expect(dataOf(defined(withDefault, mkBefore({ l: [1] }), mkAfter({ l: [2] })))).toEqual({ a: { l: [1, 0, 2] } });
  });

  it("goes along with a module that is a function", () => {
    const module = (): object => ({ imports: [{ l: [2] }], config: { l: [3] } });
    expect(
      dataOf(
        defined(
          submodule(inside),
          { l: [1] },
          mkBefore(() => module),
        ),
      ),
    ).toEqual({ a: { l: [2, 3, 1] } });
  });
});
