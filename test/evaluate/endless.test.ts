// Configurations whose computation has no end: found as such, in time, whoever reads and whatever user code catches.
import { describe, expect, it } from "vitest";
import { evalModules } from "./lint-cases.ts";
import { types } from "../../src/types/types.ts";
import { counted, evaluate, type Given, option, read } from "./evaluation.ts";
import { diagnosticOf, problemOf } from "./problems.ts";

const timeout = 120_000;
const int = option(types.int);
const fn = option(types.functionTo(types.int));

/** What `code` returns; if it throws, `fallback`. */
function orElse(fallback: number, code: () => number): number {
  try {
    return code();
  } catch {
    return fallback;
  }
}

describe("functions that call each other without end", { timeout }, () => {
  const options = { f: fn, g: fn, v: int, w: int, good: int };
  const ring = (call: (f: () => number) => number): object => ({
    options,
    config: {
      f:
        ({ config }: Given) =>
        (): number =>
          call(config.g) + 1,
      g:
        ({ config }: Given) =>
        (): number =>
          call(config.f),
      v: ({ config }: Given): number => config.f() as number,
      w: ({ config }: Given): number => orElse(7, () => config.v as number),
      good: 1,
    },
  });

  it.each<readonly [string, (f: () => number) => number]>([
    ["as they are", (f) => f()],
    ["catching what the other throws", (f) => orElse(7, f)],
    ["twice, and catching it", (f) => orElse(7, f) + orElse(7, f)],
  ])("%s", (_name, call) => {
    const evaluation = evaluate(ring(call));
    const first = diagnosticOf(() => read(evaluation, "v"));
    expect(first.code).toBe("stack-overflow");
    // What needs it ends in the same, which is remembered and cannot be caught.
    expect(["w", "v", "w"].map((path) => diagnosticOf(() => read(evaluation, path)))).toEqual([first, first, first]);
    expect(read(evaluation, "good")).toBe(1);
  });

  it("are found as well where they are called from outside, and where they are caught before anybody knows", () => {
    const evaluation = evaluate(ring((f) => f()));
    const problem = problemOf(() => (read(evaluation, "f") as () => number)());
    expect(problem).toMatchObject({ code: "stack-overflow", path: "f.<function body>" });
    expect(problemOf(() => read(evaluation, "w")).code).toBe("stack-overflow");
  });
});

describe("evaluations inside one another without end", { timeout }, () => {
  const extending = (extend: (given: Given) => unknown): object => ({
    options: { v: int, good: int },
    config: { v: extend, good: 1 },
  });

  it.each<readonly [string, (given: Given) => unknown]>([
    ["extends itself", ({ extendModules }) => extendModules({}).config.v as unknown],
    ["extends itself by more", ({ extendModules }) => extendModules({ modules: [{ good: 1 }] }).config.v as unknown],
    ["extends itself in vain", ({ extendModules }) => orElse(7, () => extendModules({}).config.v as number)],
    [
      "extends itself twice in vain",
      ({ extendModules }) =>
        orElse(7, () => extendModules({}).config.v as number) + orElse(7, () => extendModules({}).config.v as number),
    ],
  ])("of a module that %s", (_name, extend) => {
    const evaluation = evaluate(extending(extend));
    const problem = problemOf(() => read(evaluation, "v"));
    expect(problem).toMatchObject({ code: "stack-overflow", path: "v" });
    expect(problemOf(() => read(evaluation, "v"))).toEqual(problem);
    expect(read(evaluation, "good")).toBe(1);
  });

  it("of submodules that are variants of the whole", () => {
    const variants = option(({ moduleType }: Given) => types.attrsOf(moduleType as typeof types.raw), { default: {} });
    const config = { n: ({ config }: Given) => config.variants.a.n as unknown, variants: { a: {} } };
    const { code, path } = diagnosticOf(() => read(evaluate({ options: { n: int, variants }, config }), "n"));
    expect([code, ...new Set(path)]).toEqual(["stack-overflow", "variants", "a"]);
  });

  it.each<readonly [string, (again: () => unknown) => object]>([
    ["an option", (again) => ({ v: again })],
    [
      "an option far from the one that is read",
      (again) => ({
        v: ({ config }: Given) => config.a.k299 as unknown,
        a: Object.fromEntries(
          Array.from({ length: 300 }, (_, at) => [
            `k${at}`,
            ({ config }: Given): unknown => (at === 0 ? again() : config.a[`k${at - 1}`]),
          ]),
        ),
      }),
    ],
  ])("that are begun anew in %s", (_name, configOf) => {
    const options = { v: int, a: option(types.lazyAttrsOf(types.int)), good: int };
    const again = counted((): unknown => evalModules({ modules: [module] }).config["v"]);
    const module: object = { options, config: { good: 1, ...configOf(() => again()) } };
    const evaluation = evaluate(module);
    expect(problemOf(() => read(evaluation, "v")).code).toBe("stack-overflow");
    expect(problemOf(() => read(evaluation, "v")).code).toBe("stack-overflow");
    // Each holds some of the stack. They do not start over and over to see whether it suffices after all.
    expect(again.calls).toBeLessThan(10_000);
    expect(read(evaluation, "good")).toBe(1);
  });

  it("that are begun anew while names are collected", () => {
    const module = (): object => ({
      options: { v: int },
      config: { v: evalModules({ modules: [module] }).config["v"] },
    });
    expect(problemOf(() => read(evaluate(module), "v")).code).toBe("stack-overflow");
  });
});

describe("evaluations inside one another that come to an end", { timeout }, () => {
  it("may be 500 extensions", () => {
    const module = {
      options: { n: int, v: int },
      config: {
        v: ({ config, extendModules }: Given): number =>
          config.n === 0 ? 0 : (extendModules({ specialArgs: { left: config.n - 1 } }).config.v as number) + 1,
        n: ({ left }: Given): unknown => left,
      },
    };
    expect(read(evalModules({ modules: [module], specialArgs: { left: 500 } }), "v")).toBe(500);
  });

  it("may be 50 evaluations of their own", () => {
    const nested = (left: number): object => ({
      options: { v: int },
      config: {
        v: (): number =>
          left === 0 ? 0 : (evalModules({ modules: [nested(left - 1)] }).config as { readonly v: number }).v + 1,
      },
    });
    expect(read(evaluate(nested(50)), "v")).toBe(50);
  });
});
