import { describe, expect, test } from "vitest";
import { mkOption } from "../../src/authoring/index.ts";
import { addCheck } from "../../src/types/add-check.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { nullOr } from "../../src/types/null-or.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { argumentProblemOf, bomb, dataOf, valueOf, valueOfBoth } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

const isEven = (value: number): boolean => value % 2 === 0;
const even = addCheck(int, isEven);
const small = (value: number): boolean => value < 10;

accepts(even, [0, 2]);
refuses(even, [
  [1, null],
  ["2", '"2" is a string; write the number without quotes'],
]);

test("keeps everything else of the type", () => {
  expect(even).toMatchObject({ name: "int", description: "signed integer", descriptionClass: "noun" });
  expect(int.check(1)).toBe(true);
  expect(Object.isFrozen(even)).toBe(true);
  expect(
    valueOf(
      addCheck(listOf(int), (list) => list.length < 3),
      [1],
      [2],
    ),
  ).toEqual([1, 2]);
});

test("the type's own check comes first", () => {
  const type = addCheck(str, (value) => value.startsWith("a"));
  expect(type.check(1)).toBe(false);
});

test("each definition is checked by itself", () => {
  const short = addCheck(listOf(int), (list) => list.length < 2);
  expect(valueOf(short, [1], [2])).toEqual([1, 2]);
  const [found] = diagnosticsOf(() => valueOf(short, [1], [1, 2]));
  expect(found?.related).toHaveLength(1);
});

test("computes nothing inside", () => {
  const type = addCheck(attrsOf(attrsOf(int)), () => true);
  expect(Object.keys(Object(valueOf(type, { a: { b: bomb } })))).toEqual(["a"]);
});

test("checks add up", () => {
  const type = addCheck(even, small);
  expect([2, 3, 12].map((value) => type.check(value))).toEqual([true, false, false]);
});

describe("on types that hold submodules", () => {
  const module = { options: { x: mkOption({ type: int, default: 0 }) } };
  const one = (value: object): boolean => Object.keys(value).length === 1;

  test.each([
    ["a submodule", addCheck(submodule(module), one), { x: 1 }, {}],
    ["a set of them", addCheck(attrsOf(submodule(module)), one), { a: {} }, {}],
    ["a list of them", addCheck(listOf(submodule(module)), one), [{}], []],
    ["inside another type", nullOr(addCheck(attrsOf(submodule(module)), one)), { a: {} }, {}],
  ])("stays: %s", (_, type, good, bad) => {
    expect(type.withSubModules([module]).check(bad)).toBe(false);
    expect(dataOf(type, good)).toBeDefined();
    expect(diagnosticsOf(() => dataOf(type, bad))[0]?.code).toBe("wrong-type");
  });

  test("stays when another declaration adds options", () => {
    const more = { options: { y: mkOption({ type: int, default: 5 }) } };
    const checked = addCheck(attrsOf(submodule(module)), one);
    for (const types of [
      [checked, attrsOf(submodule(more))],
      [attrsOf(submodule(more)), checked],
    ]) {
      expect(Object(valueOfBoth(types, { a: { x: 1 } })).a).toMatchObject({ x: 1, y: 5 });
      expect(diagnosticsOf(() => valueOfBoth(types, {}))[0]?.code).toBe("wrong-type");
    }
  });

  test("stays when options are declared below the option", () => {
    const type = addCheck(submodule(module), one).withNestedOptions?.({ options: {} });
    expect(type?.check({})).toBe(false);
    expect(type?.check({ x: 1 })).toBe(true);
  });
});

describe("declared twice", () => {
  test("stays if both declarations check the same", () => {
    expect(even.typeMerge(even)).toBe(even);
    expect(even.typeMerge(addCheck(int, isEven))?.check(1)).toBe(false);
    expect(
      addCheck(nullOr(int), (value) => value !== 3)
        .typeMerge(nullOr(int))
        ?.check(3),
    ).toBe(true);
  });

  test("otherwise the declarations meet in the type without", () => {
    expect(even.typeMerge(int)?.check(1)).toBe(true);
    expect(int.typeMerge(even)?.check(1)).toBe(true);
    expect(even.typeMerge(addCheck(int, small))?.check(11)).toBe(true);
    expect(even.typeMerge(str)).toBeNull();
  });
});

test("needs a function", () => {
  // The cast: what TypeScript would refuse.
  expect(argumentProblemOf(() => addCheck(int, true as never))).toBe(
    "addCheck: its second argument must be a function",
  );
});
