import { expect, test } from "vitest";
import { mkForce, mkOption } from "../../src/authoring/index.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { int } from "../../src/types/int.ts";
import { lines } from "../../src/types/lines.ts";
import { listOf } from "../../src/types/list-of.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { uniq, unique } from "../../src/types/unique.ts";
import { bomb, dataOf, valueOf } from "./evaluate-option.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

accepts(uniq(int), [1]);
refuses(uniq(int), [["1", '"1" is a string; write the number without quotes']]);
merges(uniq(listOf(int)), [
  [[], []],
  [[[1]], [1]],
]);
conflicts(uniq(lines), [
  [["a", "b"], "not-unique"],
  [["a", "a"], "not-unique"],
]);

test("only definitions that win count", () => {
  expect(valueOf(uniq(int), 1, mkForce(2))).toBe(2);
});

test("the message stands in the error", () => {
  const type = unique({ message: "Use `other.option` for more." }, int);
  expect(failureOf(() => valueOf(type, 1, 1))).toContain("Use `other.option` for more.");
});

test("the message stays on a type that holds submodules", () => {
  const type = unique({ message: "Only here." }, attrsOf(submodule({ options: { x: mkOption({ type: int }) } })));
  expect(dataOf(type, { a: { x: 1 } })).toEqual({ a: { x: 1 } });
  expect(failureOf(() => valueOf(type, {}, {}))).toContain("Only here.");
});

test("computes nothing inside", () => {
  expect(Object.keys(Object(valueOf(uniq(attrsOf(attrsOf(int))), { a: { b: bomb } })))).toEqual(["a"]);
});

test("declared twice, the types inside must agree, and the first message counts", () => {
  const type = unique({ message: "M" }, int);
  expect(type.typeMerge(unique({ message: "N" }, int))).toBe(type);
  expect(type.typeMerge(uniq(str))).toBeNull();
  expect(type.typeMerge(int)).toBeNull();
});
