// How documentation shows values.
import { expect, it } from "vitest";
import { literalCode, literalExpression, literalMD, mkForce, mkOption } from "../../src/authoring/index.ts";
import { renderOptionValue } from "../../src/docs/index.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import { types } from "../../src/types/types.ts";
import { bomb, option } from "../evaluate/evaluation.ts";

const text = (value: unknown): string => renderOptionValue(value).text;

it.each<[string, unknown, string]>([
  ["a string", "foo", '"foo"'],
  ["a string of several lines", "x\ny", '"x\\ny"'],
  ["a long string", "x".repeat(500), `"${"x".repeat(500)}"`],
  ["a number", 2.5, "2.5"],
  ["a boolean", true, "true"],
  ["null", null, "null"],
  ["a bigint", 5n, "5n"],
  ["an empty list", [], "[]"],
  ["an empty set", {}, "{}"],
  ["a list", [1, [2]], "[\n  1,\n  [\n    2,\n  ],\n]"],
  ["a set, by name", { "e f": 1, b: { c: null }, gone: undefined }, '{\n  b: {\n    c: null,\n  },\n  "e f": 1,\n}'],
  ["a function", bomb, "<function>"],
  ["a package", { type: "derivation", name: "hello-1", all: bomb }, "<derivation hello-1>"],
  ["a type", [types.int], "[\n  types.int,\n]"],
  ["a property", mkForce(3), "mkForce(3)"],
  ["an option", mkOption(), "mkOption({ … })"],
  ["a date", new Date(0), "<Date>"],
  ["a set with `_type` alone", { _type: "x" }, '{\n  _type: "x",\n}'],
])("shows %s as code", (_, value, expected) => {
  expect(renderOptionValue(value)).toEqual({ _type: "literalExpression", text: expected });
});

it.each([
  [literalExpression("a b"), { _type: "literalExpression", text: "a b" }],
  [literalMD("*a*"), { _type: "literalMD", text: "*a*" }],
  [literalCode("ts", "f()"), { _type: "literalMD", text: "```ts\nf()\n```" }],
  [
    { _type: "mdDoc", text: "t" },
    { _type: "mdDoc", text: "t" },
  ],
])("takes text as it is: %j", (value, expected) => {
  expect(renderOptionValue(value)).toStrictEqual(expected);
});

it("computes what is computed when it is read", () => {
  const { config } = evalModules({
    modules: [{ options: { a: { b: option(types.attrsOf(types.int)) } }, config: { a: { b: { c: () => 1 } } } }],
  });
  expect(text(config["a"])).toBe("{\n  b: {\n    c: 1,\n  },\n}");
});

it("shows all of a value", () => {
  expect(text(Array.from({ length: 500 }, (_, at) => at)).split("\n")).toHaveLength(502);
});

it("comes to an end where a value contains itself", () => {
  const loop: Record<string, unknown> = { a: 1 };
  loop["self"] = [loop];
  expect(text(loop)).toBe("{\n  a: 1,\n  self: [\n    <recursive>,\n  ],\n}");
});
