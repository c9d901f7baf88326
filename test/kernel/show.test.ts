// Showing values: readable, short, and total.
import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeValue } from "../../src/kernel/describe-value.ts";
import { makeRecord } from "../../src/kernel/record.ts";
import { kindOf, type Mark, show } from "../../src/kernel/show.ts";
import { deepList, forbidden, hostileProxy, hostileValues, loop, withGetters } from "./hostile.ts";

describe("show", () => {
  it.each<readonly [unknown, string]>([
    ["text", '"text"'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    [1.5, "1.5"],
    [-0, "-0"],
    [Number.NaN, "NaN"],
    [12n, "12n"],
    [true, "true"],
    [null, "null"],
    [undefined, "undefined"],
    [forbidden, "<function>"],
    [Symbol("s"), "<symbol>"],
    [new Date(0), "<Date>"],
    [new Map(), "<Map>"],
    [Promise.resolve(1), "<Promise>"],
    [new Uint8Array(2), "<Uint8Array>"],
    [
      new (class Site {
        readonly port = 80;
      })(),
      "<Site>",
    ],
    [
      new (class {
        readonly port = 80;
      })(),
      "<object>",
    ],
    [Object.create({ a: 1 }), "<object>"],
    [Object.assign([], { 0: 1, 2: 2 }), "[\n  1,\n  <hole>,\n  2,\n]"],
    [{}, "{}"],
    [[], "[]"],
    [[1, ["a"]], '[\n  1,\n  [\n    "a",\n  ],\n...'],
    [{ b: 1, a: null }, "{\n  a: null,\n  b: 1,\n}"],
    [{ "a b": 1, if: 2, "": 3 }, '{\n  "": 3,\n  "a b": 1,\n  "if": 2,\n}'],
    [Object.fromEntries([["__proto__", 1]]), "{\n  __proto__: 1,\n}"],
  ])("of %o is %s", (value, shown) => {
    expect(show(value)).toBe(shown);
  });

  it("cuts lines, width and depth where it is told, and at 5, 100 and 10 by itself", () => {
    expect(show([1, 2, 3, 4, 5])).toBe("[\n  1,\n  2,\n  3,\n  4,\n...");
    expect(show([1, 2, 3])).toBe("[\n  1,\n  2,\n  3,\n]");
    expect(show("x".repeat(101))).toBe(`"${"x".repeat(100)}"...`);
    expect(show("x".repeat(100))).toBe(`"${"x".repeat(100)}"`);
    expect(show([["a"]], { lines: 10, depth: 1 })).toBe("[\n  <deep>,\n]");
    expect(show(deepList(11), { lines: 30 })).toContain("<deep>");
    expect(show(deepList(9), { lines: 30 })).not.toContain("<deep>");
    expect(show("abcdef", { width: 3 })).toBe('"abc"...');
  });

  it.each<readonly [unknown, string]>([
    [[], "[]"],
    [{}, "{}"],
    [[1, "a,]", [2]], '[1, "a,]", [2]]'],
    [{ a: 1, b: { c: [] } }, "{ a: 1, b: { c: [] } }"],
    [Array.from({ length: 30 }, () => 1), `[${"1, ".repeat(19)}...`],
    [["x".repeat(99), 1], `["${"x".repeat(98)}...`],
  ])("shows on one line, if there is only one: %j", (value, shown) => {
    expect(show(value, { lines: 1 })).toBe(shown);
  });

  it("shows a proxy that throws as an object, and what stands beside it as it is", () => {
    const half = new Proxy(
      { a: 1, b: 2 },
      {
        getOwnPropertyDescriptor: (_target, name) =>
          name === "b" ? forbidden() : { value: 1, enumerable: true, configurable: true },
      },
    );
    expect(show({ a: 1, b: hostileProxy(), c: half })).toBe("{\n  a: 1,\n  b: <object>,\n  c: <object>,\n}");
  });

  it("shows what is marked by its mark, and what the mark stands around inside of it", () => {
    const mark = (value: object): Mark | null => {
      if ("hidden" in value) return { before: "hidden", inside: null, after: "" };
      return "inner" in value ? { before: "f(", inside: { value: value.inner }, after: ")" } : null;
    };
    expect(show({ a: { inner: 1 }, b: { hidden: 2 } }, { mark })).toBe("{\n  a: f(1),\n  b: hidden,\n}");
    expect(show({ inner: { inner: [1] } }, { mark })).toBe("f(f([\n  1,\n]))");
    const loops: { inner?: object } = {};
    loops.inner = loops;
    expect(show(loops, { mark, depth: 3 })).toBe("f(f(f(<deep>)))");
  });

  it("shows a getter as what it is: something that would have to be computed", () => {
    expect(show(withGetters())).toBe("{\n  plain: 1,\n  trap: <lazy>,\n}");
  });

  it("shows what is in itself as deep as anything else", () => {
    expect(show(loop(), { lines: 30 })).toContain("<deep>");
  });

  it("shows of a lazy record what is known, and computes nothing", () => {
    const record = makeRecord({
      keys: () => ["known", "unknown"],
      has: () => true,
      get: forbidden,
      peek: (name) => (name === "known" ? { value: 1 } : null),
    });
    expect(show({ record })).toBe("{\n  record: {\n    known: 1,\n    unknown: <lazy>,\n  },\n...");
  });

  it.each([undefined, null])("shows a known %s as such", (value) => {
    const record = makeRecord({ keys: () => ["a"], has: () => true, get: forbidden, peek: () => ({ value }) });
    expect(show(record)).toBe(`{\n  a: ${value},\n}`);
  });

  it.each([...hostileValues.keys()])("never throws, runs no user code, and stays short: %s", (name) => {
    const value = hostileValues.get(name);
    for (const nested of [value, [value], { value }, [{ value: [value] }]]) {
      const shown = show(nested);
      expect(shown.split("\n").length).toBeLessThanOrEqual(6);
      expect(shown.length).toBeLessThan(1000);
      expect(shown).not.toContain("user code");
    }
  });

  it("is total for anything", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        (value) => {
          expect(show(value).split("\n").length).toBeLessThanOrEqual(6);
          expect(typeof describeValue(value)).toBe("string");
        },
      ),
    );
  });
});

describe("describeValue", () => {
  it.each<readonly [unknown, string]>([
    [null, "null"],
    [undefined, "undefined"],
    ["x", 'the string "x"'],
    [5, "the number 5"],
    [5n, "the bigint 5n"],
    [true, "true"],
    [[1], "a list"],
    [{}, "an attribute set"],
    [Object.create(null), "an attribute set"],
    [forbidden, "a function"],
    [Symbol("s"), "a symbol"],
    [Promise.resolve(1), "a promise"],
    [new Date(0), "a Date"],
    [new Map(), "a Map"],
    [new URL("https://example.org"), "a URL"],
    [new Error("x"), "an Error"],
    [new TypeError("x"), "a TypeError"],
    [Buffer.from("x"), "a Buffer"],
    [new Int8Array(1), "an Int8Array"],
    [Object("x"), "a String object"],
    [
      new (class Site {
        readonly port = 80;
      })(),
      "an object of the class `Site`",
    ],
    [new (class extends Date {})(), "a Date"],
    [new (class Later extends Promise<number> {})(() => undefined), "a promise"],
    [runInNewContext("new Date(0)"), "a Date"],
    [
      new (class {
        readonly port = 80;
      })(),
      "an object that is not a plain one",
    ],
    [Object.create({ a: 1 }), "an object that is not a plain one"],
    [{ constructor: { name: "Trap" } }, "an attribute set"],
  ])("of %o is %s", (value, described) => {
    expect(describeValue(value)).toBe(described);
  });

  it.each([...hostileValues.keys()])("never throws: %s", (name) => {
    expect(describeValue(hostileValues.get(name)).length).toBeLessThan(150);
  });
});

describe("kindOf", () => {
  it.each<readonly [unknown, string]>([
    [null, "null"],
    [[], "list"],
    [{}, "attribute set"],
    ["", "string"],
    [1, "number"],
    [forbidden, "function"],
    [undefined, "undefined"],
    [1n, "bigint"],
    [true, "boolean"],
    [new Date(0), "Date"],
    [
      new (class {
        readonly port = 80;
      })(),
      "object",
    ],
  ])("of %o is %s", (value, kind) => {
    expect(kindOf(value)).toBe(kind);
  });
});
