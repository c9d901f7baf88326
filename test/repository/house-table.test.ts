// Holds the import table that people read in src/README.md against the one that is checked.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importTable } from "./import-table.ts";

const words = (cell: string | undefined): readonly string[] =>
  (cell ?? "").split(",").flatMap((word) => word.trim() || []);

test("src/README.md shows the import table that holds", () => {
  const text = readFileSync(new URL("../../src/README.md", import.meta.url), "utf8");
  const [, rest = ""] = text.split("| from ↓ may import → | parts, besides itself | packages |\n| --- | --- | --- |\n");
  const [table = ""] = rest.split("\n\n");
  const shown = table.split("\n").map((line) => {
    const [, part = "", parts, packages] = line.split("|");
    return [part.trim(), { parts: words(parts), packages: words(packages) }];
  });
  const held = Object.entries(importTable).map(([part, { parts, packages = [], builtins }]) => [
    part,
    { parts, packages: builtins ? ["`node:*`", ...packages] : packages },
  ]);
  // In any order: how the rows are sorted is for the eye.
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(held));
});
