// Where options, properties and types meet: members, empty values, checks that stay.
import { describe, expect, it } from "vitest";
import { mkAfter, mkBefore, mkDefault, mkForce, mkIf, mkMerge } from "../../src/authoring/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { bomb, bombFile, dataOf, evaluate, option, read } from "./evaluation.ts";
import { diagnosticOf, problemOf } from "./problems.ts";
import { defined, stateOf, valueOf } from "./properties-defined.ts";

const {
  addCheck,
  anything,
  attrListOf,
  attrs,
  attrsOf,
  either,
  functionTo,
  int,
  ints,
  lazyAttrsOf,
  listOf,
  nullOr,
  raw,
  str,
  submodule,
  unique,
} = types;

describe("properties inside values", () => {
  it("hold for each member of a set by itself", () => {
    const value = valueOf(
      attrsOf(int),
      { x: mkForce(1), y: mkDefault(2), z: mkIf(false, 3), q: mkMerge([]) },
      { x: 3, y: 4 },
    );
    expect(value).toEqual({ x: 1, y: 4 });
  });

  it("hold for elements of a list, but for their order", () => {
    expect(valueOf(listOf(int), [mkAfter(1), mkIf(false, 2), mkForce(3)], [mkBefore(4)])).toEqual([1, 3, 4]);
    expect(valueOf(listOf(nullOr(int)), [1, mkIf(false, null), null])).toEqual([1, null]);
  });

  it("hold for sets in anything, to any depth, and for no lists in it", () => {
    expect(valueOf(anything, { x: { y: mkForce(1), z: mkIf(false, bomb) } }, { x: { y: 2, w: 3 } })).toEqual({
      x: { w: 3, y: 1 },
    });
    const list = [mkIf(false, 1)];
    expect(Object(valueOf(anything, { x: list })).x).toEqual(list);
  });

  it("hold for results of functions", () => {
    const call = (...definitions: readonly unknown[]): unknown =>
      Object(valueOf(functionTo(listOf(int)), ...definitions))(1);
    expect(
      call(
        () => (n: number) => [n],
        () => () => mkBefore([2]),
        () => () => mkIf(false, [3]),
      ),
    ).toEqual([2, 1]);
    expect(
      call(
        () => () => mkForce([1]),
        () => () => mkDefault(bomb),
      ),
    ).toEqual([1]);
  });

  it("are data in raw and attrs", () => {
    const inner = { x: mkForce(1) };
    expect(valueOf(raw, mkForce(inner), 2)).toBe(inner);
    expect(Object(valueOf(attrs, inner)).x).toEqual(mkForce(1));
  });

  it("take part in the choice of an attribute list's items, a lone weak one too", () => {
    expect(dataOf(defined(attrListOf(int), [{ x: mkDefault(1) }, { y: 2 }]))).toEqual({ a: [{ x: 1 }, { y: 2 }] });
    expect(dataOf(defined(attrListOf(int), [{ x: mkDefault(1) }, { x: 2 }, mkBefore({ y: 3 })]))).toEqual({
      a: [{ y: 3 }, { x: 2 }],
    });
  });
});

describe("a type of two sides", () => {
  it("is decided for all definitions together, by their outermost shape", () => {
    expect(valueOf(either(int, str), 1, 1)).toBe(1);
    expect(problemOf(() => valueOf(either(int, str), 1, "x"))).toEqual({
      code: "wrong-type",
      path: "a",
      files: ["/1.ts", "/2.ts"],
    });
    // The cast: the type says so.
    expect(problemOf(() => (valueOf(either(listOf(int), listOf(str)), ["x"]) as readonly unknown[])[0])).toMatchObject({
      path: 'a."[definition 1-entry 1]"',
    });
  });
});

describe("an option that nothing defines", () => {
  it.each<readonly [string, AnyOptionType, unknown]>([
    ["a list", listOf(int), []],
    ["a set", attrsOf(int), {}],
    ["a value or null", nullOr(listOf(int)), null],
    ["a unique list", unique({ message: "m" }, listOf(int)), []],
    ["a submodule", submodule({ options: { x: option(int, { default: 1 }) } }), { x: 1 }],
  ])("has an empty value: %s", (_name, type, value) => {
    expect(valueOf(type)).toEqual(value);
    expect(stateOf(defined(type))).toMatchObject({ isDefined: false, highestPrio: 9999 });
    // The same for a member whose definitions do not apply, where names are lazy.
    expect(valueOf(lazyAttrsOf(type), { x: mkIf(false, bomb) })).toEqual({ x: value });
  });

  it.each([
    ["a number", int],
    ["a non-empty list", types.nonEmptyListOf(int)],
    ["one of two", either(listOf(int), int)],
  ])("has none: %s", (_name, type) => {
    expect(problemOf(() => valueOf(type)).code).toBe("missing-value");
    expect(problemOf(() => read({ config: valueOf(lazyAttrsOf(type), { x: mkIf(false, bomb) }) }, "x")).path).toBe(
      "a.x",
    );
  });

  it("is evaluated without a path, and with a placeholder for its name, if it is a submodule", () => {
    const sub = submodule({ options: { x: option(int), name: option(str, { default: ({ name }) => name }) } });
    expect(problemOf(() => read(defined(sub), "a.x")).path).toBe("x");
    expect(read(defined(sub), "a.name")).toBe("‹name›");
    expect(problemOf(() => read(defined(sub, {}), "a.x")).path).toBe("a.x");
    expect(read(defined(sub, {}), "a.name")).toBe("a");
  });
});

describe("checks and words of a type", () => {
  const inner = submodule({ options: { x: option(int, { default: 1 }) } });

  it("stay on a type that holds submodules", () => {
    const checked = addCheck(inner, (value) => Object.keys(Object(value)).length > 0);
    expect(problemOf(() => valueOf(checked, {})).code).toBe("wrong-type");
    const only = unique({ message: "One owner." }, inner);
    expect(diagnosticOf(() => valueOf(only, {}, {}))).toMatchObject({
      code: "not-unique",
      data: { message: "One owner." },
    });
    expect(stateOf(defined({ ...attrsOf(inner), description: "sites" })).type.description).toBe("sites");
  });

  it("stay when the option is declared twice", () => {
    const twice = (type: typeof int): unknown =>
      evaluate({ options: { a: option(type) } }, { options: { a: option(type) } }, { a: 1000 }).config["a"];
    expect(problemOf(() => twice(ints.u8)).code).toBe("wrong-type");
    expect(twice(ints.u16)).toBe(1000);
  });

  it("that fail themselves are named with the option", () => {
    const failing = types.mkOptionType({ name: "failing", description: bomb, check: () => false });
    expect(diagnosticOf(() => valueOf(failing, 1))).toMatchObject({
      code: "wrong-type",
      path: ["a"],
      data: { type: "failing" },
    });
    const checking = types.mkOptionType({ name: "checking", check: bomb });
    const threw = { code: "value-threw", path: "a", files: ["/1.ts", bombFile] };
    expect(problemOf(() => valueOf(checking, 1))).toEqual(threw);
    const merging = types.mkOptionType({ name: "merging", merge: bomb });
    expect(problemOf(() => valueOf(merging, 1))).toEqual(threw);
  });

  it("hold for what is defined beside the declared options", () => {
    const open = { freeformType: addCheck(attrsOf(int), (value) => !("forbidden" in Object(value))) };
    expect(dataOf(evaluate(open, { x: 1 }))).toEqual({ x: 1 });
    expect(problemOf(() => read(evaluate(open, { x: 1 }, { forbidden: 2 }), "x"))).toMatchObject({
      code: "wrong-type",
    });
  });
});

describe("user data", () => {
  it("may have a `_type`, or look like a property otherwise", () => {
    const data = { _type: "if", condition: true, content: 1, priority: 5 };
    expect(valueOf(attrsOf(anything), data)).toEqual(data);
    expect(valueOf(raw, data)).toBe(data);
    const declared = { options: { _type: option(str), content: option(int), priority: option(int) } };
    expect(dataOf(evaluate(declared, { _type: "if", content: 1, priority: 2 }))).toEqual({
      _type: "if",
      content: 1,
      priority: 2,
    });
  });

  it("is shared, and never changed", () => {
    const [first, second] = [Object.freeze([1]), Object.freeze([2])];
    const set = Object.freeze({ x: first });
    const evaluation = defined(attrsOf(listOf(int)), mkBefore(set), { x: second });
    expect(evaluation.config["a"]).toEqual({ x: [1, 2] });
    expect(stateOf(evaluation).definitions[0]).toBe(set);
  });
});
