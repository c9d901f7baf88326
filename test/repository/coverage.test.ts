// Holds together what comes in dozens: every option type and every diagnostic code has its test.
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalog } from "../../src/diagnostics/catalog.ts";
import { listSources, readText, root } from "./files.ts";
import { readExports, readOptionTypes } from "./read-exports.ts";
import { mentions, readStrings } from "./read-strings.ts";

describe("option types", () => {
  test("each file in src/types that defines one has a test of the same stem in test/types", () => {
    const defining = listSources("src/types").filter((file) => readOptionTypes(file, readText(file)).length > 0);
    const tested = new Set(listSources("test/types").map((file) => basename(file, ".test.ts")));
    expect(defining.length).toBeGreaterThan(20);
    expect(defining.filter((file) => !tested.has(basename(file, ".ts")))).toEqual([]);
  });

  test("are seen where a constant or a function is exported with one", () => {
    const text = `
      export const str: OptionType<string> = mkOptionType({ name: "str" });
      export function listOf<T>(type: OptionType<T>): OptionType<readonly T[]> { return type; }
      const internal: OptionType<string> = str;
      export const helper = (type: OptionType<string>): string => type.name;
      export function nameOf(type: OptionType<string>): AnyOptionType { return type; }
    `;
    expect(readOptionTypes("a.ts", text)).toEqual(["str", "listOf"]);
  });
});

describe("diagnostic codes", () => {
  const codes = Object.keys(catalog);
  const strings = (files: readonly string[]): readonly string[] =>
    files.flatMap((file) => readStrings(file, readText(file)));

  test("each is used by a builder, or where something is reported", () => {
    const isTable = (file: string): boolean => /^src\/diagnostics\/(?:catalog|examples)/.test(file);
    const used = strings(listSources("src").filter((file) => !isTable(file)));
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !used.includes(code))).toEqual([]);
  });

  test("each is pinned by a test", () => {
    const pinned = strings(listSources("test").filter((file) => !file.startsWith("test/repository/")));
    expect(codes.filter((code) => !mentions(pinned, code))).toEqual([]);
  });

  test("none stands in two tables of the catalogue, where one would silently win", async () => {
    const tables = listSources("src/diagnostics/catalog").flatMap((file) =>
      readExports(file, readText(file))
        .values.filter((name) => name.endsWith("Entries"))
        .map(async (name): Promise<readonly string[]> => {
          const module = (await import(/* @vite-ignore */ join(root, file))) as Readonly<Record<string, object>>;
          return Object.keys(module[name] ?? {});
        }),
    );
    expect((await Promise.all(tables)).flat().toSorted()).toEqual(codes.toSorted());
  });

  test("are seen as words in strings, not in comments or inside longer codes", () => {
    const found = readStrings("a.ts", '// old-code\nconst a = `error[new-code]: ${b}`; const c = "my-code-two";');
    expect(["old-code", "new-code", "my-code", "code-two"].filter((code) => mentions(found, code))).toEqual([
      "new-code",
    ]);
  });
});
