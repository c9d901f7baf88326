import { describe, expect, test } from "vitest";
import { mkIf } from "../../src/authoring/index.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { bool } from "../../src/types/bool.ts";
import { either, oneOf } from "../../src/types/either.ts";
import { enumType } from "../../src/types/enum.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { nullOr } from "../../src/types/null-or.ts";
import { port } from "../../src/types/port.ts";
import { raw } from "../../src/types/raw.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { argumentProblemOf, bomb, dataOf, problemOf, valueOf } from "./evaluate-option.ts";
import { accepts, conflicts, diagnosticsOf, merges, refuses } from "./expect-type.ts";
import { settledAll, testContext } from "./merge-context.ts";

accepts(either(int, str), [1, "x"]);
refuses(either(int, str), [
  [true, null],
  [null, null],
]);
refuses(either(str, port), [[70000, "70000 is above 65535"]]);
merges(either(int, str), [
  [[1, 1], 1],
  [["x", "x"], "x"],
]);
conflicts(either(int, str), [
  [[], "missing-value"],
  [[1, 2], "conflict"],
  [[1, "x"], "wrong-type"],
  [[1, true], "wrong-type"],
]);

test("definitions that fit different sides are all listed", () => {
  const [found] = diagnosticsOf(() => valueOf(either(int, str), 1, "x"));
  expect(found?.related).toHaveLength(2);
  expect(found?.data["detail"]).toBe("some definitions are of type `signed integer`, others of type `string`");
});

describe("the side is chosen", () => {
  test("by the outermost shape of all definitions", () => {
    const [found] = diagnosticsOf(() => dataOf(either(listOf(int), listOf(str)), ["x"]));
    expect(found).toMatchObject({ code: "wrong-type", data: { type: "signed integer" } });
  });

  test("for all definitions together", () => {
    const type = either(enumType(["a"]), str);
    expect(valueOf(type, "a", "a")).toBe("a");
    expect(problemOf(() => valueOf(type, "a", "b"))).toBe("conflict at option");
    expect(dataOf(either(attrsOf(int), raw), { a: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 });
  });

  test("also past a side that is itself one of several", () => {
    const type = oneOf([int, str, listOf(int), raw]);
    expect(problemOf(() => valueOf(type, 1, "x"))).toBe("not-unique at option");
    expect(valueOf(oneOf([enumType(["a"]), enumType(["b"]), str]), "a", "a")).toBe("a");
    expect(problemOf(() => valueOf(oneOf([enumType(["a"]), enumType(["b"]), str]), "a", "b"))).toBe(
      "conflict at option",
    );
  });

  test("without computing anything inside", () => {
    const value = valueOf(either(str, attrsOf(attrsOf(int))), { a: { b: bomb }, c: mkIf(false, {}) });
    expect(Object.keys(Object(value))).toEqual(["a"]);
  });
});

test("merged without a check, one definition counts, and a warning says so", () => {
  const context = testContext();
  expect(either(int, str).merge(context, settledAll(true))).toBe(true);
  expect(context.warnings.map(({ code }) => code)).toEqual(["no-arm-accepts"]);
  expect(diagnosticsOf(() => either(int, str).merge(testContext(), settledAll(true, [])))[0]?.code).toBe("not-unique");
});

test("declared twice, both sides must agree in order", () => {
  const type = either(int, str);
  expect(type.typeMerge(either(int, str))).toBe(type);
  expect(type.typeMerge(either(str, int))).toBeNull();
  expect(type.typeMerge(int)).toBeNull();
  expect(int.typeMerge(type)).toBeNull();
  expect(
    either(enumType([1]), str)
      .typeMerge(either(enumType([2]), str))
      ?.check(2),
  ).toBe(true);
});

test("holds no submodules of its own", () => {
  expect(either(submodule({}), str).subModules).toBeNull();
});

test("oneOf needs a type", () => {
  expect(argumentProblemOf(() => oneOf([]))).toBe("oneOf: it needs at least one type");
  expect(argumentProblemOf(() => oneOf(null as never))).toBe("oneOf: its argument must be a list of types");
  expect(oneOf([int])).toBe(int);
  expect(oneOf([int, bool, nullOr(str)]).description).toBe("signed integer or boolean or null or string");
});
