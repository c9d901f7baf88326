// mkIf and its like make frozen values that say what they are; what they mean to an option is tested in test/evaluate.
import {
  defaultOrderPriority,
  defaultOverridePriority,
  type LocatedDefinition,
  mkAfter,
  mkAssert,
  mkBefore,
  mkDefault,
  mkDefinition,
  mkForce,
  mkIf,
  mkImageMediaOverride,
  mkMerge,
  mkOption,
  mkOptionDefault,
  mkOrder,
  mkOverride,
  mkVMOverride,
  types,
} from "confix";
import { describe, expect, test } from "vitest";
import { propertyBrand } from "../../src/model/brands.ts";
import { isProperty } from "../../src/model/property.ts";
import { dataOf, evaluate, type Given } from "../evaluate/evaluation.ts";
import { diagnosticOf, problemOf } from "../evaluate/problems.ts";

/** A property as the evaluator sees it, its kind by name. */
function inside(property: unknown): unknown {
  if (!isProperty(property)) throw new Error("no property");
  expect(Object.isFrozen(property)).toBe(true);
  const { [propertyBrand]: kind, ...fields } = property;
  return { kind, ...fields };
}

test.each([
  ["mkVMOverride", mkVMOverride, 10],
  ["mkForce", mkForce, 50],
  ["mkImageMediaOverride", mkImageMediaOverride, 60],
  ["mkDefault", mkDefault, 1000],
  ["mkOptionDefault", mkOptionDefault, 1500],
] as const)("%s has nixpkgs' priority", (_name, make, priority) => {
  expect(inside(make("x"))).toEqual({ kind: "override", priority, content: "x" });
});

test.each([
  ["mkBefore", mkBefore, 500],
  ["mkAfter", mkAfter, 1500],
] as const)("%s has nixpkgs' order", (_name, make, priority) => {
  expect(inside(make(["x"]))).toEqual({ kind: "order", priority, content: ["x"] });
});

describe("mkIf", () => {
  test("keeps its condition as it is, and does not call it", () => {
    const condition = (): boolean => expect.fail("called");
    expect(inside(mkIf(condition, 1))).toEqual({ kind: "if", condition, content: 1 });
    expect(inside(mkIf(false, 1))).toEqual({ kind: "if", condition: false, content: 1 });
  });
});

describe("mkMerge", () => {
  test("keeps its own list", () => {
    const contents = [1, 2];
    const merged = mkMerge(contents);
    contents.push(3);
    expect(inside(merged)).toEqual({ kind: "merge", contents: [1, 2] });
  });

  test("refuses what is no list", () => {
    // The cast: TypeScript would refuse it as well.
    expect(problemOf(() => mkMerge({} as unknown as readonly unknown[])).code).toBe("bad-argument");
  });
});

describe("mkOverride and mkOrder", () => {
  test("take any number", () => {
    expect(inside(mkOverride(-1.5, "x"))).toEqual({ kind: "override", priority: -1.5, content: "x" });
    expect(inside(mkOrder(Number.POSITIVE_INFINITY, "x"))).toMatchObject({ kind: "order" });
  });

  test.each([Number.NaN, "10", undefined, null])("refuse %s", (priority) => {
    // The casts: TypeScript would refuse most of these as well.
    expect(problemOf(() => mkOverride(priority as number, 1)).code).toBe("bad-argument");
    expect(problemOf(() => mkOrder(priority as number, 1)).code).toBe("bad-argument");
  });
});

/** Defines an option by the definitions of another as they are. */
function passOn(name: string): (args: Given) => unknown {
  return ({ options }) => mkMerge((options[name].definitionsWithLocations as readonly LocatedDefinition[]).map(passed));
}

function passed(definition: LocatedDefinition): unknown {
  return mkDefinition(definition);
}

test("definitions without priority or order stand where they are said to", () => {
  const options = { a: mkOption({ type: types.listOf(types.int) }) };
  const [one, two] = [mkOverride(defaultOverridePriority, [1]), mkOrder(defaultOrderPriority, [2])];
  expect(dataOf(evaluate({ options }, { a: mkMerge([one, two, [3]]) }))).toEqual({ a: [1, 2, 3] });
});

describe("mkDefinition", () => {
  const options = { a: mkOption({ type: types.int }) };

  test("gives a definition the file it says", () => {
    const evaluation = evaluate({ options }, { a: mkDefinition({ file: "/site.conf", line: 3, value: "x" }) });
    expect(problemOf(() => (evaluation.config as Given)["a"] as unknown)).toEqual({
      code: "wrong-type",
      path: "a",
      files: ["/site.conf"],
    });
  });

  test("takes properties inside", () => {
    const written = mkDefinition({ file: "/site.conf", value: mkForce(1) });
    expect(dataOf(evaluate({ options }, { a: written }, { a: 2 }))).toEqual({ a: 1 });
  });

  test("passes on what an option's definitions are listed as, with place and arguments", () => {
    const list = mkOption({ type: types.listOf(types.int), default: [] });
    const call = mkOption({ type: types.raw, default: null });
    const evaluation = evaluate(
      { options: { from: list, to: { ...list }, call, passed: { ...call } } },
      { _file: "/alias.ts", config: { to: [0], passed: passOn("call") } },
      { _file: "/alias.ts", config: { to: passOn("from") } },
      { _file: "/one.ts", from: mkAfter([() => 1]), call: () => Math.abs },
      { _file: "/two.ts", from: [2] },
    );
    expect(dataOf(evaluation)).toMatchObject({ from: [2, 1], to: [2, 1, 0] });
    expect((evaluation.options as Given)["to"].files).toEqual(["/two.ts", "/one.ts", "/alias.ts"]);
    expect((evaluation.config as Given)["passed"]).toBe(Math.abs);
  });

  test.each([
    [{ file: "/a", vlaue: 1 }, "vlaue"],
    [{ file: "/a" }, "value"],
    [{ file: 1, value: 1 }, "file"],
    [{ file: "/a", line: "3", value: 1 }, "line"],
  ])("refuses %j", (written, argument) => {
    // The cast: TypeScript would refuse it as well.
    const { code, data } = diagnosticOf(() => mkDefinition(written as unknown as { file: string; value: unknown }));
    expect({ code, argument: data["argument"] }).toEqual({ code: "bad-argument", argument });
  });
});

describe("mkAssert", () => {
  const options = { a: mkOption({ type: types.int }), b: mkOption({ type: types.int, default: 0 }) };

  test("is its content where the condition holds", () => {
    const module = { config: { a: mkAssert(({ config }) => config.b === 0, "b is zero", 1) } };
    expect(dataOf(evaluate({ options }, module))).toEqual({ a: 1, b: 0 });
    expect(dataOf(evaluate({ options }, { a: mkAssert(true, "always", 1) }))).toEqual({ a: 1, b: 0 });
  });

  test("fails whoever needs the definition where it does not, and nobody else", () => {
    const { config } = evaluate({ options }, { a: mkAssert(false, "never", 1) });
    expect((config as Given)["b"]).toBe(0);
    const { code, data } = diagnosticOf(() => (config as Given)["a"] as unknown);
    expect({ code, data }).toEqual({ code: "failed-assertion", data: { message: "never" } });
  });
});
