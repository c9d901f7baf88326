// Holds the linter's settings to the import table, and the linter to its settings.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readText, root } from "./files.ts";
import { lintOverrides } from "./lint-rules.ts";
import type { Override } from "./lint-rules.ts";

const scratch = mkdtempSync(join(tmpdir(), "confix-lint-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test(".oxlintrc.json ends with one override per row of the import table", () => {
  const { overrides } = JSON.parse(readText(".oxlintrc.json")) as { overrides: readonly Override[] };
  const expected = lintOverrides();
  expect(overrides.slice(-expected.length)).toEqual(expected);
});

// Rows: the rule, the file, its text.
test.each<[string, string, string]>([
  ["no-restricted-imports", "src/kernel/a.ts", 'import { b } from "../model/b.ts"; export const a: number = b;'],
  ["no-restricted-imports", "src/evaluate/1-collect/a.ts", 'export { b } from "../../types/b.ts";'],
  ["no-restricted-imports", "src/types/a.ts", 'export { join } from "node:path";'],
  ["no-restricted-imports", "modules/a.ts", 'export { b } from "../src/model/b.ts";'],
  ["no-restricted-globals", "src/systems/a.ts", "export const a: string = process.platform;"],
  ["no-cycle", "src/model/a.ts", 'import type { B } from "./b.ts"; export type A = B;'],
  ["max-lines", "src/model/a.ts", `export const a: number[] = [\n${"  0,\n".repeat(301)}];`],
  ["no-explicit-any", "src/model/a.ts", "export type A = any;"],
  ["consistent-type-imports", "src/model/a.ts", 'import { B } from "./c.ts"; export type A = B;'],
  ["ban-ts-comment", "src/model/a.ts", "// @ts-ignore\nexport const a: number = 1;"],
  ["no-console", "src/host/a.ts", "console.log(1);"],
])("the linter reports %s in %s", (rule, file, text) => {
  const output = lint({
    "src/model/b.ts": 'import type { A } from "./a.ts"; export const b: A = 1; export type B = number;',
    "src/model/c.ts": "export type B = number;",
    [file]: text,
  });
  expect(output).toContain(`(${rule})`);
  expect(output).toContain(file);
});

test.each<[string, string]>([
  ["src/cli/a.ts", "console.log(1);"],
  ["src/systems/tables/a.ts", `export const a: number[] = [\n${"  0,\n".repeat(301)}];`],
  ["src/model/a.ts", 'import { b } from "../kernel/b.ts"; export const a: number = b;'],
])("the linter accepts %s", (file, text) => {
  expect(lint({ [file]: text })).toContain("Found 0 warnings and 0 errors.");
});

function lint(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(scratch, "case-"));
  for (const [file, text] of Object.entries({ ".oxlintrc.json": readText(".oxlintrc.json"), ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  return stdout + stderr;
}
