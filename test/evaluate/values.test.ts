// Values of JavaScript where Nix has others: numbers, equality, strings, conditions.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkOverride } from "../../src/authoring/priorities.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, option, read } from "./evaluation.ts";
import { diagnosticsOf, problemOf } from "./problems.ts";

/** The value of an option that is defined by these values. */
function merge(type: AnyOptionType, ...values: readonly unknown[]): unknown {
  return read(evaluate({ options: { v: option(type) } }, ...values.toReversed().map((v) => ({ v }))), "v");
}

const { anything, either, float, int, listOf, nonEmptyStr, nullOr, raw, str } = types;
const same = (): number => 1;

describe("a value", () => {
  it.each<readonly [string, AnyOptionType, unknown]>([
    ["an integer, for a float", float, 1],
    ["1.0, which is 1, for an int", int, 1.0],
    ["1.0 for an enum of 1", types.enum([1]), 1.0],
    ["minus zero", types.numbers.nonnegative, -0],
    ["the largest safe integer", int, Number.MAX_SAFE_INTEGER],
    ["a string of one carriage return, which is not empty", nonEmptyStr, "\r"],
    ["a function, alone", raw, () => same],
    ["a lone surrogate", str, "\uD800"],
  ])("is taken: %s", (_name, type, value) => {
    expect(merge(type, value)).toBe(value === undefined || typeof value !== "function" ? value : same);
  });

  it.each<readonly [string, AnyOptionType, unknown]>([
    ["1.5 for an int", int, 1.5],
    ["an unsafe integer", int, 2 ** 53],
    ["a bigint", int, 1n],
    ["NaN", float, Number.NaN],
    ["NaN for a range", types.numbers.between(0, 1), Number.NaN],
    ["infinity", float, Number.POSITIVE_INFINITY],
    ["a boxed string", str, Object("x")],
    ["a number for a string", str, 1],
    ["undefined that was computed", nullOr(int), () => undefined],
    ["a tab for a non-empty string", nonEmptyStr, "\t"],
  ])("is refused: %s", (_name, type, value) => {
    expect(problemOf(() => merge(type, value))).toMatchObject({
      path: "v",
      code: expect.stringMatching(/^(?:wrong-type|undefined-value)$/) as unknown,
    });
  });
});

describe("two definitions", () => {
  it.each<readonly [string, AnyOptionType, unknown, unknown]>([
    ["equal numbers", int, 1, 1.0],
    ["zero and minus zero", float, 0, -0],
    ["equal lists", anything, [1, { a: [null] }], [1, { a: [null] }]],
    ["sets in another order", anything, { a: 1, b: 2 }, { b: 2, a: 1 }],
  ])("agree: %s", (_name, type, first, second) => {
    expect(merge(type, first, second)).toEqual(first);
  });

  it.each<readonly [string, AnyOptionType, unknown, unknown, string]>([
    ["different numbers", int, 1, 2, "conflict"],
    ["different lists", anything, [1, 2], [2, 1], "conflict"],
    ["a list and a set", anything, [], {}, "different-kinds"],
    ["one function twice", raw, () => same, () => same, "not-unique"],
    ["equal sets with functions", types.uniq(raw), { a: same }, { a: same }, "not-unique"],
    ["null and a value", nullOr(int), null, 1, "null-and-value"],
    ["values of two sides", either(int, str), 1, "x", "wrong-type"],
    ["lists of two sides, of which the first is chosen", either(listOf(int), listOf(str)), ["x"], ["y"], "wrong-type"],
  ])("do not: %s", (_name, type, first, second, code) => {
    const codes = diagnosticsOf(() => JSON.stringify(merge(type, first, second))).map((each) => each.code);
    expect([...new Set(codes)]).toEqual([code]);
  });
});

describe("a condition", () => {
  it.each<readonly [unknown]>([["true"], [1], [0], [null], [undefined], [""], [[]], [{}]])(
    "must be a boolean, not %j",
    (condition) => {
      // The cast: this is what JavaScript lets people write.
      const guarded = mkIf(condition as boolean, 1);
      expect(problemOf(() => merge(int, guarded))).toMatchObject({ code: "condition-not-boolean", path: "v" });
      const computed = mkIf(() => condition as boolean, 1);
      expect(problemOf(() => merge(int, computed))).toMatchObject({ code: "condition-not-boolean", path: "v" });
    },
  );
});

describe("a priority", () => {
  it("alone may be of any strength; weaker than 9999 it does not count beside others", () => {
    const of = (...priorities: readonly number[]): unknown =>
      evaluate(
        { options: { v: option(listOf(int)) } },
        ...priorities.map((priority) => ({ v: mkOverride(priority, [priority]) })),
      ).options["v"];
    expect(of(12_345)).toMatchObject({ highestPrio: 12_345, value: [12_345] });
    expect(of(12_345, 12_345)).toMatchObject({ highestPrio: 9999, isDefined: false, value: [] });
    expect(of(-1, 0.5)).toMatchObject({ highestPrio: -1, value: [-1] });
    expect(of(5, 5)).toMatchObject({ highestPrio: 5, value: [5, 5] });
  });
});
