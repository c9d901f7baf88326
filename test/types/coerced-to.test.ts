import { describe, expect, test } from "vitest";
import { mkIf } from "../../src/authoring/index.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { bool } from "../../src/types/bool.ts";
import { coercedTo } from "../../src/types/coerced-to.ts";
import { either } from "../../src/types/either.ts";
import { int } from "../../src/types/int.ts";
import { ints } from "../../src/types/ints.ts";
import { listOf } from "../../src/types/list-of.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { argumentProblemOf, bomb, dataOf, problemOf, valueOf } from "./evaluate-option.ts";
import { accepts, conflicts, diagnosticsOf, failureOf, merges, refuses } from "./expect-type.ts";

const digits = coercedTo(str, Number, ints.between(0, 9));

accepts(digits, [1, "1"]);
refuses(digits, [
  [10, "10 is above 9"],
  ["10", "10 is above 9"],
  [true, null],
]);
merges(coercedTo(int, String, str), [
  [[1, "1"], "1"],
  [[1], "1"],
]);
conflicts(coercedTo(int, String, str), [[[1, "2"], "conflict"]]);

test("values that the final type would take are coerced as well", () => {
  expect(
    valueOf(
      coercedTo(str, (value) => `${value}!`, str),
      "x",
    ),
  ).toBe("x!");
});

test("nothing defined is what it is for the final type", () => {
  expect(valueOf(coercedTo(str, (value) => [value], listOf(str)))).toEqual([]);
  expect(diagnosticsOf(() => valueOf(digits))[0]?.code).toBe("missing-value");
});

test("definitions are coerced one by one, then merged", () => {
  expect(
    valueOf(
      coercedTo(str, (value) => [value], listOf(str)),
      ["a"],
      "b",
    ),
  ).toEqual(["a", "b"]);
});

test("a value that cannot be coerced is left to another type", () => {
  expect(valueOf(either(digits, str), "x")).toBe("x");
  expect(valueOf(either(digits, str), "7")).toBe(7);
});

describe("what is not computed yet", () => {
  const joined = coercedTo(listOf(str), (parts: readonly string[]) => parts.map((part) => part.trim()).join(" "), str);

  test("is computed before it is coerced", () => {
    expect(valueOf(joined, ["a", () => "b", mkIf(false, "c")])).toBe("a b");
    expect(valueOf(joined, () => ["a "])).toBe("a");
  });

  test("is checked all the same", () => {
    expect(problemOf(() => valueOf(joined, [() => 1]))).toBe('wrong-type at option."[definition 1-entry 1]"');
    const short = coercedTo(listOf(str), (parts) => parts.length, ints.between(0, 1));
    expect(failureOf(() => valueOf(short, [() => "a", "b"]))).toContain("2 is above 1");
  });

  test("stays so if the function does not look at it", () => {
    const deep = attrsOf(attrsOf(int));
    const wrapped = coercedTo(attrsOf(deep), (set) => ({ set }), attrsOf(attrsOf(deep)));
    expect(Object.keys(Object(valueOf(wrapped, { a: { b: { c: bomb } } })).set)).toEqual(["a"]);
  });
});

test("what the function throws is reported", () => {
  const type = coercedTo(str, () => bomb(), int);
  expect(diagnosticsOf(() => valueOf(type, "x"))[0]?.code).toBe("value-threw");
  expect(valueOf(type, 1)).toBe(1);
});

test("the first type must not hold submodules, the last one may", () => {
  expect(argumentProblemOf(() => coercedTo(submodule({}), String, str))).toBe(
    "coercedTo: its first type must not hold submodules, but is submodule",
  );
  const type = coercedTo(bool, (enable) => ({ enable }), submodule({ freeformType: attrsOf(bool) }));
  expect(type.subModules).toHaveLength(1);
  expect(dataOf(type, true, { more: false })).toEqual({ enable: true, more: false });
});

test("declared twice, only the same coercion agrees", () => {
  const type = coercedTo(str, Number, int);
  expect(type.typeMerge(coercedTo(str, Number, int))).toBe(type);
  expect(type.typeMerge(coercedTo(str, Math.abs as never, int))).toBeNull();
  expect(type.typeMerge(coercedTo(bool, Number, int))).toBeNull();
  expect(type.typeMerge(int)).toBeNull();
});

test("a coercion is a function", () => {
  // The cast: what TypeScript would refuse.
  expect(argumentProblemOf(() => coercedTo(str, "Number" as never, int))).toBe(
    "coercedTo: its second argument must be a function",
  );
});
