import { describe, expect, test } from "vitest";
import { defineModule, mkDefault, mkForce, mkIf, mkMerge, mkOption } from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import { anything } from "../../src/types/anything.ts";
import { attrsOf, attrsWith, lazyAttrsOf } from "../../src/types/attrs-of.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { nullOr } from "../../src/types/null-or.ts";
import { raw } from "../../src/types/raw.ts";
import { str } from "../../src/types/str.ts";
import { bomb, dataOf, problemOf, valueOf } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

accepts(attrsOf(int), [{}, { a: "not looked at" }, Object.create(null)]);
refuses(attrsOf(int), [
  [[], null],
  [null, null],
  [new Map(), null],
  [new Date(0), null],
  [() => 1, null],
  ["", null],
  [defineModule({}), null],
]);

/** The value of an option of sets, to read names from. */
function setOf(...args: Parameters<typeof valueOf>): Readonly<Record<string, unknown>> {
  return Object(valueOf(...args));
}

describe.each([
  ["attrsOf", attrsOf],
  ["lazyAttrsOf", lazyAttrsOf],
])("%s", (_, make) => {
  test.each([
    ["names of all definitions", [{ a: 1 }, { b: 2 }], { a: 1, b: 2 }],
    ["nothing defined", [], {}],
    ["one name defined twice alike", [{ a: 1 }, { a: 1 }], { a: 1 }],
    ["lazy sets and values", [() => ({ a: () => 1 })], { a: 1 }],
    [
      "priorities decide name by name",
      [
        { a: 1, b: 1 },
        { a: mkForce(2), b: mkDefault(2) },
      ],
      { a: 2, b: 1 },
    ],
    ["a priority of the set drops weaker sets", [{ a: 1 }, mkForce({ b: 2 })], { b: 2 }],
    ["priorities of set and value are two matters", [mkForce({ a: mkDefault(1) }), { a: 2 }], { a: 1 }],
    ["several definitions in one", [mkMerge([{ a: 1 }, { b: 2 }])], { a: 1, b: 2 }],
    ["a present undefined is an absent name", [{ a: undefined, b: 1 }], { b: 1 }],
    ["an empty name", [{ "": 1 }], { "": 1 }],
  ])("%s", (_name, definitions, expected) => {
    expect(dataOf(make(int), ...definitions)).toEqual(expected);
  });

  test("names are sorted by bytes, and as good as any", () => {
    const names = [
      "10",
      "9",
      "a",
      "B",
      "",
      "constructor",
      "hasOwnProperty",
      "toString",
      "__proto__",
      "\u{1F600}",
      "\uE000",
    ];
    const value = setOf(make(int), Object.fromEntries(names.map((name) => [name, 1])));
    expect(Object.keys(value)).toEqual([
      "",
      "10",
      "9",
      "B",
      "__proto__",
      "a",
      "constructor",
      "hasOwnProperty",
      "toString",
      "\uE000",
      "\u{1F600}",
    ]);
    expect(value["constructor"]).toBe(1);
    expect(Object.getOwnPropertyDescriptor(value, "__proto__")?.get?.()).toBe(1);
    expect(Object.getPrototypeOf(value)).toBeNull();
  });

  test("an absent name reads as undefined", () => {
    expect(setOf(make(int), { a: 1 })["b"]).toBeUndefined();
  });

  test("values are computed when they are read", () => {
    const value = setOf(make(make(int)), { a: { x: bomb }, b: { x: 1 } });
    expect(Object.keys(value)).toEqual(["a", "b"]);
    expect(value["b"]).toEqual({ x: 1 });
    expect(problemOf(() => Object(value["a"])["x"])).toBe("value-threw at option.a.x");
  });

  test("all definitions of a name are looked at to see whether it is there, plain ones or not", () => {
    expect(problemOf(() => setOf(attrsOf(int), { a: 1 }, { a: bomb }))).toBe("value-threw at option.a");
    expect(problemOf(() => setOf(attrsOf(int), { a: bomb }, { a: 1 }))).toBe("value-threw at option.a");
    expect(setOf(attrsOf(int), { a: mkForce(1) }, { a: mkDefault(bomb) })["a"]).toBe(1);
  });

  test("getters and values of other options are not read before", () => {
    const lazy = {
      get a(): number {
        return bomb();
      },
      b: 1,
    };
    const value = setOf(make(make(int)), { x: lazy });
    expect(Object.keys(value)).toEqual(["x"]);
  });

  test("values that are forwarded as a whole stay what they are", () => {
    const options = { from: mkOption({ type: make(raw) }), to: mkOption({ type: make(raw) }) };
    const called = (): number => 1;
    const config = {
      from: { f: () => called },
      to: ({ config }: { config: Record<string, unknown> }) => config["from"],
    };
    const { config: result } = evalModules({ modules: [{ options, config }] });
    expect(Object(result["to"]).f).toBe(called);
  });

  test("what is wrong with a value names it", () => {
    expect(problemOf(() => setOf(make(int), { "a.b": "x" })["a.b"])).toBe('wrong-type at option."a.b"');
    expect(problemOf(() => setOf(make(int), { a: 1 }, { a: 2 })["a"])).toBe("conflict at option.a");
  });
});

describe("names whose definitions do not hold", () => {
  const nothing = { a: mkIf(false, 1), b: 2 };

  test("attrsOf drops them, and computes conditions for it", () => {
    expect(Object.keys(setOf(attrsOf(int), nothing))).toEqual(["b"]);
    expect(Object.keys(setOf(attrsOf(nullOr(int)), nothing))).toEqual(["b"]);
    expect(diagnosticsOf(() => setOf(attrsOf(int), { a: mkIf(bomb, 1) }))[0]?.code).toBe("value-threw");
  });

  test("attrsOf computes the outermost shape of values, and reports all that fail", () => {
    expect(diagnosticsOf(() => setOf(attrsOf(raw), { a: bomb, b: 1, c: () => bomb() }))).toHaveLength(2);
  });

  test("lazyAttrsOf keeps them, and computes nothing", () => {
    const value = setOf(lazyAttrsOf(int), { ...nothing, c: bomb, d: mkIf(bomb, 1) });
    expect(Object.keys(value)).toEqual(["a", "b", "c", "d"]);
    expect("a" in value).toBe(true);
    expect(value["b"]).toBe(2);
    expect(diagnosticsOf(() => value["a"])[0]?.code).toBe("missing-value");
  });

  test("lazyAttrsOf reads them as the empty value of the type", () => {
    expect(setOf(lazyAttrsOf(nullOr(int)), nothing)["a"]).toBeNull();
    expect(setOf(lazyAttrsOf(listOf(int)), { a: mkIf(false, [1]) })["a"]).toEqual([]);
  });

  test("values of lazyAttrsOf may refer to each other", () => {
    const links = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [
        `k${at}`,
        at === 0
          ? 0
          : ({ config }: { config: { option: Record<string, number> } }) => (config.option[`k${at - 1}`] ?? 0) + 1,
      ]),
    );
    expect(setOf(lazyAttrsOf(int), links)["k499"]).toBe(499);
  });
});

describe("declared twice", () => {
  test("elements merge, laziness must be the same", () => {
    const set = attrsOf(int);
    expect(set.typeMerge(attrsOf(int))).toBe(set);
    expect(set.typeMerge(attrsOf(str))).toBeNull();
    expect(set.typeMerge(lazyAttrsOf(int))).toBeNull();
    expect(set.typeMerge(anything)).toBeNull();
    expect(lazyAttrsOf(int).typeMerge(attrsWith({ elemType: int, lazy: true }))?.name).toBe("lazyAttrsOf");
  });

  test("a placeholder that was chosen beats the usual one, two different ones do not agree", () => {
    const usual = attrsOf(int);
    const host = attrsWith({ elemType: int, placeholder: "host" });
    const user = attrsWith({ elemType: int, placeholder: "user" });
    expect(usual.memberName).toBe("<name>");
    expect(usual.typeMerge(host)?.memberName).toBe("<host>");
    expect(host.typeMerge(usual)?.memberName).toBe("<host>");
    expect(host.typeMerge(user)).toBeNull();
  });
});
