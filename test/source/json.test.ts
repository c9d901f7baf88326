import { expect, test } from "vitest";
import { nested, parse, problem } from "./parse.ts";

test("every kind of value is read", () => {
  const text = '{ "a": [1, -2.5e3, true, false, null, "x\\u00e9\\n"], "b": {}, "c": [] }';
  expect(parse("json", text)).toEqual({ a: [1, -2500, true, false, null, "xé\n"], b: {}, c: [] });
});

test.each(["1", '"text"', "null", "[]"])("%s at the top is a value like others", (text) => {
  expect(parse("json", text)).toEqual(JSON.parse(text));
});

test("names that JavaScript gives to every object are keys like others, and pollute nothing", () => {
  const value = parse("json", '{"__proto__": {"polluted": 1}, "constructor": 2, "10": 3, "toString": 4}') as object;
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(new Set(Object.keys(value))).toEqual(new Set(["__proto__", "constructor", "10", "toString"]));
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("comments and trailing commas are for .jsonc", () => {
  const text = '// a comment\n{ "a": [1, 2,], /* and */ "b": 1, }';
  expect(parse("jsonc", text)).toEqual({ a: [1, 2], b: 1 });
  expect(problem("json", text)).toMatchObject({ code: "syntax-error", at: "1:1" });
});

test.each([
  ['{\n  "a": 1,\n  b: 2\n}', "3:3"],
  ['{ "a": 1,, }', "1:10"],
  ['{ "a" 1 }', "1:7"],
  ["[1, 2", "1:6"],
  ['{ "a": 01 }', "1:9"],
  ['{ "a": "x\ty" }', "1:8"],
  ['{ "a": tru }', "1:8"],
  ["{} {}", "1:4"],
  ["", "1:1"],
])("%j is a syntax error at %s", (text, at) => {
  expect(problem("json", text)).toMatchObject({ code: "syntax-error", at });
});

test("a key that stands twice is an error at the second", () => {
  expect(problem("json", '{\n "a": {"b": 1},\n "a": 2 }')).toMatchObject({ code: "duplicate-key", at: "3:2" });
  expect(parse("json", '{"a": {"b": 1}, "b": {"b": 2}}')).toEqual({ a: { b: 1 }, b: { b: 2 } });
});

test.each(["12345678901234567890", "-9007199254740993", "1e400"])(
  "the number %s would be changed: an error",
  (number) => {
    expect(problem("json", `{ "a": ${number} }`)).toMatchObject({ code: "data-not-representable", at: "1:8" });
  },
);

test("1,000 levels are read, more than 2,000 are an error", () => {
  expect(JSON.stringify(parse("json", nested(1000)))).toBe(nested(1000));
  expect(problem("json", nested(200_000))).toMatchObject({ code: "data-not-representable" });
});
