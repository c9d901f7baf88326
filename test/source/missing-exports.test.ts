// Names that a script imports from others that do not export them.
import * as parser from "oxc-parser";
import { describe, expect, it } from "vitest";
import { missingExports } from "../../src/source/missing-exports.ts";

type Files = Readonly<Record<string, string>>;

/** What is missing in `main.ts`, as `FILE:LINE:COLUMN NAME of SPECIFIER`. */
function missing(main: string, files: Files = {}): readonly string[] {
  const imported = (specifier: string): { readonly file: string; readonly text: string } | readonly string[] | null => {
    if (specifier === "confix") return ["mkIf", "types"];
    const text = files[specifier];
    return text === undefined ? null : { file: specifier, text };
  };
  return missingExports(parser, { file: "main.ts", text: main }, imported).map(
    ({ script, place, name, specifier }) => `${script}:${place.line}:${place.column} ${name} of ${specifier}`,
  );
}

describe("a name that is missing", () => {
  it.each([
    [
      "in a script",
      'import { b } from "./a.ts"; b();',
      { "./a.ts": "export const a = 1;" },
      "main.ts:1:10 b of ./a.ts",
    ],
    [
      "behind what is not ASCII",
      '/* ä€😀 */ import { b } from "./a.ts"; b();',
      { "./a.ts": "" },
      "main.ts:1:21 b of ./a.ts",
    ],
    ["under another name", 'import { b as c } from "./a.ts"; c();', { "./a.ts": "" }, "main.ts:1:10 b of ./a.ts"],
    [
      "as default",
      'import a from "./a.ts"; a();',
      { "./a.ts": "export const a = 1;" },
      "main.ts:1:8 default of ./a.ts",
    ],
    ["in what is no file", 'import { mkIff } from "confix"; mkIff();', {}, "main.ts:1:10 mkIff of confix"],
    [
      "behind all names of others",
      'import { c } from "./i.ts"; c();',
      { "./i.ts": 'export * from "./a.ts"; export * from "./b.ts";', "./a.ts": "export {}", "./b.ts": "export let b;" },
      "main.ts:1:10 c of ./i.ts",
    ],
    [
      "where it is passed on",
      'import { b } from "./i.ts"; b();',
      { "./i.ts": '\nexport { a as b } from "./a.ts";', "./a.ts": "export {}" },
      "./i.ts:2:10 a of ./a.ts",
    ],
    [
      "behind all names, as default",
      'import d from "./i.ts"; d();',
      { "./i.ts": 'export * from "./a.ts";', "./a.ts": "export default 1" },
      "main.ts:1:8 default of ./i.ts",
    ],
  ])("%s", (_, main, files: Files, found) => {
    expect(missing(main, files)).toEqual([found]);
  });
});

describe("nothing is missing", () => {
  it.each([
    [
      "that is declared in any way",
      "export const { x: [a] } = f(); export class b {} export enum c {} export namespace d { e(); }",
    ],
    ["that is exported in a list", "const a = 1, b = 2, c = 3, d = 4; export { a, b, c, d };"],
    ["of CommonJS", "exports.a = 1;"],
    ["of a script that cannot be parsed", "export const ="],
  ])("%s", (_, text) => {
    expect(missing('import { a, b, c, d } from "./a.ts"; a(b, c, d);', { "./a.ts": text })).toEqual([]);
  });

  it.each([
    ["of packages and data", 'import { a } from "left-pad"; import b from "./b.json"; a(b);', {}],
    ["that is a whole module", 'import * as a from "./a.ts"; a();', { "./a.ts": "" }],
    ["that is only a type", 'import { A } from "./a.ts"; export const a: A = 1;', { "./a.ts": "" }],
    [
      "that is said to be a type",
      'import type { A } from "./a.ts"; import { type B } from "./a.ts";',
      { "./a.ts": "" },
    ],
    [
      "behind all names of what nobody knows",
      'import { a } from "./i.ts"; a();',
      { "./i.ts": 'export * from "./a.ts"; export * from "left-pad";', "./a.ts": "export {}" },
    ],
    [
      "in a circle",
      'import { a } from "./a.ts"; a();',
      { "./a.ts": 'export { a } from "./b.ts";', "./b.ts": 'export { a } from "./a.ts";' },
    ],
  ])("%s", (_, main, files: Files) => {
    expect(missing(main, files)).toEqual([]);
  });
});
