import { expect, test } from "vitest";
import { mergeValues } from "./merge-context.ts";
import { str } from "../../src/types/str.ts";
import { accepts, conflicts, diagnosticsOf, merges, refuses } from "./expect-type.ts";

accepts(str, ["", "x", "two\nlines", "ünï©ödé 🙂"]);
refuses(str, [
  [1, null],
  [null, null],
  [["x"], null],
  [{ toString: () => "x" }, null],
  [new String("x"), null],
  [Symbol("x"), null],
]);
merges(str, [
  [["x"], "x"],
  [["x", "x"], "x"],
]);
conflicts(str, [
  [["x", "y"], "conflict"],
  [["x", "x\n"], "conflict"],
]);

test("a conflict names the first definition and those that differ from it", () => {
  const [found] = diagnosticsOf(() => mergeValues(str, "x", "x", "y"));
  expect(found?.related).toStrictEqual([
    { origin: { file: "a.ts" }, message: '"x"' },
    { origin: { file: "c.ts" }, message: '"y"' },
  ]);
});
