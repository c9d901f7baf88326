// Changes are shown as patches that `patch` could apply.
import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { showChange } from "../../src/cli/show-change.ts";

test("nothing is shown where nothing changes", () => {
  expect(showChange("a", "x\n", "x\n")).toBe("");
});

test.each([
  ["a\nb\nc\n", "a\nB\nc\n", "@@ -2 +2 @@\n-b\n+B\n"],
  ["a\nc\n", "a\nb\nc\n", "@@ -1,0 +2 @@\n+b\n"],
  ["a\nb\nc\n", "a\nc\n", "@@ -2 +1,0 @@\n-b\n"],
  ["a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"],
])("%#", (before, after, hunks) => {
  expect(showChange("f", before, after)).toBe(`--- f\n+++ f\n${hunks}`);
});

test("applied, they give the other text", () => {
  const lines = array(constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((all) => all.map((line) => `${line}\n`));
  assert(
    property(lines, lines, (before, after) => {
      expect(applied(showChange("f", before.join(""), after.join("")), before)).toBe(after.join(""));
    }),
  );
});

function applied(patch: string, before: readonly string[]): string {
  const result: string[] = [];
  let at = 0;
  for (const hunk of patch.split(/^(?=@@)/m).slice(1)) {
    const [, from = "", count = "1"] = /^@@ -(\d+)(?:,(\d+))? /.exec(hunk) ?? [];
    // Of nothing, the line before it is named.
    const start = Number(count) === 0 ? Number(from) : Number(from) - 1;
    result.push(...before.slice(at, start));
    at = start + Number(count);
    result.push(...hunk.split("\n").flatMap((line) => (line.startsWith("+") ? [`${line.slice(1)}\n`] : [])));
  }
  return [...result, ...before.slice(at)].join("");
}
