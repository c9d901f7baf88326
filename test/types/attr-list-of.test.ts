import { describe, expect, test } from "vitest";
import { mkAfter, mkBefore, mkDefault, mkForce, mkIf, mkMerge, mkOption, mkOrder } from "../../src/authoring/index.ts";
import { attrListOf, attrListWith } from "../../src/types/attr-list-of.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { int } from "../../src/types/int.ts";
import { lines } from "../../src/types/lines.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { bomb, dataOf, problemOf, toData, valueOf, valueOfBoth } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

accepts(attrListOf(int), [[], [{ a: 1 }], ["not looked at"], { a: 1, b: 2 }]);
refuses(attrListOf(int), [
  ["a", null],
  [null, null],
]);

describe("items", () => {
  test.each([
    ["of lists keep their order", [[{ b: 1 }, { a: 2 }], [{ b: 3 }]], [{ b: 1 }, { a: 2 }, { b: 3 }]],
    ["of a set come sorted", [{ b: 1, a: 2 }], [{ a: 2 }, { b: 1 }]],
    ["nothing defined", [], []],
    [
      "with orders on the items",
      [
        [{ a: 1 }, mkBefore({ b: 2 })],
        [mkAfter({ c: 3 }), { d: 4 }],
      ],
      [{ b: 2 }, { a: 1 }, { d: 4 }, { c: 3 }],
    ],
    ["with orders on the values", [{ a: mkAfter(1), b: 2 }], [{ b: 2 }, { a: 1 }]],
    ["an item's order beats its value's", [[mkBefore({ a: mkAfter(1) }), { b: 2 }]], [{ a: 1 }, { b: 2 }]],
    [
      "orders and priorities nest either way",
      [{ a: mkForce(mkAfter(1)), b: mkAfter(mkForce(2)), c: 3 }],
      [{ c: 3 }, { a: 1 }, { b: 2 }],
    ],
    ["orders may be any number", [[mkOrder(0.5, { a: 1 }), mkOrder(-1, { b: 2 })]], [{ b: 2 }, { a: 1 }]],
    ["the strongest of a name count", [[{ a: 1 }, { b: 1 }], { a: mkForce(2) }], [{ b: 1 }, { a: 2 }]],
    ["a weak item alone stays", [[{ a: mkDefault(1) }, { b: 2 }]], [{ a: 1 }, { b: 2 }]],
    ["equally weak items stay all", [[{ a: mkDefault(1) }, { a: mkDefault(2) }]], [{ a: 1 }, { a: 2 }]],
    ["a priority may stand around the item", [[{ a: 1 }, mkForce({ a: 2 })]], [{ a: 2 }]],
    [
      "under false conditions are left out",
      [[{ a: mkIf(false, 1) }, mkIf(false, { b: 1 }), mkIf(true, { c: 3 })]],
      [{ c: 3 }],
    ],
    ["several in one", [[mkMerge([{ a: 1 }, { b: 2 }])]], [{ a: 1 }, { b: 2 }]],
    ["lazy ones", [() => [() => ({ a: () => 1 })]], [{ a: 1 }]],
    ["an absent name beside the only one", [[{ a: 1, b: undefined }]], [{ a: 1 }]],
  ])("%s", (_, definitions, expected) => {
    expect(dataOf(attrListOf(int), ...definitions)).toEqual(expected);
  });

  test("of one name are not merged with each other", () => {
    expect(dataOf(attrListOf(lines), [{ a: "x" }, { a: "y" }])).toEqual([{ a: "x" }, { a: "y" }]);
    expect(dataOf(attrListOf(lines), [{ a: mkMerge(["x", "y"]) }])).toEqual([{ a: "x\ny" }]);
  });

  test("have the name of the set in their path", () => {
    expect(problemOf(() => dataOf(attrListOf(int), [{ a: 1 }, { b: "x" }]))).toBe("wrong-type at option.b");
  });

  test("are computed when they are read, those that lose never", () => {
    const value = valueOf(attrListOf(attrsOf(attrsOf(int))), [
      { a: { x: { y: bomb } } },
      { b: mkDefault(bomb) },
      { b: {} },
    ]);
    expect(Array.isArray(value) && value.map((item) => Object.keys(item))).toEqual([["a"], ["b"]]);
  });
});

test("every item that is no set with one name is reported", () => {
  const diagnostics = diagnosticsOf(() => valueOf(attrListOf(int), [{}, { a: 1 }, { a: 1, b: 2 }], ["x", null]));
  expect(diagnostics.map(({ code, data }) => [code, data["got"]])).toEqual([
    ["list-item-shape", "a set with 0 names"],
    ["list-item-shape", "a set with 2 names"],
    ["list-item-shape", 'the string "x"'],
    ["list-item-shape", "null"],
  ]);
  expect(problemOf(() => valueOf(attrListOf(int), [1]))).toBe("list-item-shape at option");
});

describe("read as a set", () => {
  const lists = attrListWith({ elemType: int, asAttrs: true });

  test("a name has the list of its items", () => {
    expect(dataOf(lists, [{ b: 1 }, { a: 2 }, { b: 3 }])).toEqual({ a: [2], b: [1, 3] });
    expect(dataOf(lists)).toEqual({});
  });

  test("or what a function makes of them, when it is read", () => {
    const sums = attrListWith({
      elemType: int,
      asAttrs: true,
      mergeAttrValues: (name, values) => `${name}=${values.reduce((sum, value) => sum + value, 0)}`,
    });
    expect(dataOf(sums, [{ b: 1 }, { a: 2 }, { b: 3 }])).toEqual({ a: "a=2", b: "b=4" });
    const failing = attrListWith({ elemType: int, asAttrs: true, mergeAttrValues: bomb });
    expect(Object.keys(Object(valueOf(failing, { a: 1 })))).toEqual(["a"]);
    expect(diagnosticsOf(() => dataOf(failing, { a: 1 }))[0]).toMatchObject({
      code: "value-threw",
      path: ["option", "a"],
    });
  });
});

test("declared twice, only equal types agree", () => {
  const type = attrListOf(int);
  expect(type.typeMerge(attrListOf(int))).toBe(type);
  expect(type.typeMerge(attrListOf(str))).toBeNull();
  expect(type.typeMerge(attrListWith({ elemType: int, asAttrs: true }))).toBeNull();
  expect(attrListOf(submodule({})).typeMerge(attrListOf(submodule({})))).toBeNull();
  const sub = submodule({ options: { x: mkOption({ type: int, default: 1 }) } });
  expect(toData(valueOfBoth([attrListOf(sub), attrListOf(sub)], [{ a: {} }]))).toEqual([{ a: { x: 1 } }]);
});
