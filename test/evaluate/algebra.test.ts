// Laws that hold whatever modules say: where order does not matter, and which ways of writing a thing are the same.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mkBefore, mkDefault, mkForce, mkIf, mkMerge, mkOption, mkOrder } from "../../src/authoring/index.ts";
import { isConfixError } from "../../src/diagnostics/errors.ts";
import { showPath } from "../../src/kernel/path.ts";
import type { OptionTree } from "../../src/model/option.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, type Given } from "./evaluation.ts";

// One option for each way of merging. Sets of options stand at two levels.
const inner = { size: mkOption({ type: types.int, default: 0 }), list: mkOption({ type: types.listOf(types.int) }) };
const options: OptionTree = {
  int: mkOption({ type: types.nullOr(types.int) }),
  list: mkOption({ type: types.listOf(types.int), default: [] }),
  lines: mkOption({ type: types.lines }),
  set: mkOption({ type: types.attrsOf(types.listOf(types.int)) }),
  lazySet: mkOption({ type: types.lazyAttrsOf(types.nullOr(types.int)) }),
  any: mkOption({ type: types.anything, default: {} }),
  sub: mkOption({ type: types.submodule({ options: inner }) }),
  subs: mkOption({ type: types.attrsOf(types.submodule({ options: inner })) }),
  above: { below: mkOption({ type: types.listOf(types.int), default: [1] }), other: mkOption({ default: null }) },
};
const declaring = { options };

// ---- Definitions, with properties around and inside.

type Wrap = (definition: unknown) => unknown;

const wrap: fc.Arbitrary<Wrap> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Wrap>((definition) => definition) },
  { weight: 1, arbitrary: fc.boolean().map<Wrap>((holds) => (definition) => mkIf(holds, definition)) },
  { weight: 1, arbitrary: fc.constantFrom<Wrap>(mkForce, mkDefault, mkBefore) },
  { weight: 1, arbitrary: fc.nat(2000).map<Wrap>((order) => (definition) => mkOrder(order, definition)) },
  { weight: 1, arbitrary: fc.constant<Wrap>((definition) => () => definition) },
);

function wrapped(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(wrap, value).map(([around, content]) => around(content));
}

const number = fc.nat(3);
const list = wrapped(fc.array(number, { maxLength: 2 }));
const submodule = wrapped(fc.record({ size: wrapped(number), list }, { requiredKeys: [] }));

function named(value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc.dictionary(fc.constantFrom("x", "y", "z"), value, { maxKeys: 3, noNullPrototype: true });
}

const definitions: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  int: wrapped(fc.option(number)),
  list,
  lines: wrapped(fc.constantFrom("a", "b")),
  set: wrapped(named(list)),
  lazySet: wrapped(named(wrapped(number))),
  any: wrapped(named(wrapped(number))),
  sub: submodule,
  subs: wrapped(named(submodule)),
  above: wrapped(fc.record({ below: list, other: wrapped(number) }, { requiredKeys: [] })),
};

/** What one module defines. */
const config = fc.record(definitions, { requiredKeys: [], noNullPrototype: true });
const configs = fc.array(config, { minLength: 1, maxLength: 4 });

// ---- What an evaluation comes to: each value, or what is wrong with it.

function outcomeOf(...modules: readonly unknown[]): unknown {
  const evaluation = evaluate(declaring, ...modules);
  const read = (name: string): unknown => attempt(() => toData((evaluation.config as Given)[name]));
  return Object.fromEntries(Object.keys(options).map((name) => [name, read(name)]));
}

function attempt(code: () => unknown): unknown {
  try {
    return code();
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return error.diagnostics.map(({ code: found, path }) => `${found} ${showPath(path ?? [])}`).toSorted();
  }
}

function toData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toData);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toData(member)]));
}

function same(left: readonly unknown[], right: readonly unknown[]): void {
  expect(outcomeOf(...left)).toEqual(outcomeOf(...right));
}

/** The same, but for the order in lists and lines. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unordered).toSorted();
  if (typeof value === "string") return value.split("\n").toSorted();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unordered(member)]));
}

function check<T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  law: (...values: T) => void,
): void {
  fc.assert(fc.property(...arbitraries, law), { numRuns: 40 });
}

describe("modules", () => {
  it("in another order say the same, but for the order in lists", () => {
    const shuffled = configs.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    check([shuffled], ([all, others]) => {
      expect(unordered(outcomeOf(...others))).toEqual(unordered(outcomeOf(...all)));
    });
  });

  it("imported twice, by whomever, are imported once", () => {
    check([configs], (all) => {
      same([...all, ...all], all);
      same([...all, { imports: [...all, { imports: all }] }], all);
      same(
        all.map((module) => ({ imports: [module, module] })),
        all.map((module) => ({ imports: [module] })),
      );
    });
  });

  it("placed somewhere, or made by a function, are what they are", () => {
    check([configs], (all) => {
      same(
        all.map((module) => () => module),
        all,
      );
      same(
        all.map((module, at) => ({ _file: `/${at}.ts`, config: module })),
        all,
      );
    });
  });

  it("that say nothing change nothing", () => {
    check([configs, fc.nat(4)], (all, at) => {
      same([...all.slice(0, at), {}, { imports: [] }, mkIf(false, {}), ...all.slice(at)], all);
    });
  });

  it("do not spoil what others say about other options", () => {
    const bomb = (): never => {
      throw new Error("computed");
    };
    check([configs], (all) => {
      const { int: _int, above: _above, ...without } = outcomeOf(...all) as Given;
      expect(outcomeOf(...all, { int: bomb, above: { other: bomb } })).toEqual(expect.objectContaining(without));
    });
  });
});

describe("mkMerge", () => {
  it("of definitions is as many modules, of which later ones come first", () => {
    check([configs], (all) => {
      same([{ config: mkMerge(all) }], all.toReversed());
    });
  });

  it("is associative, and one definition or none is itself", () => {
    check([config, config, config], (a, b, c) => {
      same([{ config: mkMerge([mkMerge([a, b]), c]) }], [{ config: mkMerge([a, b, c]) }]);
      same([{ config: mkMerge([a, mkMerge([b, c])]) }], [{ config: mkMerge([a, b, c]) }]);
      same([{ config: mkMerge([a]) }], [{ config: a }]);
      same([a, { config: mkMerge([]) }], [a]);
    });
  });

  it("may stand at the option instead of above it", () => {
    check([configs, fc.constantFrom(...Object.keys(definitions))], (all, name) => {
      const values = all.flatMap((each) => (name in each ? [(each as Given)[name] as unknown] : []));
      same([{ config: mkMerge(values.map((value) => ({ [name]: value }))) }], [{ [name]: mkMerge(values) }]);
    });
  });
});

describe("mkIf", () => {
  it("of true is its content, of false nothing", () => {
    check([configs, config], (all, more) => {
      same([...all, { config: mkIf(true, more) }], [...all, more]);
      same([...all, { config: mkIf(false, more) }], all);
    });
  });

  it("of two conditions is of both", () => {
    check([fc.boolean(), fc.boolean(), config], (one, two, content) => {
      same([{ config: mkIf(one, mkIf(two, content)) }], [{ config: mkIf(one && two, content) }]);
    });
  });

  it("computed is as written", () => {
    check([fc.boolean(), configs, config], (holds, all, more) => {
      const lazily = mkIf(({ config: { above } }: Given) => above.given === holds, more);
      const given = { options: { above: { given: mkOption({ default: true }) } } };
      same([given, ...all, { config: lazily }], [given, ...all, { config: mkIf(holds, more) }]);
    });
  });
});

describe("a property of a set of options", () => {
  it.each<[name: string, property: Wrap]>([
    ["mkForce", mkForce],
    ["mkDefault", mkDefault],
    ["mkBefore", mkBefore],
    ["mkIf", (content) => mkIf(true, content)],
    ["mkMerge", (content) => mkMerge([content])],
  ])("is one of each option in it: %s", (_name, property) => {
    check([configs, config], (all, more) => {
      const each = Object.entries(more).map(([name, value]) => [name, property(value)] as const);
      same([...all, { config: property(more) }], [...all, Object.fromEntries(each)]);
    });
  });
});

describe("attrsOf", () => {
  const names = ["set", "lazySet", "any", "subs"] as const;
  const set = fc
    .constantFrom(...names)
    .chain((name) =>
      fc.tuple(fc.constant(name), named(name === "subs" ? submodule : name === "set" ? list : wrapped(number))),
    );

  it("makes one set of many: it does not matter which definition names come from", () => {
    check([set, fc.func(fc.boolean())], ([name, value], isFirst) => {
      const part = (which: boolean): object =>
        Object.fromEntries(Object.entries(value).filter(([key]) => isFirst(key) === which));
      same([{ [name]: part(true) }, { [name]: part(false) }], [{ [name]: value }]);
      same([{ [name]: mkMerge([part(true), part(false)]) }], [{ [name]: value }]);
    });
  });

  it("merges each name by itself", () => {
    check([fc.array(named(list), { minLength: 1, maxLength: 4 })], (sets) => {
      const valueOf = (values: readonly object[]): object =>
        (outcomeOf(...values.map((value) => ({ set: value }))) as Given)["set"] as object;
      const names = [...new Set(sets.flatMap((each) => Object.keys(each)))];
      const single = names.flatMap((name) => {
        const values = sets.flatMap((each) => (name in each ? [{ [name]: (each as Given)[name] as unknown }] : []));
        return Object.entries(valueOf(values));
      });
      expect(valueOf(sets)).toEqual(Object.fromEntries(single));
    });
  });
});
