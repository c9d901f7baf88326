// Types are records, and may be updated like records.
import { describe, expect, test } from "vitest";
import { mkOption } from "../../src/authoring/index.ts";
import { attrListOf } from "../../src/types/attr-list-of.ts";
import { attrTag } from "../../src/types/attr-tag.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { coercedTo } from "../../src/types/coerced-to.ts";
import { mkOptionType } from "../../src/types/define-type.ts";
import { either } from "../../src/types/either.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { nullOr } from "../../src/types/null-or.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { dataOf, evaluateOption, valueOf } from "./evaluate-option.ts";
import { diagnosticsOf, failureOf } from "./expect-type.ts";

const module = { options: { x: mkOption({ type: int, default: 0 }) } };

test("an updated type is used as it is", () => {
  const type = { ...str, description: "name of a colour" };
  expect(failureOf(() => valueOf(type, 1))).toContain("name of a colour");
  expect(listOf({ ...str, descriptionClass: null }).description).toBe("list of (string)");
});

describe("on types that hold submodules", () => {
  const sites = { ...attrsOf(submodule(module)), description: "the sites" };

  test("a description stays", () => {
    const { options } = evaluateOption(sites, {});
    expect(Object(options["option"]).type.description).toBe("the sites");
    expect(nullOr(sites).withSubModules([module]).description).toBe("null or (the sites)");
    expect(dataOf(sites, { a: {} })).toEqual({ a: { x: 0 } });
  });

  test("a merge stays", () => {
    const base = attrsOf(submodule(module));
    const counted = {
      ...base,
      merge: (...args: Parameters<typeof base.merge>) => Object.keys(Object(base.merge(...args))).length,
    };
    expect(valueOf(counted, { a: {} }, { b: {} })).toBe(2);
  });

  test("an empty value and a check stay", () => {
    const type = {
      ...attrsOf(submodule(module)),
      emptyValue: null,
      check: (value: unknown) => typeof value === "object",
    };
    expect(diagnosticsOf(() => valueOf(type))[0]?.code).toBe("missing-value");
    expect(type.withSubModules([]).check([])).toBe(true);
  });

  test("what was updated in either declaration stays", () => {
    const merged = attrsOf(submodule({})).typeMerge(sites);
    expect(merged?.description).toBe("the sites");
    expect(merged?.subModules).toHaveLength(2);
    expect(sites.typeMerge(attrsOf(submodule({})))?.description).toBe("the sites");
  });

  test("of two checks both hold", () => {
    const base = attrsOf(submodule(module));
    const withA = { ...base, check: (value: unknown) => Object.keys(Object(value)).includes("a") };
    const withB = { ...base, check: (value: unknown) => Object.keys(Object(value)).includes("b") };
    for (const merged of [withA.typeMerge(withB), withB.typeMerge(withA)]) {
      expect(merged?.check({ a: {}, b: {} })).toBe(true);
      expect(merged?.check({ a: {} })).toBe(false);
      expect(merged?.check({ b: {} })).toBe(false);
    }
    expect(withA.typeMerge(withA)?.check({ a: {} })).toBe(true);
  });

  test("declarations that both bring a merge, or an empty value, of their own have no type in common", () => {
    const base = attrsOf(submodule(module));
    const first = { ...base, merge: () => 1 };
    const second = { ...base, merge: () => 2 };
    expect(first.typeMerge(second)).toBeNull();
    expect(first.typeMerge(first)?.merge).toBe(first.merge);
    const third = { ...base, emptyValue: () => 3 };
    expect(third.typeMerge({ ...base, emptyValue: () => 4 })).toBeNull();
    expect(third.typeMerge(third)?.emptyValue).toBe(third.emptyValue);
    expect(first.typeMerge(third)).toMatchObject({ merge: first.merge, emptyValue: third.emptyValue });
  });
});

test("without submodules, two declarations keep what both have updated alike", () => {
  const colour = { ...str, description: "colour" };
  expect(colour.typeMerge(colour)).toBe(colour);
  expect(colour.typeMerge({ ...str, description: "colour" })?.description).toBe("colour");
  expect(colour.typeMerge(str)?.description).toBe("string");
  expect(str.typeMerge(colour)?.description).toBe("string");
  expect(colour.typeMerge(int)).toBeNull();
});

test("methods work without their type, too", () => {
  const { typeMerge, withSubModules } = listOf(int);
  expect(typeMerge(listOf(str))).toBeNull();
  expect(withSubModules([]).name).toBe("listOf");
});

test("a type of a user's own merges with itself, and with no other of its name", () => {
  const colour = mkOptionType({ name: "colour", functor: { name: "colour", payload: 1 } });
  expect(colour.typeMerge(colour)).toBe(colour);
  expect(colour.typeMerge(mkOptionType({ name: "colour", functor: { name: "colour", payload: 1 } }))).toBeNull();
  for (const name of ["attrsWith", "listOf", "nullOr", "coercedTo", "attrTag", "submodule", "either", "attrListOf"]) {
    const foreign = mkOptionType({ name });
    const own = [attrsOf(int), listOf(int), nullOr(int), coercedTo(str, Number, int), submodule({}), either(int, str)];
    for (const type of [...own, attrTag({}), attrListOf(int)]) expect(type.typeMerge(foreign)).toBeNull();
  }
  expect(mkOptionType({ name: "shade" }).typeMerge(mkOptionType({ name: "shade" }))).toBeNull();
});
