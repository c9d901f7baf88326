// Libraries are loaded only when something needs them: what was built works where the others are not installed.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../repository/files.ts";

const scratch = mkdtempSync(join(tmpdir(), "confix-lazy-"));
const copy = join(scratch, "package");

const files: Readonly<Record<string, string>> = {
  "options.ts":
    'import { mkOption, types } from "confix"; export default { options: { a: mkOption({ type: types.int }) } };',
  "host.ts": 'import options from "./options.ts"; export default { imports: [options], config: { a: 1 } };',
  "empty.json": "{}",
  "empty.yaml": "{}",
  "empty.toml": "",
  "config.json": '{ "modules": ["./empty.json"] }',
  "extending.json": '{ "extends": "./config.json" }',
};

beforeAll(() => {
  if (!existsSync(join(root, "dist/src/cli/bin.js"))) throw new Error("dist/ is missing: `npm run build` comes first");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(scratch, name), text);
  cpSync(join(root, "dist"), join(copy, "dist"), { recursive: true });
  cpSync(join(root, "package.json"), join(copy, "package.json"));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** Runs a copy of the built program that finds these packages and no others. Throws with its stderr when it fails. */
function run(packages: readonly string[], args: readonly string[]): string {
  const installed = join(copy, "node_modules");
  // With it goes the cache of transformed modules, which would do without what transforms them.
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed);
  for (const name of ["commander", "picocolors", ...packages]) {
    symlinkSync(join(root, "node_modules", name), join(installed, name));
  }
  const env = { PATH: process.env["PATH"], XDG_CACHE_HOME: join(installed, ".cache"), NO_COLOR: "1" };
  const program = join(copy, "dist/src/cli/bin.js");
  return execFileSync(process.execPath, [program, ...args], { cwd: scratch, encoding: "utf8", env, stdio: "pipe" });
}

const json = "fast-json-stable-stringify";

// Rows: what is asked, what it needs besides the parser of the command line, what is printed.
test.each<[readonly string[], readonly string[], RegExp]>([
  [["--version"], [], /^\d+\.\d+\.\d+\n$/],
  [["eval", "--help"], [], /^Usage: confix eval/],
  [["eval", "host.ts", "--compact"], ["jiti", json], /^\{"a":1\}\n$/],
  [["eval", "empty.json"], ["jsonc-parser", json], /^\{\}\n$/],
  [["eval", "empty.yaml"], ["yaml", json], /^\{\}\n$/],
  [["eval", "empty.toml"], ["smol-toml", json], /^\{\}\n$/],
  [["eval", "empty.json", "--format", "yaml"], ["jsonc-parser", "yaml"], /^\{\}\n$/],
  [["eval", "empty.json", "--format", "toml"], ["jsonc-parser", "smol-toml"], /^\n?$/],
  [["eval", "--config", "config.json"], ["jsonc-parser", "zod", json], /^\{\}\n$/],
  [["eval", "--config", "extending.json"], ["jsonc-parser", "zod", "deepmerge-ts", json], /^\{\}\n$/],
])("%j needs no more than %j", (args, packages, printed) => {
  expect(run(packages, args)).toMatch(printed);
});

// So that the rows above can fail: what is not there is not found anywhere else.
test.each<[readonly string[], readonly string[], string]>([
  [["eval", "host.ts"], [json], "jiti"],
  [["eval", "empty.yaml"], [json], "yaml"],
  [["eval", "--config", "config.json"], ["jsonc-parser", json], "zod"],
])("%j does not do with %j", (args, packages, missed) => {
  expect(() => run(packages, args)).toThrow(new RegExp(`['\`]${missed}['\`]`));
});
