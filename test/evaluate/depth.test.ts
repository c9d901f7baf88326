// Chains longer than JavaScript's stack, and data nested deeply.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { mkForce } from "../../src/authoring/priorities.ts";
import { types } from "../../src/types/types.ts";
import { counted, dataOf, evaluate, follow, type Given, option, read } from "./evaluation.ts";
import { diagnosticOf, problemOf } from "./problems.ts";

const timeout = 120_000;
const length = 100_000;
const int = option(types.int);

/** An object with a member for each number below `count`. */
function numbered(count: number, prefix: string, value: (at: number) => unknown): object {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${prefix}${at}`, value(at)]));
}

/** How the option before is read, or null for the first. */
type Before = ((config: Given) => Given) | null;

/** The value of the last of a chain of options; `value` makes each from how the one before is read. */
function chain(declared: unknown, value: (before: Before) => unknown, count: number = length): unknown {
  const options = numbered(count, "o", () => declared);
  const config = numbered(count, "o", (at) => value(at === 0 ? null : (all) => all[`o${at - 1}`] as Given));
  return read(evaluate({ options, config }), `o${count - 1}`);
}

describe("a chain of 100,000 options", { timeout }, () => {
  it("by default values", () => {
    const options = numbered(length, "o", (at) =>
      option(types.int, { default: at === 0 ? 1 : ({ config }: Given) => config[`o${at - 1}`] + 1 }),
    );
    expect(read(evaluate({ options }), `o${length - 1}`)).toBe(length);
  });

  it("by conditions", () => {
    const bool = option(types.bool, { default: false });
    const link = (before: Before): unknown =>
      before === null ? true : mkIf(({ config }: Given) => Boolean(before(config)), true);
    expect(chain(bool, link)).toBe(true);
  });

  it("by members of attrsOf", () => {
    const link = (before: Before): unknown => ({
      x: before === null ? 1 : ({ config }: Given) => before(config)["x"] + 1,
    });
    expect(follow(chain(option(types.attrsOf(types.int)), link), "x")).toBe(length);
  });

  it("by calls of functions", () => {
    // The cast: that is the type of each.
    const call = (value: unknown, argument: number): number => (value as (argument: number) => number)(argument);
    const link =
      (before: Before): unknown =>
      ({ config }: Given) =>
      (n: number): number =>
        before === null ? n : call(before(config), n) + 1;
    expect(call(chain(option(types.functionTo(types.int)), link), 1)).toBe(length);
  });
});

describe("a chain of 20,000", { timeout }, () => {
  const count = 20_000;

  it("definitions, of which every one is computed", () => {
    const link = (before: Before): unknown => (before === null ? 1 : ({ config }: Given) => Number(before(config)) + 1);
    expect(chain(int, link, count)).toBe(count);
    const config = numbered(count, "o", (at) => (at === 0 ? 1 : ({ config }: Given) => config[`o${at - 1}`] + 1));
    const printed = dataOf(evaluate({ options: numbered(count, "o", () => int), config }));
    expect(Object.values(printed as object).reduce((sum: number, n: unknown) => sum + Number(n), 0)).toBe(
      (count * (count + 1)) / 2,
    );
  });

  it("submodules", () => {
    const sub = option(types.submodule({ options: { x: int } }));
    const link = (before: Before): unknown => ({
      x: before === null ? 1 : ({ config }: Given) => before(config)["x"] + 1,
    });
    expect(follow(chain(sub, link, count), "x")).toBe(count);
  });

  it("members of one lazyAttrsOf", () => {
    const a = numbered(count, "k", (at) => (at === 0 ? 1 : ({ config }: Given) => config.a[`k${at - 1}`] + 1));
    expect(read(evaluate({ options: { a: option(types.lazyAttrsOf(types.int)) } }, { a }), `a.k${count - 1}`)).toBe(
      count,
    );
  });

  it("list elements", () => {
    const link = (before: Before): unknown => [before === null ? 1 : ({ config }: Given) => before(config)["0"] + 1];
    expect(chain(option(types.listOf(types.int)), link, count)).toEqual([count]);
  });

  it("applied values", () => {
    const options = ({ config }: Given): object =>
      numbered(count, "o", (at) =>
        mkOption({
          type: types.int,
          default: 1,
          apply: (n: number): number => (at === 0 ? n : n + config[`o${at - 1}`]),
        }),
      );
    expect(
      read(
        evaluate((args: Given) => ({ options: options(args) })),
        `o${count - 1}`,
      ),
    ).toBe(count);
  });

  it("types", () => {
    const declared = (at: number): unknown =>
      option(({ config }: Given) => (at === 0 || config[`o${at - 1}`] === 1 ? types.int : types.str));
    const options = numbered(count, "o", declared);
    expect(read(evaluate({ options, config: numbered(count, "o", () => 1) }), `o${count - 1}`)).toBe(1);
  });

  it("names of attrsOf, and of freeform values in submodules", () => {
    const link = (before: Before): unknown => ({
      x: before === null ? 1 : mkIf(({ config }: Given) => "x" in before(config), 1),
    });
    expect(chain(option(types.attrsOf(types.int)), link, count)).toEqual({ x: 1 });
    const sub = types.submodule({ freeformType: types.attrsOf(types.int) });
    expect(chain(option(sub), link, count / 4)).toEqual({ x: 1 });
  });

  it("names of submodules", () => {
    const sub = types.submodule({
      options: { x: option(types.str, { default: ({ name }: Given) => name as unknown }) },
    });
    const name = (at: number): unknown =>
      at === 0 ? "first" : ({ config }: Given) => config.s[`n${at - 1}`].x as unknown;
    const s = numbered(count / 4, "n", (at) => ({ _module: { args: { name: mkForce(name(at)) } } }));
    expect(read(evaluate({ options: { s: option(types.attrsOf(sub)) } }, { s }), `s.n${count / 4 - 1}.x`)).toBe(
      "first",
    );
  });

  it("calls of a function by itself", () => {
    const config = {
      f:
        ({ config }: Given) =>
        (n: number) =>
          n === 0 ? 0 : config.f(n - 1) + 1,
    };
    const evaluation = evaluate({ options: { f: option(types.functionTo(types.int)) }, config });
    expect((evaluation.config["f"] as (n: number) => number)(count)).toBe(count);
  });

  it("freeform values", () => {
    const config = numbered(count, "k", (at) => (at === 0 ? 1 : ({ config }: Given) => config[`k${at - 1}`] + 1));
    expect(read(evaluate({ freeformType: types.lazyAttrsOf(types.int), config }), `k${count - 1}`)).toBe(count);
  });
});

describe("when a chain makes the evaluator start over", () => {
  it("each value is computed a few times at most", () => {
    const value = counted(({ config }: Given, at: number): number => (at === 0 ? 0 : config[`o${at - 1}`] + 1));
    const config = numbered(2000, "o", (at) => (args: Given) => value(args, at));
    expect(read(evaluate({ options: numbered(2000, "o", () => int), config }), "o1999")).toBe(1999);
    expect(value.calls).toBeLessThan(6000);
  });

  it("the outcome may be an error, which is the same for all that need it", () => {
    const config = numbered(1000, "o", (at) =>
      at === 0 ? "no" : ({ config }: Given) => config[`o${at - 1}`] as unknown,
    );
    const evaluation = evaluate({ options: numbered(1000, "o", () => int), config });
    const first = diagnosticOf(() => read(evaluation, "o999"));
    expect(first).toMatchObject({ code: "wrong-type", path: ["o0"] });
    expect(evaluation.output().diagnostics).toEqual([first]);
  });

  it("an option may need many long chains", () => {
    const options = { sum: int, ...numbered(30, "c", () => option(types.lazyAttrsOf(types.int))) };
    const links = (chainAt: number): object =>
      numbered(300, "k", (at) => (at === 0 ? 1 : ({ config }: Given) => config[`c${chainAt}`][`k${at - 1}`] + 1));
    const sum = ({ config }: Given): number =>
      Array.from({ length: 30 }, (_, at): number => config[`c${at}`].k299).reduce((all, n) => all + n, 0);
    expect(read(evaluate({ options, config: { sum, ...numbered(30, "c", links) } }), "sum")).toBe(9000);
  });
});

/** `value` inside `depth` others, each made of the one inside. */
function nested(depth: number, innermost: unknown, wrap: (inner: unknown) => unknown): unknown {
  return Array.from({ length: depth }).reduce((inner) => wrap(inner), innermost);
}

/** What stands `depth` levels below, at `name` in each. */
function inside(value: unknown, depth: number, name: string): unknown {
  return Array.from({ length: depth }).reduce((inner) => (inner as Given)[name] as unknown, value);
}

describe("1,000 levels", { timeout }, () => {
  const deep = (inner: unknown): object => ({ a: inner });

  it("of sets of options", () => {
    const evaluation = evaluate({ options: nested(1000, { x: int }, deep) }, nested(1000, { x: 1 }, deep));
    expect(inside(evaluation.config, 1000, "a")).toMatchObject({ x: 1 });
    expect(inside(dataOf(evaluation), 1000, "a")).toEqual({ x: 1 });
  });

  it.each([
    ["attrsOf(anything)", types.attrsOf(types.anything)],
    ["anything", types.anything],
    ["raw", types.raw],
    ["json", types.json],
  ])("of sets in %s", (_name, type) => {
    const evaluation = evaluate({ options: { v: option(type) } }, { v: nested(1000, { x: 1 }, deep) });
    expect(inside(read(evaluation, "v"), 1000, "a")).toEqual({ x: 1 });
    expect(inside((dataOf(evaluation) as Given)["v"], 1000, "a")).toEqual({ x: 1 });
  });

  it.each([
    ["json", types.json],
    ["raw", types.raw],
    ["anything", types.anything],
  ])("of lists in %s", (_name, type) => {
    const evaluation = evaluate({ options: { v: option(type) } }, { v: nested(1000, 1, (inner) => [inner]) });
    expect(inside((dataOf(evaluation) as Given)["v"], 1000, "0")).toBe(1);
  });

  it("of equal lists that two modules define", () => {
    const value = (): unknown => nested(1000, 1, (inner) => [inner]);
    const evaluation = evaluate({ options: { v: option(types.anything) } }, { v: value() }, { v: value() });
    expect(inside(read(evaluation, "v"), 1000, "0")).toBe(1);
  });

  it("of submodules", () => {
    const sub: ReturnType<typeof option> = option(() =>
      types.nullOr(types.submodule({ options: { a: sub, x: option(types.int, { default: 1 }) } })),
    );
    const evaluation = evaluate({ options: { a: sub } }, { a: nested(999, {}, deep) });
    expect(inside(evaluation.config, 1000, "a")).toMatchObject({ x: 1, a: null });
    expect(inside(dataOf(evaluation), 1000, "a")).toEqual({ a: null, x: 1 });
  });

  it("of conditions and priorities around one value", () => {
    const value = nested(1000, 1, (inner) => mkIf(() => true, inner));
    expect(read(evaluate({ options: { n: int } }, { n: value }), "n")).toBe(1);
    expect(
      read(
        evaluate({ options: { n: int } }, { config: nested(1000, { n: 1 }, (inner) => mkIf(() => true, inner)) }),
        "n",
      ),
    ).toBe(1);
  });

  it("of imports", () => {
    const module = nested(1000, { options: { n: option(types.int, { default: 1 }) } }, (inner) => ({
      imports: [inner],
    }));
    expect(dataOf(evaluate(module))).toEqual({ n: 1 });
  });
});

describe("a stack used up by one function alone", () => {
  const recurse = (n: number): number => recurse(n + 1) + 1;

  it("is an error of its option, or of its module", () => {
    const evaluation = evaluate(
      { options: { n: int, m: int } },
      { _file: "/m.ts", config: { n: () => recurse(0), m: 1 } },
    );
    expect(problemOf(() => read(evaluation, "n"))).toMatchObject({ code: "stack-overflow", path: "n" });
    expect(problemOf(() => read(evaluation, "n"))).toMatchObject({ code: "stack-overflow", path: "n" });
    expect(read(evaluation, "m")).toBe(1);
    expect(problemOf(() => evaluate({ _file: "/m.ts", config: () => recurse(0) }).config)).toEqual({
      code: "stack-overflow",
      path: null,
      files: ["/m.ts"],
    });
  });

  it("is found also at the end of a chain, and by whoever reads", () => {
    const config = numbered(500, "o", (at) =>
      at === 0 ? (): number => recurse(0) : ({ config }: Given) => config[`o${at - 1}`] as unknown,
    );
    const evaluation = evaluate({ options: numbered(500, "o", () => int), config });
    for (const path of ["o499", "o0", "o250"])
      expect(problemOf(() => read(evaluation, path)).code).toBe("stack-overflow");
  });

  it("by reading config deep in its own recursion is no error if that fits the stack", () => {
    const dive = (depth: number, read: () => number): number => (depth === 0 ? read() : dive(depth - 1, read) + 0);
    const config = numbered(200, "o", (at) =>
      at === 0 ? 1 : ({ config }: Given) => dive(3000, () => config[`o${at - 1}`] + 1),
    );
    expect(read(evaluate({ options: numbered(200, "o", () => int), config }), "o199")).toBe(200);
  });

  it("is not what user code says in an error of its own", () => {
    const throwing = (): never => {
      throw new Error("call stack size is a fine phrase");
    };
    expect(problemOf(() => read(evaluate({ options: { n: int } }, { n: throwing }), "n")).code).toBe("value-threw");
  });
});
