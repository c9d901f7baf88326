// User code that catches what reading `config` throws: it may catch failures, but can never corrupt a result.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { mkOptionType } from "../../src/types/define-type.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, type Given, option, read } from "./evaluation.ts";
import { problemOf } from "./problems.ts";

const int = option(types.int);
const depth = 2000;

/** Options `o0`, `o1`, … of which each adds one to the one before: so many that reading the last starts over. */
const deep = {
  options: Object.fromEntries(Array.from({ length: depth }, (_, at) => [`o${at}`, int])),
  config: Object.fromEntries(
    Array.from({ length: depth }, (_, at) => [
      `o${at}`,
      at === 0 ? 1 : ({ config }: Given): unknown => config[`o${at - 1}`] + 1,
    ]),
  ),
};
const last = ({ config }: Given): number => config[`o${depth - 1}`] as number;

/** What `code` returns; if it throws, `fallback`. */
function orElse<T>(fallback: T, code: () => T): T {
  try {
    return code();
  } catch {
    return fallback;
  }
}

describe("while a deep chain is unwound, code that catches everything decides nothing", () => {
  const caught = (args: Given): number => orElse(-1, () => last(args));
  const lists = types.listOf(types.int);

  it.each<readonly [string, object, object, unknown]>([
    ["in a value", { v: int }, { v: caught }, depth],
    ["in a default", { v: option(types.int, { default: caught }) }, {}, depth],
    ["in a condition", { v: option(lists) }, { v: mkIf((args: Given) => caught(args) === depth, [1]) }, [1]],
    [
      "in a condition around everything",
      { v: option(lists) },
      mkIf((args: Given) => caught(args) === depth, { v: [1] }),
      [1],
    ],
    ["in a list element", { v: option(lists) }, { v: [caught, 2] }, [depth, 2]],
    ["in a type", { v: option((args: Given) => (caught(args) === depth ? types.int : types.str)) }, { v: 1 }, 1],
    [
      "in an argument",
      { v: int },
      { v: ({ extra }: Given): unknown => extra, _module: { args: { extra: caught } } },
      depth,
    ],
    ["in several places", { v: int }, { v: (args: Given) => caught(args) + orElse(-1, () => caught(args)) }, 2 * depth],
    [
      "by reading something else instead",
      { v: int, w: int },
      { v: (args: Given): unknown => orElse(0, () => last(args)) || args["config"].w, w: 7 },
      depth,
    ],
    [
      "in a finally",
      { v: int },
      {
        v: (args: Given): number => {
          let value = -1;
          try {
            value = last(args);
          } finally {
            // oxlint-disable-next-line no-unsafe-finally
            return value;
          }
        },
      },
      depth,
    ],
    [
      "by wrapping the error",
      { v: int },
      {
        v: (args: Given): number => {
          try {
            return last(args);
          } catch (error) {
            throw new Error("wrapped", { cause: error });
          }
        },
      },
      depth,
    ],
  ])("%s", (_name, options, config, expected) => {
    const evaluation = evaluate(deep, { options, config });
    expect(read(evaluation, "v")).toEqual(expected);
    expect(read(evaluation, "v")).toEqual(expected);
  });

  it("in apply", () => {
    const applied = mkOption({ type: types.int, default: 1, apply: (value: number) => value });
    const reads = ({ config }: Given): object => ({
      options: {
        v: mkOption({ type: types.int, default: 1, apply: () => orElse(-1, () => last({ config })) }),
        applied,
      },
    });
    expect(read(evaluate(deep, reads), "v")).toBe(depth);
  });

  it("in the functions of a type", () => {
    const reads = ({ config }: Given): object => {
      const caught = (): boolean => orElse(false, () => last({ config }) === depth);
      const type = mkOptionType({ name: "own", check: caught, merge: () => caught() });
      return { options: { v: option(type, { default: 1 }) } };
    };
    expect(read(evaluate(deep, reads), "v")).toBe(true);
  });

  it("in code of a submodule that reads the evaluation around it", () => {
    const sub = types.submodule({ options: { nested: { x: option(types.int, { default: 0 }) } } });
    const nested = (args: Given): object => (caught(args) === depth ? { x: 1 } : {});
    expect(read(evaluate(deep, { options: { s: option(sub) }, config: { s: { nested } } }), "s.nested.x")).toBe(1);
  });

  it("in a function that is called later", () => {
    const config = { f: (args: Given) => (): number => caught(args) };
    const evaluation = evaluate(
      deep,
      { options: { f: option(types.functionTo(types.int)), v: int }, config },
      { v: ({ config }: Given) => config.f() as unknown },
    );
    expect(read(evaluation, "v")).toBe(depth);
  });

  it("by giving it to a promise, which fails or succeeds as the value does", async () => {
    const promised = (args: Given): unknown => Promise.resolve().then(() => last(args));
    const evaluation = evaluate(deep, { options: { v: option(types.raw) }, config: { v: promised } });
    expect(await read(evaluation, "v")).toBe(depth);
    const bad = evaluate(
      { options: { v: option(types.raw), n: int } },
      { v: ({ config }: Given) => Promise.resolve().then(() => config.n as unknown) },
    );
    await expect(read(bad, "v")).rejects.toThrow("`n`");
  });
});

describe("a failure of a value may be caught", () => {
  const options = { v: int, bad: int, none: int };
  const config = { bad: "no" };

  it.each<readonly [string, (config: Given) => unknown]>([
    ["of the wrong type", (all) => all["bad"]],
    ["without a value", (all) => all["none"]],
    ["that nobody declares", (all) => all["nothing"]],
  ])("%s, and always in the same way", (_name, look) => {
    const v = ({ config: all }: Given): number => orElse(7, () => look(all as Given) as number);
    expect(read(evaluate({ options, config }, { v }), "v")).toBe(7);
    const evaluation = evaluate({ options, config }, { v });
    orElse(null, () => look(evaluation.config));
    expect([read(evaluation, "v"), read(evaluation, "v")]).toEqual([7, 7]);
    expect(problemOf(() => look(evaluation.config)).path).not.toBe("v");
  });

  it("at the end of a deep chain", () => {
    const bad = {
      options: { start: int, v: int },
      config: { start: "no", o0: ({ config: all }: Given) => all.start as unknown },
    };
    const broken = {
      options: deep.options,
      config: Object.fromEntries(Object.entries(deep.config).filter(([name]) => name !== "o0")),
    };
    for (const first of ["v", "o1999"]) {
      const evaluation = evaluate(broken, bad, { v: (args: Given) => orElse(7, () => last(args)) });
      orElse(null, () => read(evaluation, first));
      expect(read(evaluation, "v")).toBe(7);
      expect(problemOf(() => read(evaluation, "o1999"))).toMatchObject({ code: "wrong-type", path: "start" });
    }
  });
});

describe("two evaluations that read each other", () => {
  it("are unwound together, however long the chain between them", () => {
    const length = 1000;
    const names = Array.from({ length }, (_, at) => `o${at}`);
    const options = Object.fromEntries(names.map((name) => [name, int]));
    const evaluations: Given[] = [];
    const link =
      (own: number) =>
      (at: number): unknown =>
        at === 0 && own === 0 ? 1 : () => (evaluations[1 - own] ?? {})["config"][`o${own === 0 ? at - 1 : at}`] + 1;
    for (const own of [0, 1]) {
      const value = link(own);
      evaluations.push(
        evaluate({
          options,
          config: Object.fromEntries(names.map((name, at) => [name, value(at)])),
        }) as unknown as Given,
      );
    }
    expect((evaluations[1] ?? {})["config"][`o${length - 1}`]).toBe(2 * length);
    expect((evaluations[0] ?? {})["config"]["o0"]).toBe(1);
  });
});
