// Types of a user's own.
import { describe, expect, test } from "vitest";
import { mkOptionType } from "../../src/types/define-type.ts";
import { listOf } from "../../src/types/list-of.ts";
import { isOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { argumentProblemOf, dataOf, problemOf, valueOf } from "./evaluate-option.ts";

test("only a name is needed", () => {
  const thing = mkOptionType({ name: "thing" });
  expect(thing).toMatchObject({
    name: "thing",
    description: "thing",
    descriptionClass: null,
    emptyValue: null,
    nestedTypes: {},
    memberName: null,
    subModules: null,
    withNestedOptions: null,
    submodule: null,
    deprecationMessage: null,
  });
  expect(thing.check(Symbol.iterator)).toBe(true);
  expect(thing.explain(1)).toBeNull();
  expect(Object.isFrozen(thing)).toBe(true);
  expect(listOf(thing).description).toBe("list of (thing)");
  expect(dataOf(thing, [1], [2])).toEqual([1, 2]);
});

test("each part is used", () => {
  const percent = mkOptionType<number, string>({
    name: "percent",
    description: () => "percentage",
    descriptionClass: () => "noun",
    check: (value) => typeof value === "string" && value.endsWith("%"),
    explain: (value) => `${String(value)} has no percent sign`,
    merge: (_context, definitions) => Math.max(...definitions.map(({ value }) => Number.parseFloat(String(value)))),
    emptyValue: () => 0,
  });
  expect(listOf(percent).description).toBe("list of percentage");
  expect(valueOf(percent, "5%", "7%")).toBe(7);
  expect(valueOf(percent)).toBe(0);
  expect(problemOf(() => valueOf(percent, "5%", "7"))).toBe("wrong-type at option");
});

test("of Confix's own types, one of another installed copy is the same", () => {
  const plain = Object.values(types)
    .filter(isOptionType)
    .filter(({ functor, nestedTypes }) => functor.payload === null && Object.keys(nestedTypes).length === 0);
  const alike = plain.filter((type) => type.typeMerge(mkOptionType({ name: type.name })) === type);
  expect(alike.map(({ name }) => name)).toEqual(plain.map(({ name }) => name));
  expect(alike.length).toBeGreaterThan(10);
});

describe("a definition that makes no sense is refused", () => {
  test.each([
    ["no object", "percent", "it needs an object"],
    ["no name", { check: () => true }, "`name` must be a string"],
    [
      "a misspelt attribute",
      { name: "x", descripton: "" },
      "there is no attribute `descripton`, did you mean `description`?",
    ],
    ["an unknown attribute", { name: "x", zzz: 1 }, "there is no attribute `zzz`"],
    ["a check that is none", { name: "x", check: true }, "`check` must be a function"],
    ["a description that is none", { name: "x", description: 1 }, "`description` must be a string or a function"],
  ])("%s", (_, definition, problem) => {
    // The cast: what TypeScript would refuse.
    expect(argumentProblemOf(() => mkOptionType(definition as never))).toBe(`mkOptionType: ${problem}`);
  });
});

test("absent attributes may be written as undefined or null", () => {
  // The cast: TypeScript's exact optional properties refuse undefined; JavaScript's authors write it.
  expect(mkOptionType({ name: "x", check: undefined, emptyValue: null } as never).check(1)).toBe(true);
});
