// What edits of a script have to know: imports, comments, what functions return, how lines end.
import { expect, test } from "vitest";
import { type ScriptSource, scriptSource } from "../../src/source/script-source.ts";
import { oxc } from "./script/marked.ts";

function source(text: string): ScriptSource {
  const found = scriptSource(oxc, { file: "/a.ts", text });
  if (found === null) throw new Error(`this cannot be parsed: ${text}`);
  return found;
}

test.each<readonly [string, string, string | null]>([
  ['import { a, mkOption } from "confix";', "mkOption", null],
  ['import { mkOption as m } from "confix";', "m", null],
  ['import * as c from "confix";', "c.mkOption", null],
  ['import { a } from "confix";', "mkOption", 'import { a, mkOption } from "confix";'],
  ['import { a as b } from "confix";', "mkOption", 'import { a as b, mkOption } from "confix";'],
  [
    'import { type T } from "confix";',
    "mkOption",
    'import { mkOption } from "confix";\nimport { type T } from "confix";',
  ],
  [
    'import { mkOption } from "other";',
    "mkOption",
    'import { mkOption } from "confix";\nimport { mkOption } from "other";',
  ],
  ["// About.\r\nconst a = 1;\r\n", "mkOption", '// About.\r\nimport { mkOption } from "confix";\r\nconst a = 1;\r\n'],
])("a name of Confix in %j", (text, local, changed) => {
  const found = source(text).nameOf("mkOption");
  const { edit } = found;
  expect(found.local).toBe(local);
  expect(edit === null ? null : text.slice(0, edit.start) + edit.text + text.slice(edit.end)).toBe(changed);
});

test.each<readonly [string, string | null]>([
  ["() => x.y", "x.y"],
  ["({ config }) => (config.a)", "config.a"],
  ["(a) => { return a + 1; }", "a + 1"],
  ["function () { return 1; }", "1"],
  ["() => ({ a: 1 })", "{ a: 1 }"],
  ["(a: string): string => a", "a"],
  ["() => { log(); return 1; }", null],
  ["async () => 1", null],
  ["x.y", null],
  ["{ a: 1 }", null],
])("%s returns", (code, expected) => {
  const text = `const f = ${code};`;
  const span = source(text).returned({ start: 10, end: 10 + code.length });
  expect(span === null ? null : text.slice(span.start, span.end)).toBe(expected);
});

test("comments have their places, and texts are none", () => {
  const { comments } = source('const a = "// no"; // yes\n/* and\nthis */');
  expect(comments.map(({ value, line, column, endLine }) => [value, line, column, endLine])).toEqual([
    [" yes", 1, 20, 1],
    [" and\nthis ", 2, 1, 3],
  ]);
});

test("a script with errors has no source", () => {
  expect(scriptSource(oxc, { file: "/a.ts", text: "const = 1" })).toBe(null);
});

test("calls that declare options are found by their line, with their attributes", () => {
  const text =
    'import { mkOption as m, mkEnableOption } from "confix";\nf({ a: m({\n  type: x }), "b": mkEnableOption("b") }); m();';
  const { script } = source(text);
  const found = [2, 3].map((line) =>
    script.optionCalls(line).map(({ key, call, attribute }) => {
      const type = attribute("type");
      return [
        key === null ? null : text.slice(key.start, key.end),
        call?.name,
        type === null ? null : text.slice(type.start, type.end),
      ];
    }),
  );
  expect(found).toEqual([
    [["a", "mkOption", "x"]],
    [
      ['"b"', "mkEnableOption", null],
      [null, "mkOption", null],
    ],
  ]);
});
