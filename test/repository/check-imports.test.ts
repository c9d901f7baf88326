// Shows on made-up sources that the check of the import table notices every kind of breach.
import { describe, expect, test } from "vitest";
import { checkImports, findFolderCycle, reach } from "./check-imports.ts";
import { readImports } from "./read-imports.ts";

const kernel = { "src/kernel/path.ts": "export const a = 1;" };
const check = (files: Readonly<Record<string, string>>): readonly string[] =>
  checkImports(new Map(Object.entries(files)));

describe("readImports", () => {
  test.each<[string, string, string | null, boolean]>([
    ["a default import", 'import a from "x";', "x", false],
    ["a bare import", 'import "x";', "x", false],
    ["a namespace", 'import * as a from "x";', "x", false],
    ["one value among types", 'import { a, type B } from "x";', "x", false],
    ["types named one by one", 'import { type B } from "x";', "x", true],
    ["import type", 'import type { B } from "x";', "x", true],
    ["import type of nothing", 'import type {} from "x";', "x", true],
    ["export from", 'export { a } from "x";', "x", false],
    ["export everything", 'export * from "x";', "x", false],
    ["export type from", 'export type { A } from "x";', "x", true],
    ["export all types", 'export type * from "x";', "x", true],
    ["a dynamic import", 'const a = async () => import("x");', "x", false],
    ["a computed import", "const a = async (b: string) => import(b);", null, false],
    ["require", 'const a = require("x");', "x", false],
    ["a require of one's own", 'const load = createRequire(import.meta.url); load("x");', "x", false],
    ["a type query", 'type A = import("x").B;', "x", true],
    ["typeof import", 'type A = typeof import("x");', "x", true],
  ])("sees %s", (_, text, specifier, typeOnly) => {
    expect(readImports("a.ts", `// one line before\n${text}`)).toEqual([{ specifier, line: 2, typeOnly }]);
  });

  test("sees no import in comments and strings", () => {
    expect(readImports("a.ts", '// import "x";\nconst a = `import("y")`; export const b = 1;')).toEqual([]);
  });

  test("refuses what does not parse", () => {
    expect(() => readImports("a.ts", "import {")).toThrow("a.ts: ");
  });
});

describe("checkImports", () => {
  test("allows what the table allows", () => {
    expect(
      check({
        ...kernel,
        "src/model/option.ts": 'import { a } from "../kernel/path.ts"; import "./deep/x.ts";',
        "src/model/deep/x.ts": 'import { a } from "../../kernel/path.ts";',
        "src/evaluate/1-collect.ts": 'import "./1-collect/walk.ts";',
        "src/evaluate/1-collect/walk.ts": 'import type { a } from "../../kernel/path.ts";',
        "src/evaluate/evaluate.ts": 'import "./1-collect.ts"; import "./internal-module.ts";',
        "src/evaluate/internal-module.ts": "",
        "src/evaluate/session.ts": 'import "../kernel/path.ts"; import "./evaluate.ts";',
        "src/evaluate/index.ts": 'export * from "./evaluate.ts";',
        "src/host/load.ts": 'import "../evaluate/index.ts"; import { join } from "node:path"; import "jiti";',
        "modules/web.ts": 'import { mkOption } from "confix"; import "./deep/other.ts";',
        "modules/deep/other.ts": 'import web from "confix/modules/web";',
      }),
    ).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["a folder above", "src/kernel/b.ts", 'import "../model/option.ts";'],
    ["a folder above, for types only", "src/kernel/b.ts", 'import type { A } from "../model/option.ts";'],
    ["a folder above, in a type query", "src/kernel/b.ts", 'type A = import("../model/option.ts").A;'],
    ["a folder above, by export", "src/kernel/b.ts", 'export * from "../model/option.ts";'],
    ["a folder above, on demand", "src/kernel/b.ts", 'export const a = async () => import("../model/option.ts");'],
    ["a room from a room", "src/evaluate/4-settle/b.ts", 'import "../1-collect.ts";'],
    ["a room from a room that is one file", "src/evaluate/4-settle.ts", 'import "./1-collect.ts";'],
    ["the corridor from a room", "src/evaluate/4-settle.ts", 'import "./evaluate.ts";'],
    ["a room from the index", "src/evaluate/index.ts", 'export * from "./1-collect.ts";'],
    ["a room from a file that is not the knot", "src/evaluate/session.ts", 'import "./1-collect.ts";'],
    ["what stands beside the rooms from outside", "src/host/b.ts", 'import "../evaluate/evaluate.ts";'],
    ["a room from outside", "src/host/b.ts", 'import "../evaluate/1-collect.ts";'],
    ["the evaluator from a type", "src/types/b.ts", 'import "../evaluate/index.ts";'],
    ["Node in the core", "src/types/b.ts", 'import { join } from "node:path";'],
    ["a package in the core", "src/types/b.ts", 'import * as z from "zod";'],
    ["a part of a package", "src/host/b.ts", 'import "jiti/register";'],
    ["a package not of this row", "src/docs/b.ts", 'import "jiti";'],
    ["a computed import in the core", "src/types/b.ts", "export const a = async (b: string) => import(b);"],
    ["the inside of Confix from a module", "modules/b.ts", 'import "../src/model/option.ts";'],
    ["a module by path from an example", "examples/b.ts", 'import "../modules/web.ts";'],
    ["Node from a module", "modules/b.ts", 'import "node:fs";'],
    ["a file that is not there", "src/model/b.ts", 'import "./c.ts";'],
    ["a file that is not a source", "src/model/b.ts", 'import "../../package.json";'],
    ["Confix by name from within", "src/cli/b.ts", 'import "confix";'],
  ])("refuses %s", (_, file, text) => {
    const others = {
      "src/model/option.ts": "",
      "src/evaluate/1-collect.ts": "",
      "src/evaluate/evaluate.ts": "",
      "src/evaluate/index.ts": "",
      "modules/web.ts": "",
    };
    expect(check({ ...others, [file]: text })).toEqual([expect.stringContaining(`${file}:1 `)]);
  });

  test.each(["src/utils/a.ts", "src/extra.ts", "src/evaluate/helpers/a.ts", "src/evaluate/7-more.ts"])(
    "refuses a file that belongs nowhere: %s",
    (file) => {
      expect(check({ [file]: "" })).toEqual([`${file}:1 belongs to no part of the import table`]);
    },
  );
});

test("findFolderCycle sees two folders that need one another through different files", () => {
  const sources = new Map([
    ["src/kernel/a.ts", 'import type { B } from "../model/b.ts";'],
    ["src/model/b.ts", ""],
    ["src/model/c.ts", 'import "../kernel/d.ts";'],
    ["src/kernel/d.ts", ""],
  ]);
  expect(findFolderCycle(sources)).toBe("kernel → model → kernel");
});

test("reach follows files, and leaves types out when asked", () => {
  const sources = new Map([
    ["src/index.ts", 'import "./a.ts"; import type { T } from "./t.ts";'],
    ["src/a.ts", 'export * from "./b.ts";'],
    ["src/b.ts", 'import "zod";'],
    ["src/t.ts", 'import "node:fs";'],
  ]);
  expect([...reach(sources, "src/index.ts", "without types")]).toEqual(["src/index.ts", "src/a.ts", "src/b.ts", "zod"]);
  expect(reach(sources, "src/index.ts", "with types")).toContain("node:fs");
});
