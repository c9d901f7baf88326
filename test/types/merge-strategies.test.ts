// The merge strategies as types of one's own use them.
import { describe, expect, test } from "vitest";
import {
  mergeDefaultOption,
  mergeEqualOption,
  mergeOneOption,
  type MergeStrategy,
  mergeUniqueOption,
} from "../../src/types/merge-strategies.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, problemOf, valueOf } from "./evaluate-option.ts";
import { diagnosticsOf } from "./expect-type.ts";

function typeOf(merge: MergeStrategy): ReturnType<typeof types.mkOptionType> {
  return types.mkOptionType({ name: "own", merge });
}

test.each([
  ["lists are joined", [[1], [2]], [1, 2]],
  ["sets are merged name by name, the last wins", [{ a: 1, b: 1 }, { b: 2 }], { a: 1, b: 2 }],
  ["one of the booleans is true", [false, true], true],
  ["strings are joined", ["a", "b"], "ab"],
  ["equal integers are one", [1, 1], 1],
  ["one definition is the value", [null], null],
])("mergeDefaultOption: %s", (_name, definitions, expected) => {
  expect(dataOf(typeOf(mergeDefaultOption), ...definitions)).toEqual(expected);
});

test.each([[[1, 2]], [[null, null]], [[0.5, 0.5]], [[1, "a"]], [[[], {}]]])(
  "mergeDefaultOption refuses %j",
  (definitions) => {
    expect(problemOf(() => valueOf(typeOf(mergeDefaultOption), ...definitions))).toBe("cannot-merge at option");
  },
);

test("mergeEqualOption takes what all agree on", () => {
  const type = typeOf(mergeEqualOption);
  expect(dataOf(type, { a: [1] }, { a: [1] })).toEqual({ a: [1] });
  expect(problemOf(() => valueOf(type, 1, 2))).toBe("conflict at option");
});

describe("one definition", () => {
  test("is all that mergeOneOption takes", () => {
    expect(valueOf(typeOf(mergeOneOption), 1)).toBe(1);
    const [found] = diagnosticsOf(() => valueOf(typeOf(mergeOneOption), 1, 1));
    expect(found).toMatchObject({ code: "not-unique", data: { message: null } });
  });

  test("is merged by whatever mergeUniqueOption is given", () => {
    const message = "Say it once.";
    expect(valueOf(typeOf(mergeUniqueOption({ message })), 1)).toBe(1);
    const doubled: MergeStrategy = (context, definitions) => [mergeOneOption(context, definitions), "twice"];
    expect(valueOf(typeOf(mergeUniqueOption({ message, merge: doubled })), 1)).toEqual([1, "twice"]);
    const [found] = diagnosticsOf(() => valueOf(typeOf(mergeUniqueOption({ message })), 1, 1));
    expect(found).toMatchObject({ code: "not-unique", data: { message } });
  });
});
