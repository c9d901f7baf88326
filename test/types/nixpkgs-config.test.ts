import { expect, test } from "vitest";
import { nixpkgsConfig } from "../../src/types/nixpkgs-config.ts";
import { mergeValues } from "./merge-context.ts";
import { accepts, diagnosticsOf, merges, refuses } from "./expect-type.ts";

accepts(nixpkgsConfig, [{}, { allowUnfree: true }]);
refuses(nixpkgsConfig, [
  [null, null],
  [[], null],
  [true, null],
  [() => ({}), null],
]);
merges(nixpkgsConfig, [
  [[], {}],
  [[{}], {}],
  [
    [
      { allowUnfree: true, cuda: { versions: [11] } },
      { cuda: { versions: [12], enable: true }, allowUnfree: true },
    ],
    { allowUnfree: true, cuda: { versions: [11, 12], enable: true } },
  ],
]);

test("a function is a lazy value, and returns one where it is the value", () => {
  const isFree = (): boolean => true;
  const merged = Object(mergeValues(nixpkgsConfig, { allowUnfree: () => true, isFree: () => isFree }));
  expect(merged.allowUnfree).toBe(true);
  expect(merged.isFree).toBe(isFree);
});

test.each([
  ["different atoms", { a: { b: 1 } }, { a: { b: 2 } }, "conflict"],
  ["different kinds", { a: { b: 1 } }, { a: { b: [1] } }, "different-kinds"],
  ["two functions", { a: { b: () => () => 1 } }, { a: { b: () => () => 1 } }, "conflict"],
])("%s conflict where they stand", (_, left, right, code) => {
  const [found] = diagnosticsOf(() => Object(mergeValues(nixpkgsConfig, left, right)).a.b);
  expect(found?.code).toBe(code);
  expect(found?.path).toStrictEqual(["option", "a", "b"]);
});

test("members are computed when they are read", () => {
  const bomb = (): never => {
    throw new Error("computed");
  };
  const merged = Object(mergeValues(nixpkgsConfig, { a: { bomb }, b: 1 }, { a: { c: 2 } }));
  expect(merged.b).toBe(1);
  expect(merged.a.c).toBe(2);
  expect(() => merged.a.bomb).toThrow("computed");
});
