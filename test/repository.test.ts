// Holds the repository to its own architecture: the import table, a core without Node, and small files.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkImports, findCycle, findFolderCycle, reach } from "./repository/check-imports.ts";
import { listSources, readText, readTexts, root } from "./repository/files.ts";
import { importTable } from "./repository/import-table.ts";
import { placeOf } from "./repository/parts.ts";

const sources = readTexts(listSources("src", "modules", "schemas", "examples"));

describe("imports", () => {
  test("are those of the import table", () => {
    expect(checkImports(sources)).toEqual([]);
  });

  test("never make two folders need one another", () => {
    expect(findFolderCycle(sources)).toBeUndefined();
  });

  test("the table itself points down only", () => {
    const rows = Object.entries(importTable).map(([part, row]): [string, readonly string[]] => [part, row.parts]);
    expect(findCycle(new Map(rows))).toBeUndefined();
  });
});

describe("src/index.ts runs in a browser:", () => {
  test("nothing it reaches, even for types, belongs to host, cli or Node", () => {
    const reached = [...reach(sources, "src/index.ts", "with types")];
    expect(reached.filter((name) => /^node:|^src\/(host|cli)\//.test(name))).toEqual([]);
    expect(reached.length).toBeGreaterThan(20);
  });

  test("nothing that runs reads source text, and no package comes along", () => {
    const reached = [...reach(sources, "src/index.ts", "without types")];
    expect(reached.filter((name) => placeOf(name)?.part === "source" || !sources.has(name))).toEqual([]);
  });
});

describe("files", () => {
  test("are no longer than 300 lines, tables of data aside", () => {
    const files = listSources("src", "modules", "schemas", "test", "bench", "examples", "scripts");
    const lengths = files.map((file) => ({ file, lines: readText(file).trimEnd().split("\n").length }));
    expect(lengths.filter(({ file, lines }) => lines > 300 && !file.includes("/tables/"))).toEqual([]);
  });

  test.each([
    "README.md",
    "LICENSE",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    ".ci/run",
    "src/README.md",
    "examples/webserver/host.ts",
    "examples/embed.ts",
  ])("%s is there", (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  });
});
