// Properties nest in any way: conditions and merges distribute over the rest, the strongest override and the innermost
// order count.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mkAfter,
  mkBefore,
  mkDefault,
  mkDefinition,
  mkForce,
  mkIf,
  mkMerge,
  mkOptionDefault,
  mkOrder,
  mkOverride,
} from "../../src/authoring/index.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, option } from "./evaluation.ts";
import { problemOf } from "./problems.ts";
import { defined, definedWith, stateOf, valueOf } from "./properties-defined.ts";

const { int, listOf } = types;

describe("at an option", () => {
  it.each<[written: string, definitions: readonly unknown[], value: unknown]>([
    ["a condition around a priority", [mkIf(true, mkForce(1)), 2], 1],
    ["a merge around a priority", [mkMerge([mkForce(1), 2]), 3], 1],
    ["a priority around an order", [mkForce(mkBefore([1])), [2]], [1]],
    ["a priority around a condition that holds", [mkForce(mkIf(true, 1)), 2], 1],
    ["a priority around one that does not", [mkForce(mkIf(false, 1)), 2], 2],
    ["a priority around a merge", [mkForce(mkMerge([[1], [2]])), [3]], [1, 2]],
    ["an order around a priority", [mkBefore(mkForce([1])), [2]], [1]],
    ["an order around a condition", [[1], mkBefore(mkIf(true, [2])), mkBefore(mkIf(false, [3]))], [2, 1]],
    ["an order around a merge", [[1], mkBefore(mkMerge([[2], [3]]))], [2, 3, 1]],
    ["force around default", [mkForce(mkDefault(1)), 2], 1],
    ["default around force", [mkDefault(mkForce(1)), 2], 1],
    ["default around option default", [mkDefault(mkOptionDefault(1)), mkDefault(1)], 1],
    ["an order around an order", [[1], mkOrder(2000, mkOrder(5, [2])), mkOrder(5, mkOrder(2000, [3]))], [2, 1, 3]],
    ["a place around a priority", [mkDefinition({ file: "/x.ts", value: mkForce(1) }), 2], 1],
    ["a place around a condition", [mkDefinition({ file: "/x.ts", value: mkIf(false, 1) }), 2], 2],
    ["conditions in each other", [mkIf(true, mkIf(true, mkIf(false, 1))), mkIf(true, mkIf(true, 2))], 2],
    ["merges in each other", [mkMerge([mkMerge([[1]]), mkMerge([mkMerge([[2], [3]]), [4]])])], [1, 2, 3, 4]],
    ["a preset that is forced", [mkForce(mkMerge([mkDefault([1]), mkIf(true, mkOptionDefault([2]))])), [3]], [1, 2]],
  ])("%s", (_written, definitions, value) => {
    const type = Array.isArray(value) ? listOf(int) : int;
    expect(valueOf(type, ...definitions)).toEqual(value);
  });

  it("counts what a function returns like what is written", () => {
    expect(valueOf(int, () => mkForce(1), 2)).toBe(1);
    expect(
      valueOf(
        int,
        mkIf(true, () => mkForce(mkIf(true, 1))),
        2,
      ),
    ).toBe(1);
    expect(valueOf(int, () => mkIf(false, 1), 2)).toBe(2);
    expect(valueOf(listOf(int), () => mkMerge([[1], () => mkBefore([2])]), [3])).toEqual([2, 1, 3]);
  });

  it("asks the weaker definitions where the winner turns out to define nothing", () => {
    expect(
      valueOf(
        int,
        mkForce(() => mkIf(false, 1)),
        2,
      ),
    ).toBe(2);
    expect(
      valueOf(
        int,
        mkForce(() => mkMerge([])),
        mkIf(false, 2),
        mkDefault(3),
      ),
    ).toBe(3);
  });

  it("lets a winner be stronger than it looked, among its equals", () => {
    expect(
      valueOf(
        int,
        mkDefault(() => mkForce(1)),
        mkDefault(2),
      ),
    ).toBe(1);
    // A plain definition wins before anybody computes what is under `mkDefault`.
    expect(
      valueOf(
        int,
        mkDefault(() => mkForce(1)),
        2,
      ),
    ).toBe(2);
  });

  it("takes properties in a default", () => {
    expect(definedWith(int, { default: mkForce(1) }, 2).config["a"]).toBe(1);
    expect(definedWith(int, { default: mkIf(true, 1) }).config["a"]).toBe(1);
    expect(definedWith(int, { default: () => mkOverride(2000, 1) }, mkOverride(1600, 2)).config["a"]).toBe(1);
    expect(problemOf(() => definedWith(int, { default: mkIf(false, 1) }).config["a"]).code).toBe("missing-value");
  });
});

describe("above the options", () => {
  const declared = { options: { a: { b: option(int), c: option(int), l: option(listOf(int)) } } };
  const weak = { config: { a: { b: mkOptionDefault(0), c: mkOptionDefault(0) } } };

  it.each<[written: string, definition: unknown, value: object]>([
    ["a condition around a priority", mkIf(true, mkForce({ b: 1 })), { b: 1, c: 0, l: [] }],
    ["a priority around a condition", mkForce(mkIf(true, { b: 1 })), { b: 1, c: 0, l: [] }],
    ["a priority around a condition that is false", mkForce(mkIf(false, { b: 1 })), { b: 0, c: 0, l: [] }],
    ["a priority around a merge", mkForce(mkMerge([{ b: 1 }, { c: 2 }])), { b: 1, c: 2, l: [] }],
    ["a priority around a weaker one below", mkForce({ b: mkDefault(1) }), { b: 1, c: 0, l: [] }],
    ["a priority around a stronger one below", mkDefault({ b: mkForce(1) }), { b: 1, c: 0, l: [] }],
    ["a priority around an order", mkForce({ l: mkBefore([1]) }), { b: 0, c: 0, l: [1] }],
    ["an order around a priority", mkBefore(mkForce({ l: [1], b: 1 })), { b: 1, c: 0, l: [1] }],
    ["an order around an order", mkMerge([{ l: [1] }, mkAfter({ l: mkBefore([2]) })]), { b: 0, c: 0, l: [2, 1] }],
    ["a place", mkDefinition({ file: "/x.ts", value: { b: 1 } }), { b: 1, c: 0, l: [] }],
  ])("%s", (_written, a, value) => {
    expect(dataOf(evaluate(declared, weak, { config: { a } }))).toEqual({ a: value });
  });

  it("leaves the place of a definition to whoever says it", () => {
    const a = mkIf(true, mkDefinition({ file: "/x.ts", line: 3, value: mkForce({ b: 1 }) }));
    const evaluation = evaluate(declared, { _file: "/m.ts", config: { a } });
    expect(stateOf(evaluation, "a.b").definitionsWithLocations).toMatchObject([{ origin: { file: "/x.ts", line: 3 } }]);
  });

  it("decides in two steps around and inside the value of an option", () => {
    const sets = { options: { x: option(types.attrsOf(int)) } };
    const forced = { config: { x: mkForce({ b: mkDefault(1) }) } };
    expect(dataOf(evaluate(sets, forced, { config: { x: { b: 2, c: 3 } } }))).toEqual({ x: { b: 1 } });
  });
});

// A definition as a tree of properties around numbers, and what it comes to by the rules.
type Tree =
  | { readonly kind: "value"; readonly value: number; readonly isLazy: boolean }
  | { readonly kind: "if"; readonly holds: boolean; readonly content: Tree }
  | { readonly kind: "override" | "order"; readonly priority: number; readonly content: Tree }
  | { readonly kind: "definition"; readonly content: Tree }
  | { readonly kind: "merge"; readonly contents: readonly Tree[] };

interface Flat {
  readonly value: number;
  readonly priority: number | null;
  readonly order: number | null;
}

function flatten(tree: Tree, priority: number | null = null, order: number | null = null): readonly Flat[] {
  switch (tree.kind) {
    case "value":
      return [{ value: tree.value, priority, order }];
    case "if":
      return tree.holds ? flatten(tree.content, priority, order) : [];
    case "override":
      return flatten(tree.content, Math.min(priority ?? tree.priority, tree.priority), order);
    case "order":
      return flatten(tree.content, priority, tree.priority);
    case "definition":
      return flatten(tree.content, priority, order);
    case "merge":
      return tree.contents.flatMap((content) => flatten(content, priority, order));
  }
}

function expected(trees: readonly Tree[]): { readonly values: readonly number[]; readonly highestPrio: number } {
  const flat = trees.flatMap((tree) => flatten(tree)).map((each) => ({ ...each, priority: each.priority ?? 100 }));
  const highestPrio = flat.length === 0 ? 9999 : Math.min(...flat.map(({ priority }) => priority));
  const values = flat
    .filter(({ priority }) => priority === highestPrio)
    .toSorted((left, right) => (left.order ?? 1000) - (right.order ?? 1000))
    .map(({ value }) => value);
  return { values, highestPrio };
}

function write(tree: Tree, wrap: (value: unknown) => unknown): unknown {
  const inside = (content: Tree): unknown => write(content, wrap);
  switch (tree.kind) {
    case "value":
      return wrap(tree.isLazy ? () => [tree.value] : [tree.value]);
    case "if":
      return mkIf(() => tree.holds, inside(tree.content));
    case "override":
      return mkOverride(tree.priority, inside(tree.content));
    case "order":
      return mkOrder(tree.priority, inside(tree.content));
    case "definition":
      return mkDefinition({ file: "/x.ts", value: inside(tree.content) });
    case "merge":
      return mkMerge(tree.contents.map(inside));
  }
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ kind: fc.constant("value" as const), value: fc.nat(99), isLazy: fc.boolean() }),
    fc.record({ kind: fc.constant("if" as const), holds: fc.boolean(), content: tie("tree") }),
    fc.record({
      kind: fc.constantFrom("override" as const, "order" as const),
      priority: fc.constantFrom(-1, 0.5, 50, 100, 500, 1000, 1500),
      content: tie("tree"),
    }),
    fc.record({ kind: fc.constant("definition" as const), content: tie("tree") }),
    fc.record({ kind: fc.constant("merge" as const), contents: fc.array(tie("tree"), { maxLength: 3 }) }),
  ),
}));

describe("any nesting", () => {
  it("at an option comes to what the rules say", () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (trees) => {
        const evaluation = defined(listOf(int), ...trees.map((each) => write(each, (value) => value)));
        const { values, highestPrio } = expected(trees);
        const state = stateOf(evaluation);
        expect(state.highestPrio).toBe(highestPrio);
        expect(state.isDefined).toBe(values.length > 0);
        expect(evaluation.config["a"]).toEqual(values);
      }),
      { numRuns: 300 },
    );
  });

  it("above the options comes to the same", () => {
    const declared = { options: { s: { t: { a: option(listOf(int)) } } } };
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 2 }), (trees, depth) => {
        // The properties stand around the whole configuration, around `s`, or around `t`.
        const around = ["s", "t", "a"].slice(depth);
        const nest = (names: readonly string[], value: unknown): unknown =>
          names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
        const modules = trees.map((each) => ({
          config: nest(
            ["s", "t", "a"].slice(0, depth),
            write(each, (value) => nest(around, value)),
          ),
        }));
        const evaluation = evaluate(declared, ...modules.toReversed());
        expect(dataOf(evaluation)).toEqual({ s: { t: { a: expected(trees).values } } });
      }),
      { numRuns: 300 },
    );
  });
});
