// Names that JavaScript treats specially, and their order.
import { describe, expect, it } from "vitest";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, type Given, option, read } from "./evaluation.ts";
import { codesOf, inShort } from "./problems.ts";

const special = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "10",
  "9",
  "",
  "a.b",
  "é",
  "\uE000",
  "\u{1F600}",
];
const sorted = [
  "",
  "10",
  "9",
  "__proto__",
  "a.b",
  "constructor",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "é",
  "\uE000",
  "\u{1F600}",
];

/** An object with these names of its own, `__proto__` included. */
function named(names: readonly string[], value: (name: string) => unknown): object {
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

describe("special names", () => {
  const values = named(special, (name) => name);
  const str = option(types.str);

  it.each<readonly [string, object, object, string]>([
    ["options", { options: named(special, () => str) }, values, ""],
    ["options of a set", { options: { s: named(special, () => str) } }, { s: values }, "s"],
    [
      "options of a submodule",
      { options: { s: option(types.submodule({ options: named(special, () => str) })) } },
      { s: values },
      "s",
    ],
    ["attributes", { options: { s: option(types.attrsOf(types.str)) } }, { s: values }, "s"],
    ["attributes of lazyAttrsOf", { options: { s: option(types.lazyAttrsOf(types.str)) } }, { s: values }, "s"],
    ["attributes of anything", { options: { s: option(types.anything) } }, { s: values }, "s"],
    ["freeform values", { freeformType: types.attrsOf(types.str) }, values, ""],
  ])("of %s are names like any other", (_name, module, config, path) => {
    const evaluation = evaluate(module, { config });
    const record = read(evaluation, path) as Given;
    expect(Object.keys(record)).toEqual(sorted);
    for (const name of special) {
      expect(name in record).toBe(true);
      expect(record[name]).toBe(name);
    }
    const printed = path === "" ? dataOf(evaluation) : (dataOf(evaluation) as Given)["s"];
    expect(Object.entries(printed as object).toSorted()).toEqual(special.map((name) => [name, name]).toSorted());
  });

  it("pollute nothing", () => {
    const config = JSON.parse(
      '{"a": {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}}',
    ) as object;
    const options = { a: option(types.anything) };
    expect(dataOf(evaluate({ options }, { config }))).toEqual(config);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("are not taken from the prototype of objects that modules write", () => {
    const evaluation = evaluate({ options: { a: option(types.attrsOf(types.str)) } }, { a: { x: "1" } });
    expect(Object.keys(read(evaluation, "a") as object)).toEqual(["x"]);
  });

  it("that nobody declares are undeclared like any other", () => {
    const evaluation = evaluate({ config: named(["constructor", "__proto__", "toString"], () => 1) });
    expect(codesOf(evaluation.diagnostics())).toEqual(
      ["__proto__", "constructor", "toString"].map((name) => `undeclared-option ${name}`),
    );
  });

  it("stand quoted in paths where they need to", () => {
    const evaluation = evaluate(
      { options: { s: option(types.attrsOf(types.attrsOf(types.int))) } },
      { s: { "a.b": { "": "no" } } },
    );
    const [first] = evaluation.output().diagnostics;
    expect(first === undefined ? null : inShort(first).path).toBe('s."a.b".""');
  });
});

describe("order", () => {
  const names = ["10", "9", "a", "B", "", "b", "é", "z", "\uE000", "\u{1F600}", "𝒳", "_"];
  const expected = ["", "10", "9", "B", "_", "a", "b", "z", "é", "\uE000", "𝒳", "\u{1F600}"];

  it("of names is that of their UTF-8 bytes, everywhere", () => {
    const options = { s: named(names, () => option(types.int, { default: 1 })), a: option(types.attrsOf(types.int)) };
    const evaluation = evaluate({ options }, { a: named(names, () => 1) });
    expect(Object.keys(read(evaluation, "s") as object)).toEqual(expected);
    expect(Object.keys(read(evaluation, "a") as object)).toEqual(expected);
    expect(Object.keys(evaluation.options["s"] as object)).toEqual(expected);
    expect(evaluation.options).toSatisfy((all: Given) => Object.keys(all).join() === "_module,a,s");
  });

  it("of problems is that of names", () => {
    const evaluation = evaluate(
      { options: { a: option(types.attrsOf(types.int)) } },
      { a: named(["b", "10", "9", "B"], () => "no") },
    );
    expect(codesOf(evaluation.output().diagnostics)).toEqual([
      'wrong-type a."10"',
      'wrong-type a."9"',
      "wrong-type a.B",
      "wrong-type a.b",
    ]);
  });
});

describe("undefined and null", () => {
  it("differ: null is a value, undefined is none", () => {
    const options = {
      none: option(types.nullOr(types.int)),
      nothing: option(types.nullOr(types.int), { default: null }),
      absent: option(types.int, { default: undefined }),
    };
    const evaluation = evaluate({ options }, { none: undefined });
    expect([read(evaluation, "none"), read(evaluation, "nothing")]).toEqual([null, null]);
    expect(evaluation.options).toMatchObject({
      none: { isDefined: false },
      nothing: { isDefined: true },
      absent: { isDefined: false },
    });
    expect(codesOf(evaluation.output().diagnostics)).toEqual(["missing-value absent"]);
  });

  it("undefined inside values is an absent name", () => {
    const evaluation = evaluate(
      { options: { a: option(types.attrsOf(types.int)), b: option(types.anything) } },
      { a: { x: undefined, y: 1 }, b: { x: undefined } },
    );
    expect(Object.keys(read(evaluation, "a") as object)).toEqual(["y"]);
    expect(dataOf(evaluation)).toEqual({ a: { y: 1 }, b: {} });
  });
});

describe("what is data", () => {
  it("is left as it is", () => {
    const [list, set] = [[3, 1, 2], { b: 1, a: [2] }];
    const options = {
      l: option(types.listOf(types.int)),
      s: option(types.anything),
      r: option(types.raw),
      u: option(),
    };
    const evaluation = evaluate({ options }, { l: list, s: set, r: set, u: list });
    dataOf(evaluation);
    expect([list, set, Object.keys(set), Object.isFrozen(list), Object.isFrozen(set)]).toEqual([
      [3, 1, 2],
      { b: 1, a: [2] },
      ["b", "a"],
      false,
      false,
    ]);
  });

  it("is not what merely looks like an option or a property", () => {
    const evaluation = evaluate(
      { options: { a: option(types.attrsOf(types.anything)) } },
      { a: { x: { _type: "if", condition: false }, y: { _type: "option" } } },
    );
    expect(dataOf(evaluation)).toEqual({ a: { x: { _type: "if", condition: false }, y: { _type: "option" } } });
  });
});
