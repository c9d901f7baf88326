// Which module of a script is meant, its attributes and its imports.
import { expect, test } from "vitest";
import { parseScript } from "../../../src/source/script/index.ts";
import { moduleOf, oxc, parseMarked, readMarks, shown } from "./marked.ts";

/** A script, and the name of an export; marked is the module. No mark: there is none. */
const exports: readonly (readonly [text: string, name: string])[] = [
  ["export default ⟦{ a: 1 }⟧", "default"],
  ["export default ({ config }) => ⟦{ a: 1 }⟧".replace("⟦{ a: 1 }⟧", "(⟦{ a: 1 }⟧)"), "default"],
  ["export default ⟦defineModule({})⟧", "default"],
  ["export default ⟦defineModule({}).config({})⟧", "default"],
  ["export default ⟦defineModule({ options: {} }).config({})⟧ satisfies object;", "default"],
  ["const m = ⟦{}⟧;\nexport default m;", "default"],
  ["const m = ⟦{}⟧;\nexport { m as default, m as other };", "other"],
  ["export const web = ⟦{}⟧;", "web"],
  ["export const web = ⟦defineModule({}).config({})⟧, db = {};", "web"],
  ["export function web() { return ⟦{}⟧; }", "web"],
  ["export let ⟨web⟩ = {};\nweb = {};", "web"],
  ["export const ⟨web⟩ = { a: 1 };\nweb.a = 2;", "web"],
  ["module.exports = {};\nmodule.exports.a = 1;", "default"],
  ["export const { web } = { web: {} };", "web"],
  ["export { web } from './web.ts';", "web"],
  ["export * from './web.ts';", "web"],
  ["import web from './web.ts';\nexport default ⟨web⟩;", "default"],
  ["const web = {};\nexport type { web };", "other"],
  ["export default class {}", "default"],
  ["export default interface X {}", "default"],
  ["const a = 1;", "default"],
  ["export = ⟦{}⟧;", "default"],
  ["module.exports = ⟦{}⟧;", "default"],
  ["module.exports = {};\nmodule.exports = ⟦{}⟧;", "default"],
  ["module.exports = { web: ⟦{}⟧ };", "web"],
  ["module.exports.web = ⟦{}⟧;", "web"],
  ["exports['web'] = ⟦{}⟧;", "web"],
  ["const module = {};\nmodule.exports = {};", "default"],
  ["const exports = {};\nexports.web = {};", "web"],
  ["export default ⟨make()⟩", "default"],
  ["export default ⟨defineModule(...args)⟩", "default"],
  ["export default ⟦mkIf(true, {})⟧", "default"],
];

test.each(exports)("%s exporting %s", (marked, name) => {
  const { script, text, expected } = parseMarked(marked);
  const module = script.module({ export: name });
  expect(shown(text, module === null ? [] : [module.place])).toEqual(expected);
});

/** A script, and where a stack shows the call that defines a module. */
const lines: readonly (readonly [text: string, line: number, column?: number])[] = [
  [
    "import { defineModule } from 'confix';\nexport const a = ⟦defineModule({})⟧;\nexport const b = defineModule({});",
    2,
  ],
  ["import { defineModule } from 'confix';\nexport const a = ⟦defineModule({\n}).config({})⟧;", 2],
  ["import * as c from 'confix';\nexport const a = ⟦c\n  .defineModule({\n}).config({})⟧;", 3],
  ["import * as c from 'confix';\nexport const a = c\n  .defineModule({\n}).config({});", 2],
  ["import { defineModule as m } from 'confix';\nconst base = m({});\nexport const a = ⟦base.config({})⟧;", 2],
  ["import { defineModule as m } from 'confix';\nconst base = ⟦m({})⟧;\nuse(base.config({}), base.config({}));", 2],
  ["import { defineModule as m } from 'confix';\nexport default [m({}), ⟦m({})⟧];", 2, 24],
  ["import { defineModule as m } from 'confix';\nexport default [m({}), m({})];", 2],
  ["import { defineSubmodule } from 'confix';\nexport const a = ⟦defineSubmodule({})⟧;", 2],
  ["import { defineModule } from './own.ts';\nexport const a = defineModule({});", 2],
];

test.each(lines.map(([text, line, column]) => ({ marked: text, line, column })))(
  "$marked by line $line",
  ({ marked, line, column }) => {
    const { script, text, expected } = parseMarked(marked);
    const module = script.module(column === undefined ? { line } : { line, column });
    expect(shown(text, module === null ? [] : [module.place])).toEqual(expected);
  },
);

test("the calls of Confix at a line are told by their exported names", () => {
  const { script, text } = parseMarked(
    "import { mkIf as when, mkForce, types } from 'confix';\nexport default { a: when(x,\n" +
      "  mkForce(make(mkDefault(1)))), b: types\n.listOf(types.str) };",
  );
  const shownAt = (line: number): readonly string[] =>
    script.calls(line).map(({ name, place }) => `${name} ${text.slice(place.start, place.end)}`);
  expect(shownAt(1)).toEqual([]);
  expect(shownAt(2)).toEqual(["mkIf when(x,\n  mkForce(make(mkDefault(1))))"]);
  expect(shownAt(3)).toEqual(["mkForce mkForce(make(mkDefault(1)))"]);
  expect(shownAt(4)).toEqual(["types.listOf types\n.listOf(types.str)"]);
});

/** A module, and an attribute. No mark: it surely has none. */
const attributes: readonly (readonly [text: string, name: string])[] = [
  ["export default { imports: ⟦[]⟧ }", "imports"],
  ["export default { imports: [] }", "options"],
  ["export default { options: ⟦{}⟧, config: {} }", "options"],
  ["export default { config: ⟦{}⟧ }", "config"],
  ["export default defineModule({ key: ⟦'k'⟧ })", "key"],
  ["export default defineModule({}).config(⟦mkIf(x, {})⟧)", "config"],
  ["export default defineModule({})", "config"],
  ["export default { a: 1 }", "config"],
  ["export default ⟨{ ...base }⟩", "config"],
  ["export default ⟨make()⟩", "imports"],
  ["export default ⟦mkIf(x, {})⟧", "config"],
];

test.each(attributes)("%s: %s", (marked, name) => {
  const { script, text, expected } = parseMarked(marked);
  const found = moduleOf(script).attribute(name);
  expect(shown(text, found === null ? [] : [found])).toEqual(expected);
});

/** A module, and the number of an import. */
const imports: readonly (readonly [text: string, index: number])[] = [
  ["export default { imports: [a, ⟦'./b.yaml'⟧] }", 1],
  ["export default defineModule({ imports: [⟦a⟧] }).config({})", 0],
  ["const list = [⟦a⟧];\nexport default { imports: [...list, b] }", 0],
  ["const list = [a];\nexport default { imports: [...list, ⟦b⟧] }", 1],
  ["export default { imports: ⟨[...list, b]⟩ }", 1],
  ["export default { imports: ⟨[]⟩ }", 0],
  ["export default ⟨{}⟩", 0],
  ["export default setDefaultModuleLocation('/x', ⟦other⟧)", 0],
];

test.each(imports)("%s: import %d", (marked, index) => {
  const { script, text, expected } = parseMarked(marked);
  expect(shown(text, [moduleOf(script).importPlace(index)])).toEqual(expected);
});

test("an imported module of the same script is a module like others", () => {
  const { script, text, expected } = parseMarked(
    "const other = { a: ⟦1⟧ };\nexport default { imports: [other, './c.ts', { b: 2 }] }",
  );
  const module = moduleOf(script);
  expect(shown(text, module.imported(0)?.definitions(["a"]) ?? [])).toEqual(expected);
  expect(module.imported(1)?.place.exact).toBe(false);
  expect(module.imported(2)?.definitions(["b"])).toMatchObject([{ exact: true }]);
  expect(module.imported(3)).toBe(null);
});

test.each([
  ["a syntax error", "/a.ts", "export default { a: 1"],
  ["types in JavaScript", "/a.js", "export default { a: 1 as number }"],
  ["a return at the top", "/a.ts", "return 1"],
])("a script with %s has no places", (_what, file, text) => {
  expect(parseScript(oxc, { file, text })).toBe(null);
});

test.each([
  ["brackets", (levels: number) => `export default { a: ${"[".repeat(levels)}${"]".repeat(levels)} }`, 20_000],
  ["templates", (levels: number) => `export default { a: ${"`${".repeat(levels)}1${"}`".repeat(levels)} }`, 20_000],
  ["conditions", (levels: number) => `export default { a: ${"b ? c : ".repeat(levels)}1 }`, 20_000],
  ["functions", (levels: number) => `export default { a: ${"b => ".repeat(levels)}1 }`, 20_000],
  ["assignments", (levels: number) => `let b; export default { a: ${"b = ".repeat(levels)}1 }`, 20_000],
  ["comparisons", (levels: number) => `export default { a: 1${" < b".repeat(levels)} }`, 6000],
  ["alternatives", (levels: number) => `${"if (b) c; else ".repeat(levels)}d; export default { a: 1 }`, 20_000],
  ["sums", (levels: number) => `export default { a: ${"1+".repeat(levels)}1 }`, 100_000],
  ["members", (levels: number) => `export default { a: b${".c".repeat(levels)} }`, 100_000],
  ["calls", (levels: number) => `export default { a: b${"()".repeat(levels)} }`, 100_000],
  ["signs", (levels: number) => `export default { a: ${"!".repeat(levels)}1 }`, 100_000],
  ["operators", (levels: number) => `export default { a: ${"typeof ".repeat(levels)}1 }`, 50_000],
  ["loops", (levels: number) => `${"while (b) ".repeat(levels)}c; export default { a: 1 }`, 10_000],
  [
    "labels",
    (levels: number) => `${Array.from({ length: levels }, (_, at) => `l${at}:`).join("")} c; export default { a: 1 }`,
    10_000,
  ],
  ["types", (levels: number) => `type T = ${"keyof ".repeat(levels)}U; export default { a: 1 }`, 50_000],
])("a script whose %s are nested too deeply has no places", (_what, make, levels) => {
  expect(parseScript(oxc, { file: "/a.ts", text: make(levels) })).toBe(null);
  const module = parseScript(oxc, { file: "/a.ts", text: make(300) })?.defaultModule;
  expect(module?.definitions(["a"])).toMatchObject([{ exact: true }]);
});

test.each([".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"])("%s is a script", (extension) => {
  const text = /c.s$/.test(extension) ? "module.exports = { a: ⟦1⟧ }" : "export default { a: ⟦1⟧ }";
  const { script, text: plain, expected } = parseMarked(`/* confix */ ${text}`, `/site${extension}`);
  expect(shown(plain, moduleOf(script).definitions(["a"]))).toEqual(expected);
});

test("Confix may be imported under other names", () => {
  const { text, expected } = readMarks(
    "import { mkIf } from '../index.ts';\nexport default { a: mkIf(x, { b: ⟦1⟧ }) }",
  );
  const script = parseScript(oxc, { file: "/a.ts", text }, { packages: ["../index.ts"] });
  expect(shown(text, script?.defaultModule?.definitions(["a", "b"]) ?? [])).toEqual(expected);
});

/** Line ends, byte order marks and characters of several bytes or units: the place of `1` in all of them. */
test.each([
  ["export default {\n\ta: ⟦1⟧ }", 2, 5],
  ["export default {\r\n  a: ⟦1⟧ }", 2, 6],
  ["export default {\r  a: ⟦1⟧ }", 2, 6],
  ["\uFEFFexport default { a: ⟦1⟧ }", 1, 21],
  ["\uFEFF\nexport default { a: ⟦1⟧ }", 2, 21],
  ["/* é */ export default { a: ⟦1⟧ }", 1, 29],
  ["/* 😀 */ export default { a: ⟦1⟧ }", 1, 30],
  ["// 😀 ä 漢\nexport default { '😀': 0, a: ⟦1⟧ }", 2, 30],
  ["/* \u2028 */ export default { a: ⟦1⟧ }", 1, 29],
  ["#!/usr/bin/env node\nexport default { a: ⟦1⟧ }", 2, 21],
])("%j", (marked, line, column) => {
  const { script, text, expected } = parseMarked(marked.replace(/$/, " // confix"));
  const [found] = moduleOf(script).definitions(["a"]);
  expect(found).toMatchObject({ line, column, endLine: line, endColumn: column + 1 });
  expect(found === undefined ? [] : shown(text, [found])).toEqual(expected);
});
