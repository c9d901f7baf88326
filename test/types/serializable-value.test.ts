import { describe, expect, test } from "vitest";
import { json, serializableValueWith, toml } from "../../src/types/serializable-value.ts";
import { str } from "../../src/types/str.ts";
import { mkForce, mkIf } from "../../src/authoring/index.ts";
import { dataOf } from "./evaluate-option.ts";
import { mergeValues } from "./merge-context.ts";
import { accepts, conflicts, diagnosticsOf, merges, refuses } from "./expect-type.ts";

const data = [true, 0, 1.5, "", "x", [], [1, ["x"]], {}, { a: { b: [null] } }];
const plain = "among objects only plain ones and lists are data";
const noData = [
  [Number.NaN, "NaN is no finite number"],
  [Number.POSITIVE_INFINITY, "Infinity is no finite number"],
  [5n, "5n is a bigint, which has no JSON form; write a number"],
  [() => 1, null],
  [Symbol("x"), null],
  [undefined, null],
  [new Date(0), plain],
  [new Map(), plain],
  [/x/, plain],
] as const;

describe("json", () => {
  accepts(json, [...data, null]);
  refuses(json, noData);
  merges(json, [
    [[], null],
    [[null, null], null],
    [[1, 1], 1],
    [["x", "x"], "x"],
    [
      [[1, 2], [{ a: 1 }]],
      [1, 2, { a: 1 }],
    ],
    [
      [
        { a: 1, b: { c: [1], d: null } },
        { b: { c: [2], e: {} }, a: 1 },
      ],
      { a: 1, b: { c: [1, 2], d: null, e: {} } },
    ],
  ]);
  conflicts(json, [
    [[1, 2], "conflict"],
    [[true, false], "conflict"],
    [[1, "1"], "different-kinds"],
    [[[], {}], "different-kinds"],
    [[null, 1], "null-and-value"],
    [[{}, null], "null-and-value"],
    [[[() => () => 1]], "wrong-type"],
    [[[Number.NaN]], "wrong-type"],
  ]);
});

describe("toml", () => {
  accepts(toml, data);
  refuses(toml, [[null, "TOML has no null"], ...noData]);
  merges(toml, [[[{ a: [1] }, { a: [2] }], { a: [1, 2] }]]);
  conflicts(toml, [
    [[], "missing-value"],
    [[[null]], "wrong-type"],
  ]);
});

test("what is wrong inside is reported where it stands", () => {
  const [found] = diagnosticsOf(() => Object(mergeValues(json, { a: { b: 1 } }, { a: { b: 2 } })).a.b);
  expect(found?.code).toBe("conflict");
  expect(found?.path).toStrictEqual(["option", "a", "b"]);
  const [element] = diagnosticsOf(() => Object(mergeValues(json, [1], [2, new Date(0)]))[2]);
  expect(element?.path).toStrictEqual(["option", "[definition 2-entry 2]"]);
});

test("functions inside are lazy values", () => {
  const merged = mergeValues(json, { a: () => [() => ({ b: () => 1 })] });
  expect(merged).toEqual({ a: [{ b: 1 }] });
});

test("members of sets are computed when they are read", () => {
  const bomb = (): never => {
    throw new Error("computed");
  };
  const merged = Object(mergeValues(json, { a: bomb, b: { a: bomb, c: 1 } }, { b: { d: 2 } }));
  expect(Object.keys(merged)).toStrictEqual(["a", "b"]);
  expect(merged.b.c).toBe(1);
  expect(merged.b.d).toBe(2);
  expect(() => merged.a).toThrow("computed");
});

test("agrees with the same format alone", () => {
  expect(json.typeMerge(serializableValueWith({ typeName: "JSON" }))).toBe(json);
  expect(json.typeMerge(serializableValueWith({ typeName: "JSON", nullable: false }))).toBeNull();
  expect(json.typeMerge(toml)).toBeNull();
  expect(json.typeMerge(str)).toBeNull();
});

test("properties inside are honoured at any depth, in lists they stand for elements", () => {
  const value = dataOf(
    json,
    { a: mkIf(false, 1), b: { c: mkForce(2) }, list: [1, mkIf(false, 2), () => [mkIf(true, 3)]] },
    { b: { c: 3, d: mkIf(true, null) }, list: [4] },
  );
  expect(value).toStrictEqual({ b: { c: 2, d: null }, list: [1, [3], 4] });
});
