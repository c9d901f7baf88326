import { expect, test } from "vitest";
import { packageSet } from "../../src/types/package-set.ts";
import { mergeValues } from "./merge-context.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

accepts(packageSet, [{}, { hello: { type: "derivation", name: "hello" } }]);
refuses(packageSet, [
  [null, null],
  [[], null],
  ["/x", null],
  [() => ({}), null],
]);
merges(packageSet, [[[], {}]]);
conflicts(packageSet, [[[{}, {}], "not-unique"]]);

test("is handed through, and no package is looked at", () => {
  const bomb = {
    get hello(): never {
      throw new Error("looked inside");
    },
  };
  expect(mergeValues(packageSet, bomb)).toBe(bomb);
});

test("says that sets of packages do not add up", () => {
  expect(failureOf(() => mergeValues(packageSet, {}, {}))).toBe(
    "The option `option` is defined more than once, but may be defined only once. Package sets cannot be merged.",
  );
});
