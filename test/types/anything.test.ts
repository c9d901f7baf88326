import { describe, expect, test } from "vitest";
import { mkBefore, mkDefault, mkForce, mkIf } from "../../src/authoring/index.ts";
import { anything } from "../../src/types/anything.ts";
import { int } from "../../src/types/int.ts";
import { bomb, dataOf, problemOf, valueOf } from "./evaluate-option.ts";
import { accepts, diagnosticsOf } from "./expect-type.ts";

accepts(anything, [null, 1, "x", {}, [], () => 1, new Date(0)]);

describe("definitions of one kind", () => {
  test.each([
    ["sets, at any depth", [{ a: { b: 1 } }, { a: { c: 2 }, d: 3 }], { a: { b: 1, c: 2 }, d: 3 }],
    ["equal atoms", [1, 1], 1],
    ["integers and fractions are numbers", [1.5, 1.5], 1.5],
    ["nulls", [null, null], null],
    [
      "equal lists, which are not joined",
      [
        [1, { a: 2 }],
        [1, { a: 2 }],
      ],
      [1, { a: 2 }],
    ],
    [
      "priorities inside",
      [
        { a: mkDefault(1), b: 1 },
        { a: 2, b: mkForce(3) },
      ],
      { a: 2, b: 3 },
    ],
    ["conditions inside", [{ a: mkIf(false, 1), b: { c: mkIf(true, 2) } }], { b: { c: 2 } }],
    ["lazy values inside", [() => ({ a: () => ({ b: () => 1 }) })], { a: { b: 1 } }],
    ["order inside", [{ a: mkBefore({ x: 1 }) }, { a: { y: 2 } }], { a: { x: 1, y: 2 } }],
  ])("%s", (_, definitions, expected) => {
    expect(dataOf(anything, ...definitions)).toEqual(expected);
  });

  test("lists are data: what is in them stays as it is", () => {
    const element = (): number => 1;
    const property = mkIf(false, 2);
    expect(valueOf(anything, [element, property])).toEqual([element, property]);
    expect(Object(valueOf(anything, { a: [element] }))["a"]).toEqual([element]);
  });

  test("functions merge what they return", () => {
    const merged = Object(
      valueOf(anything, { f: () => (x: number) => ({ a: x }) }, { f: () => (x: number) => ({ b: x }) }),
    );
    expect(dataOf(anything, merged.f(1))).toEqual({ a: 1, b: 1 });
  });

  test("a date or another object is taken as it is, alone", () => {
    const date = new Date(0);
    expect(valueOf(anything, date)).toBe(date);
    expect(valueOf(anything, date, date)).toBe(date);
    expect(diagnosticsOf(() => valueOf(anything, date, new Date(0)))[0]?.code).toBe("conflict");
  });
});

test.each([
  ["atoms that differ", [1, 2], "conflict"],
  ["lists that differ", [[1], [2]], "conflict"],
  ["a set and a list", [{}, []], "different-kinds"],
  ["a number and a string", [1, "1"], "different-kinds"],
  ["null and a value", [null, 1], "different-kinds"],
])("%s do not merge", (_, definitions, code) => {
  expect(diagnosticsOf(() => valueOf(anything, ...definitions))[0]?.code).toBe(code);
});

test("an error inside has the path of the value", () => {
  const [found] = diagnosticsOf(() => dataOf(anything, { a: { b: 1 } }, { a: { b: "x" } }));
  expect(found).toMatchObject({ code: "different-kinds", path: ["option", "a", "b"] });
  expect(found?.data["kinds"]).toEqual(["number", "string"]);
});

test("values are computed when they are read, one level at a time", () => {
  const value = Object(valueOf(anything, { a: { b: { c: bomb } }, d: 1 }));
  expect(Object.keys(value)).toEqual(["a", "d"]);
  expect(Object.keys(value.a)).toEqual(["b"]);
  expect(problemOf(() => Object.keys(value.a.b))).toBe("value-threw at option.a.b.c");
});

test("deep sets are no problem", () => {
  let deep: unknown = 1;
  for (let at = 0; at < 2000; at += 1) deep = { a: deep };
  let value = valueOf(anything, deep);
  for (let at = 0; at < 2000; at += 1) value = Object(value).a;
  expect(value).toBe(1);
});

test("nothing defined is no value", () => {
  expect(diagnosticsOf(() => valueOf(anything))[0]?.code).toBe("missing-value");
});

test("agrees with itself alone", () => {
  expect(anything.typeMerge(anything)).toBe(anything);
  expect(anything.typeMerge(int)).toBeNull();
});
