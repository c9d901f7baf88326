// The lines of a file around a place.
import { expect, test } from "vitest";
import { linesOf, renderFrame } from "../../src/diagnostics/render-frame.ts";

const text = 'export default {\n  port: "eighty",\n\thost: "日本" + x,\n};\n';
const frame = (line: number, column?: number, endLine?: number, endColumn?: number, of = text): string | undefined =>
  renderFrame(linesOf(of), { file: "a.ts", line, column, endLine, endColumn })?.join("\n");

test("underlines the place, and shows a line before and after", () => {
  expect(frame(2, 9, 2, 17)).toBe(
    ["  1 | export default {", '> 2 |   port: "eighty",', "    |         ^^^^^^^^", '  3 |     host: "日本" + x,'].join(
      "\n",
    ),
  );
});

test("counts tabs and wide characters as they are shown", () => {
  expect(frame(3, 15, 3, 16)?.split("\n")[2]).toBe(`    | ${" ".repeat(19)}^`);
  expect(frame(3, 8, 3, 12)?.split("\n")[2]).toBe(`    | ${" ".repeat(10)}^^^^^^`);
});

test("underlines of several lines the first", () => {
  expect(frame(1, 16, 4, 2)?.split("\n")[1]).toBe(`    | ${" ".repeat(15)}^`);
});

test("shows a line of which no column is known without underlining", () => {
  expect(frame(4)).toBe(['  3 |     host: "日本" + x,', "> 4 | };", "  5 |"].join("\n"));
});

test("is nothing where the file has no such line", () => {
  expect(renderFrame(linesOf(text), { file: "a.ts" })).toBeNull();
  expect(frame(99, 1)).toBeUndefined();
});

test("does not underline a column that is not there", () => {
  expect(frame(1, 400, 1, 401)?.includes("^")).toBe(false);
});

test("shows of a long line the part around the place", () => {
  const long = `${"a".repeat(500)}BAD${"z".repeat(500)}`;
  const [line = "", mark = ""] = frame(1, 501, 1, 504, long)?.split("\n") ?? [];
  expect(line.length).toBeLessThan(140);
  expect(line.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("BAD");
});

test("shows no control character as itself", () => {
  expect(frame(1, 1, 1, 2, "a\u001b[31mb\u202Ec")).toContain("a·[31mb·c");
});

test("beside a long line that is shown from its middle, an empty line stays empty", () => {
  const long = `${"x".repeat(200)}y`;
  const frame = renderFrame(linesOf(`\n${long}\nshort\n`), { file: "/a", line: 2, column: 201 });
  expect(frame?.[0]).toBe("  1 |");
  expect(frame?.at(-1)).toBe("  3 | …");
});
