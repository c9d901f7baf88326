import { expect, test } from "vitest";
import { raw } from "../../src/types/raw.ts";
import { mkOptionType } from "../../src/types/define-type.ts";
import { settled, testContext } from "./merge-context.ts";
import { accepts, conflicts } from "./expect-type.ts";

accepts(raw, [0, "x", null, [], {}, () => 0, Symbol("x"), 5n, new Date(0), Number.NaN]);
conflicts(raw, [
  [[1, 1], "not-unique"],
  [[{}, {}], "not-unique"],
]);

test("hands the value through untouched", () => {
  const bomb = {
    get inside(): never {
      throw new Error("looked inside");
    },
    lazy: () => 1,
  };
  expect(raw.check(bomb)).toBe(true);
  expect(raw.merge(testContext(), [settled(bomb)])).toBe(bomb);
});

test("agrees with itself, of this or another copy", () => {
  expect(raw.typeMerge(raw)).toBe(raw);
  expect(raw.typeMerge(mkOptionType({ name: "raw" }))).toBe(raw);
});
