import { assert, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { jsonText } from "../../src/cli/json-text.ts";

test.each([
  [null, "null"],
  ['a{[,:]}"\\', '"a{[,:]}\\"\\\\"'],
  [[], "[]"],
  [{}, "{}"],
  [[[]], "[\n  []\n]"],
  [
    { a: { b: [1, { c: "x, y" }] } },
    '{\n  "a": {\n    "b": [\n      1,\n      {\n        "c": "x, y"\n      }\n    ]\n  }\n}',
  ],
])("%j is written as usual", (value, text) => {
  expect(jsonText(value, "indented")).toBe(text);
});

test("whatever it is, the text reads back, and is laid out as JSON.stringify does", () => {
  assert(
    property(jsonValue(), (value) => {
      const compact = jsonText(value, "compact");
      const indented = jsonText(value, "indented");
      expect(JSON.parse(compact)).toEqual(JSON.parse(JSON.stringify(value)));
      // A parsed object keeps the order of its text, but for keys that look like numbers.
      const usual = /"\d+":/.test(compact) ? indented : JSON.stringify(JSON.parse(compact), null, 2);
      expect(indented).toBe(usual);
      expect(JSON.parse(indented)).toEqual(JSON.parse(compact));
    }),
  );
});

test("the same value in another order of keys is the same text", () => {
  expect(jsonText({ b: 1, a: { d: 1, c: 2 } }, "indented")).toBe(jsonText({ a: { c: 2, d: 1 }, b: 1 }, "indented"));
});
