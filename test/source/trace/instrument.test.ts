// What becomes of the text of a script: the same lines, and still a script.
import { MagicString as Editor } from "magic-string";
import * as parser from "oxc-parser";
import { describe, expect, test } from "vitest";
import { instrument } from "../../../src/source/trace/instrument.ts";
import { Sites } from "../../../src/source/trace/sites.ts";
import { listSources, readText } from "../../repository/files.ts";

const prepare = (text: string, file = "/a.ts"): string | null =>
  instrument({ parser, Editor }, { file, text }, new Sites());

test("every script of this repository stays one, on the same lines", () => {
  const files = listSources("src", "modules", "test").filter((file) => /\.[cm]?ts$/.test(file));
  expect(files.length).toBeGreaterThan(500);
  const wrong = files.filter((file) => {
    const text = readText(file);
    const prepared = prepare(text, file);
    if (prepared === null || prepared.split("\n").length !== text.split("\n").length) return true;
    return parser.parseSync(file, prepared).errors.length > 0;
  });
  expect(wrong).toEqual([]);
}, 60_000);

describe("a script that cannot be prepared", () => {
  test.each([
    ["a syntax error", "export default {"],
    ["deep brackets", `export default ${"[".repeat(3000)}${"]".repeat(3000)};`],
  ])("%s", (_what, text) => {
    expect(prepare(text)).toBeNull();
  });
});

test.each([
  ["a line of its own for Unix", "#!/usr/bin/env node\nexport default {};", /^#!\/usr\/bin\/env node\nimport /],
  ["a directive", '"use strict";\nmodule.exports = {};', /^"use strict";\nconst __confix_trace = require/],
  [
    "a directive of a function",
    'function f() {\n  "use strict";\n  function g() {}\n}',
    /"use strict";\n {2}__confix_trace\.declare/,
  ],
])("%s stays first", (_what, text, expected) => {
  expect(prepare(text)).toMatch(expected);
});
