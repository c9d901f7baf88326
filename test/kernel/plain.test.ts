// What counts as an attribute set, when data is equal, and how members are read.
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { isEqualData, isPlainObject, memberValue } from "../../src/kernel/plain.ts";
import { makeRecord } from "../../src/kernel/record.ts";
import { forbidden, hostileProxy } from "./hostile.ts";

const record = (): object =>
  makeRecord({ keys: () => ["a"], has: (name) => name === "a", get: () => 1, peek: () => null });

describe("isPlainObject", () => {
  it.each<readonly [string, unknown]>([
    ["a literal", { a: 1 }],
    ["an object without prototype", Object.create(null)],
    ["a lazy record", record()],
    ["an object of another realm", runInNewContext("({ a: 1 })")],
    ["an object with a `constructor` of its own", { constructor: forbidden }],
    ["a frozen object", Object.freeze({})],
  ])("is true of %s", (_name, value) => {
    expect(isPlainObject(value)).toBe(true);
  });

  it.each<readonly [string, unknown]>([
    ["a list", []],
    ["null", null],
    ["undefined", undefined],
    ["a function", forbidden],
    ["a string", "x"],
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["a set", new Set()],
    ["a promise", Promise.resolve()],
    ["a regular expression", /x/],
    ["an error", new Error("x")],
    [
      "a class instance",
      new (class Web {
        readonly port = 80;
      })(),
    ],
    ["an object made from another", Object.create({ a: 1 })],
    ["a boxed string", Object("x")],
    ["a date of another realm", runInNewContext("new Date(0)")],
    ["a list of another realm", runInNewContext("[]")],
  ])("is false of %s", (_name, value) => {
    expect(isPlainObject(value)).toBe(false);
  });
});

const symbol = Symbol("brand");

describe("isEqualData", () => {
  it.each<readonly [unknown, unknown, boolean]>([
    [1, 1, true],
    [1, "1", false],
    [0, -0, true],
    [Number.NaN, Number.NaN, false],
    [null, undefined, false],
    [null, {}, false],
    [[], {}, false],
    [[1, [2]], [1, [2]], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [Object.assign([], { 1: 1 }), [5, 1], false],
    [{ [symbol]: 1, a: 1 }, { [symbol]: 1, a: 1 }, true],
    [{ [symbol]: 1 }, { [symbol]: 2 }, false],
    [{ [symbol]: 1 }, {}, false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [{ a: undefined }, {}, false],
    [{ constructor: 1 }, {}, false],
    [{ toString: Object.prototype.toString }, {}, false],
    [forbidden, forbidden, false],
    [[forbidden], [forbidden], false],
    [new Date(0), new Date(0), false],
  ])("of %o and %o is %s", (left, right, expected) => {
    expect([isEqualData(left, right), isEqualData(right, left)]).toEqual([expected, expected]);
  });

  it("is true of one object, unless it is a function", () => {
    const date = new Date(0);
    expect([isEqualData(date, date), isEqualData({ date }, { date })]).toEqual([true, true]);
  });

  it("reads lazy records", () => {
    expect([isEqualData(record(), { a: 1 }), isEqualData({ a: 2 }, record())]).toEqual([true, false]);
  });
});

describe("memberValue", () => {
  it("gives data as it stands, and what only reading gives as a function", () => {
    expect(memberValue({ a: forbidden }, "a")).toBe(forbidden);
    expect(memberValue({ a: 1 }, "b")).toBeUndefined();
    const getter = memberValue(Object.defineProperty({}, "a", { get: () => 5, enumerable: true }), "a");
    const lazy = memberValue(record(), "a");
    expect([getter, lazy].map((value) => (value as () => unknown)())).toEqual([5, 1]);
    expect(typeof memberValue(Object.defineProperty({}, "a", { get: forbidden, enumerable: true }), "a")).toBe(
      "function",
    );
  });

  it("takes nothing from the prototype", () => {
    expect([memberValue({}, "toString"), memberValue({}, "__proto__")]).toEqual([undefined, undefined]);
  });

  it("lets a hostile proxy throw, which whoever asks must expect", () => {
    expect(() => memberValue(hostileProxy(), "a")).toThrow("user code");
  });
});
