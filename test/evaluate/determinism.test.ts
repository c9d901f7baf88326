// Whoever reads first, the outcome is the same: random configurations, read in random orders.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkDefault, mkForce } from "../../src/authoring/priorities.ts";
import { isConfixError } from "../../src/diagnostics/errors.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, type Given, option } from "./evaluation.ts";

/** How an option is defined by others, which are told by their distance before it. */
type Rule =
  | { readonly kind: "constant" | "wrong" | "none" | "throws" }
  | { readonly kind: "next" | "catch" | "branch" | "if" | "forced" | "member" | "call" | "sub"; readonly from: number };

const length = 260;

// Mostly the option just before, so that chains get longer than what is computed without starting over.
const from = fc.oneof(
  { weight: 30, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 * length }) },
);
const rule: fc.Arbitrary<Rule> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("constant" as const, "wrong" as const, "none" as const, "throws" as const),
    }),
  },
  {
    weight: 60,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "next" as const,
        "catch" as const,
        "branch" as const,
        "if" as const,
        "forced" as const,
        "member" as const,
        "call" as const,
        "sub" as const,
      ),
      from,
    }),
  },
);

const int = types.int;
const sub = types.submodule({ options: { x: option(int) } });

/** The option of a rule and its definition; `at` is its place. */
function declare(each: Rule, at: number): { readonly option: object; readonly value: unknown } {
  if (!("from" in each)) {
    const value = { constant: at, wrong: "no", none: mkIf(false, 1), throws: (): never => fail() }[each.kind];
    return { option: option(types.either(int, types.attrsOf(int))), value };
  }
  // Calls are not remembered: a circle of nothing but calls is endless recursion, so these go only back.
  const other = each.kind === "call" ? Math.max(0, at - each.from) : (((at - each.from) % length) + length) % length;
  if (each.kind === "call" && at === 0) return { option: option(int), value: 0 };
  const before = (config: Given): number => numberOf(config[`o${other}`]);
  switch (each.kind) {
    case "next":
      return { option: option(int), value: ({ config }: Given) => before(config) + 1 };
    case "catch":
      return { option: option(int), value: ({ config }: Given) => orElse(() => before(config) + 1, -1) };
    case "branch":
      return { option: option(int), value: ({ config }: Given) => branch(before(config)) };
    case "if":
      return { option: option(int, { default: 3 }), value: mkIf(({ config }: Given) => before(config) % 3 === 0, at) };
    case "forced":
      return {
        option: option(int, { default: ({ config }: Given) => before(config) }),
        value: mkDefault(({ config }: Given) => before(config) - 1),
      };
    case "member":
      return {
        option: option(types.attrsOf(int)),
        value: { x: ({ config }: Given) => before(config) + 1, y: mkForce(1) },
      };
    case "call":
      return {
        option: option(types.functionTo(int)),
        value:
          ({ config }: Given) =>
          () =>
            before(config) + 1,
      };
    case "sub":
      return { option: option(sub), value: { x: ({ config }: Given) => before(config) + 1 } };
  }
}

function fail(): never {
  throw new Error("on purpose");
}

function branch(n: number): number {
  return n % 2 === 0 ? n : 7;
}

function orElse(code: () => number, fallback: number): number {
  try {
    return code();
  } catch {
    return fallback;
  }
}

/** What an option of any kind comes to, as a number. */
function numberOf(value: unknown): number {
  if (typeof value === "function") return numberOf((value as () => unknown)());
  return typeof value === "object" && value !== null ? numberOf((value as Given)["x"]) : Number(value);
}

/** What comes of reading an option: its number, or the codes and paths of the error. A cycle may be entered anywhere. */
function outcome(config: Given, name: string): unknown {
  try {
    return numberOf(config[name]);
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return error.diagnostics.map(({ code, path }) =>
      code === "infinite-recursion" ? code : `${code} ${(path ?? []).join(".")}`,
    );
  }
}

describe("the outcome of every option", () => {
  it("is the same in whatever order they are read", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: length, maxLength: length }),
        fc.infiniteStream(fc.nat()),
        (rules, random) => {
          const declared = rules.map(declare);
          const names = declared.map((_, at) => `o${at}`);
          const module = {
            options: Object.fromEntries(declared.map((each, at) => [`o${at}`, each.option])),
            config: Object.fromEntries(declared.map((each, at) => [`o${at}`, each.value])),
          };
          const outcomes = (order: readonly string[]): unknown => {
            const { config } = evaluate(module);
            return Object.fromEntries(order.map((name) => [name, outcome(config, name)]));
          };
          const expected = outcomes(names);
          const shuffled = names
            .map((name) => ({ name, rank: random.next().value }))
            .toSorted((a, b) => a.rank - b.rank);
          expect(outcomes(names.toReversed())).toEqual(expected);
          expect(outcomes(shuffled.map(({ name }) => name))).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
