import { expect, test } from "vitest";
import { mkOption } from "../../src/authoring/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { int } from "../../src/types/int.ts";
import { loaOf } from "../../src/types/loa-of.ts";
import { submodule } from "../../src/types/submodule.ts";
import { codesOf } from "../evaluate/problems.ts";
import { dataOf, evaluateOption, problemOf, valueOfBoth, warningsOf } from "./evaluate-option.ts";

test("is what attrsOf is, with a warning", () => {
  expect(dataOf(loaOf(int), { a: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 });
  expect(loaOf(int)).toMatchObject({ name: "loaOf", description: "attribute set of signed integer" });
  const [warning, ...others] = warningsOf(loaOf(int), { a: 1 });
  expect(warning).toMatchObject({ code: "deprecated-type", path: ["option"], data: { type: "loaOf" } });
  expect(others).toEqual([]);
});

test("warns also of sets of submodules, and of no option that holds one deeper inside", () => {
  const site = submodule({ options: { port: mkOption({ type: int }) } });
  expect(codesOf(warningsOf(loaOf(site), { a: { port: 1 } }))).toEqual(["deprecated-type option"]);
  expect(warningsOf(attrsOf(loaOf(int)), { a: { b: 1 } })).toEqual([]);
});

test("takes no lists", () => {
  expect(problemOf(() => evaluateOption(loaOf(int), [{ a: 1 }]).config["option"])).toBe("wrong-type at option");
});

test("is one type with attrsOf", () => {
  expect(valueOfBoth([loaOf(int), attrsOf(int)], { a: 1 })).toEqual({ a: 1 });
});

test("describes nothing before it is needed", () => {
  const node: AnyOptionType = submodule(() => ({
    options: { children: mkOption({ type: () => loaOf(node), default: {} }) },
  }));
  expect(dataOf(loaOf(node), { a: {} })).toEqual({ a: { children: {} } });
});
