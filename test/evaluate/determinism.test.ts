// Whoever reads first, the outcome is the same: random configurations, read in random orders.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { mkDefault, mkForce } from "../../src/authoring/priorities.ts";
import { isConfixError } from "../../src/diagnostics/errors.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, type Given, option } from "./evaluation.ts";

// More options than thunks are forced inside one another, so that chains make the evaluator start over. Cycles of any
// kind are among the cases. Two things are not, because nothing remembers them, and each would be computed once more
// whenever somebody needs it:
// - Circles of nothing but calls of functions. They have no end, as in any language; that it is found out takes a
//   second for each call from outside. See `endless.test.ts`.
// - Functions that call two others: that is work which doubles with each.
const length = 260;

const leaves = ["constant", "wrong", "none", "throws"] as const;
const links = [
  "next",
  "catch",
  "both",
  "branch",
  "if",
  "forced",
  "default",
  "apply",
  "member",
  "list",
  "sub",
  "members of sub",
  "state",
  "call",
  "catching call",
] as const;

/** How an option is defined, by others if `from` tells them by their distance before it. */
type Rule =
  | { readonly kind: (typeof leaves)[number]; readonly from: null }
  | { readonly kind: (typeof links)[number]; readonly from: readonly [number, number] };

// Mostly the option just before, so that chains get long; now and then any, so that there are cycles.
const distance = fc.oneof(
  { weight: 30, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 * length }) },
);
const rule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom(...leaves), from: fc.constant(null) }) },
  { weight: 60, arbitrary: fc.record({ kind: fc.constantFrom(...links), from: fc.tuple(distance, distance) }) },
);

const int = types.int;
const sub = types.submodule({ options: { x: option(int) } });

/** The option of a rule, made with the arguments of its module, and its definition; `at` is its place. */
function declare(rule: Rule, at: number): { readonly option: (args: Given) => object; readonly value: unknown } {
  if (rule.from === null) {
    const value = { constant: at, wrong: "no", none: mkIf(false, 1), throws: (): never => fail() }[rule.kind];
    return { option: () => option(types.either(int, types.attrsOf(int))), value };
  }
  const isCall = rule.kind === "call" || rule.kind === "catching call";
  if (isCall && at === 0) return { option: () => option(int), value: 0 };
  const [one, other] = rule.from.map((from) => (isCall ? Math.max(0, at - from) : (at + 2 * length - from) % length));
  const first = (config: Given): number => numberOf(config[`o${one}`]);
  const second = (config: Given): number => numberOf(config[`o${other}`]);
  switch (rule.kind) {
    case "next":
      return { option: () => option(int), value: ({ config }: Given) => first(config) + 1 };
    case "catch":
      return { option: () => option(int), value: ({ config }: Given) => orElse(() => first(config) + 1, -1) };
    case "both":
      return {
        option: () => option(int),
        value: ({ config }: Given) => orElse(() => first(config), -1) - orElse(() => second(config), -2),
      };
    case "branch":
      return { option: () => option(int), value: ({ config }: Given) => branch(first(config)) };
    case "if":
      return {
        option: () => option(int, { default: 3 }),
        value: mkIf(({ config }: Given) => first(config) % 3 === 0, at),
      };
    case "forced":
      return {
        option: () => option(int, { default: ({ config }: Given) => second(config) }),
        value: mkDefault(({ config }: Given) => first(config) - 1),
      };
    case "default":
      return {
        option: () => option(int, { default: ({ config }: Given) => first(config) + 1 }),
        value: mkIf(({ config }: Given) => second(config) % 4 === 0, at),
      };
    case "apply":
      return {
        option: ({ config }) => mkOption({ type: int, apply: (n: number) => n + first(config as Given) }),
        value: ({ config }: Given) => second(config) % 10,
      };
    case "member":
      return {
        option: () => option(types.attrsOf(int)),
        value: { x: ({ config }: Given) => first(config) + 1, y: mkForce(1) },
      };
    case "list":
      return {
        option: () => option(types.listOf(int)),
        value: [({ config }: Given) => first(config) + 1, mkIf(({ config }: Given) => second(config) % 2 === 0, 4)],
      };
    case "sub":
      return { option: () => option(sub), value: { x: ({ config }: Given) => first(config) + 1 } };
    case "members of sub":
      return {
        option: () => option(types.attrsOf(sub)),
        value: { x: mkIf(({ config }: Given) => second(config) > 0, { x: ({ config }: Given) => first(config) + 1 }) },
      };
    case "state":
      return {
        option: () => option(int),
        value: ({ options }: Given) => Number(options[`o${one}`].highestPrio) + Number(options[`o${other}`].isDefined),
      };
    case "call":
      return {
        option: () => option(types.functionTo(int)),
        value:
          ({ config }: Given) =>
          () =>
            first(config) + 1,
      };
    case "catching call":
      return {
        option: () => option(types.functionTo(int)),
        value:
          ({ config }: Given) =>
          () =>
            orElse(() => first(config) + 1, -3),
      };
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

/** What an option of any kind comes to, as a small number. */
function numberOf(value: unknown): number {
  if (typeof value === "function") return numberOf((value as () => unknown)());
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + numberOf(each), 0);
  return typeof value === "object" && value !== null ? numberOf((value as Given)["x"]) : Number(value) % 1000;
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
  const names = Array.from({ length }, (_, at) => `o${at}`);
  const orders = fc.tuple(fc.shuffledSubarray(names, { minLength: length }), fc.shuffledSubarray(names));

  // The seeds are fixed, so that a run of the tests is like any other.
  it.each([1, 2, 3, 4])("is the same in whatever order they are read (%i)", { timeout: 120_000 }, (seed) => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(rule, { minLength: length, maxLength: length }), orders, (rules, [all, some]) => {
        const declared = rules.map(declare);
        const config = Object.fromEntries(declared.map(({ value }, at) => [`o${at}`, value]));
        const options = (args: Given): object =>
          Object.fromEntries(declared.map((each, at) => [`o${at}`, each.option(args)]));
        const outcomes = (order: readonly string[]): object => {
          const evaluation = evaluate((args: Given) => ({ options: options(args), config }));
          return Object.fromEntries(order.map((name) => [name, outcome(evaluation.config, name)]));
        };
        const expected = outcomes(names);
        for (const each of Object.values(expected)) met.add(typeof each === "number" ? "number" : String(each));
        expect(outcomes(names.toReversed())).toEqual(expected);
        expect(outcomes(all)).toEqual(expected);
        expect(expected).toMatchObject(outcomes(some));
      }),
      { seed, numRuns: 15 },
    );
    // Else the cases would say nothing.
    expect(met).toContain("number");
    expect(met).toContain("infinite-recursion");
    expect([...met].some((each) => each.startsWith("value-threw"))).toBe(true);
  });
});
