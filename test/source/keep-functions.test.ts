// Which functions of a script are told of, so that they can be kept when it runs again.
import { describe, expect, test } from "vitest";
import { traceLibraries } from "../../src/host/script-text.ts";
import { keepFunctions } from "../../src/source/keep-functions.ts";

function prepare(text: string, file = "/a.ts"): string | null {
  return keepFunctions(traceLibraries(), { file, text });
}

/** What is told: the line, the number, the text, and the names that are seen. */
function told(text: string): readonly string[] {
  const calls = (prepare(text) ?? "").matchAll(
    /__confixKeep\("\/a\.ts", (\d+), (\d+), ("(?:[^"\\]|\\.)*"), .*?, \(\) => \[([^\]]*)\]\)/gs,
  );
  return [...calls].map(
    ([, line, number, code = "", seen]) => `${line}.${number} ${String(JSON.parse(code)).split("\n")[0]} [${seen}]`,
  );
}

const head = 'import { a, b as c } from "./x.ts";\n';

describe("are told of", () => {
  test.each([
    ["lazy values", "export default { x: ({ config }) => config.y };", ["2.0 ({ config }) => config.y []"]],
    [
      "functions in calls",
      "export default a({ x: c(function () { return c; }) });",
      ["2.0 function () { return c; } [c]"],
    ],
    ["functions in constants", "export const f = () => a, n = 1;", ["2.0 () => a [a]"]],
    [
      "what is seen is the same for good",
      "const k = 1;\nexport default { x: () => k + a };",
      ["3.0 () => k + a [k, a]"],
    ],
    ["each of one text in a line", "export default { x: () => 1, y: () => 1 };", ["2.0 () => 1 []", "2.1 () => 1 []"]],
    [
      "TypeScript's own",
      "export default { x: (y: a): c => y as never } satisfies object;",
      ["2.0 (y: a): c => y as never []"],
    ],
    [
      "names of members are none that are seen",
      "let k = 1;\nexport default { x: (y) => ({ k: y.k }) };",
      ["3.0 (y) => ({ k: y.k }) []"],
    ],
  ])("%s", (_what, text, expected) => {
    expect(told(head + text)).toEqual(expected);
  });
});

describe("are not told of", () => {
  test.each([
    ["what sees a variable", "let k = 1;\nexport default { x: () => k };"],
    ["what sees a variable of a block", "if (a) { var k = 1; }\nexport default { x: () => k };"],
    [
      "what sees a function or a class",
      "function k() {}\nclass C {}\nexport default { x: () => k, y: () => new C() };",
    ],
    ["functions in blocks", "const o = {};\nfor (const k of [1]) { o.x = () => k; }\nexport default o;"],
    [
      "what sees a variable that another declaration falls back on",
      "let k = 1;\nconst { k: j = k } = {};\nexport default { x: () => k };\nk = 2;",
    ],
    ["functions in functions", "function f(k) { return { x: () => k }; }\nexport default { f };"],
    ["methods and classes", "export default { x() {}, get y() { return 1; }, z: class { p = () => 1; } };"],
    ["what loads by itself", "export default { x: () => import('./y.ts'), z: () => require('z') };"],
    ["what a text may name", "export default { x: () => eval('k') };"],
    ["what is made by `new`", "export default { x: new function () {}() };"],
  ])("%s", (_what, text) => {
    expect(prepare(head + text)).toBeNull();
  });

  test("scripts that are no modules, or wrong", () => {
    expect(prepare("module.exports = { x: () => 1 };", "/a.js")).toBeNull();
    expect(prepare("export default { x: () => };")).toBeNull();
  });
});

test("everything stays in its line", () => {
  const text = `#!/usr/bin/env node\n"use strict";\nexport default {\n  x: () =>\n    1,\n\n  y: 2,\n};\n`;
  const prepared = prepare(text) ?? "";
  expect(prepared.split("\n")).toHaveLength(text.split("\n").length);
  expect(prepared.split("\n")[6]).toBe("  y: 2,");
  expect(prepared).toMatch(
    /^#!.*\n"use strict";\nimport \{ keep as __confixKeep \} from "confix:keep";export default \{\n/,
  );
});
