// Libraries are loaded only when something needs them: what was built works where the others are not installed.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../repository/files.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "confix-lazy-")));
const copy = join(scratch, "package");

const files: Readonly<Record<string, string>> = {
  "options.ts":
    'import { mkOption, types } from "confix"; export default { options: { a: mkOption({ type: types.int }) } };',
  "host.ts": 'import options from "./options.ts"; export default { imports: [options], config: { a: 1 } };',
  "host.js":
    'import { mkOption } from "confix"; export default { imports: ["./data.json"], options: { a: mkOption() } };',
  "data.json": '{ "a": 1 }',
  "shipped.yaml": "imports: [confix/modules/assertions]\n",
  "list-loaded.cjs": `process.on("exit", () => {
    const parts = process.moduleLoadList.filter((name) => name.startsWith("NativeModule ")).map((name) => name.slice(13));
    const loaded = { files: Object.keys(require.cache), parts };
    require("node:fs").writeFileSync(__dirname + "/loaded.json", JSON.stringify(loaded));
  });`,
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

/** Lets a copy of the built program find these packages and no others, and nothing of what was kept before. */
function installOnly(packages: readonly string[]): void {
  rmSync(join(copy, "node_modules"), { recursive: true, force: true });
  mkdirSync(join(copy, "node_modules"));
  link(packages);
}

function link(packages: readonly string[]): void {
  for (const name of packages) symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
}

/** Runs the copy. Throws with its stderr when it fails. */
function run(args: readonly string[], nodeFlags: readonly string[] = []): string {
  const env = { PATH: process.env["PATH"], XDG_CACHE_HOME: join(copy, "node_modules/.cache"), NO_COLOR: "1" };
  const program = join(copy, "dist/src/cli/bin.js");
  const command = [...nodeFlags, program, ...args];
  return execFileSync(process.execPath, command, { cwd: scratch, encoding: "utf8", env, stdio: "pipe" });
}

// Rows: what is asked, what it needs besides what is part of the command, what is printed.
test.each<[readonly string[], readonly string[], RegExp]>([
  [["--version"], [], /^\d+\.\d+\.\d+\n$/],
  [["eval", "--help"], [], /^Usage: confix eval/],
  [["eval", "host.ts", "--compact"], ["oxc-parser", "magic-string", "sucrase"], /^\{"a":1\}\n$/],
  // The parser is native code, which there may not be for a machine.
  [["eval", "host.ts", "--compact"], ["jiti"], /^\{"a":1\}\n$/],
  [["eval", "shipped.yaml", "--at", "assertions"], [], /^\[\]\n$/],
  [["eval", "empty.json"], [], /^\{\}\n$/],
  [["eval", "empty.yaml"], [], /^\{\}\n$/],
  [["eval", "empty.toml"], [], /^\{\}\n$/],
  [["eval", "empty.json", "--format", "yaml"], [], /^\{\}\n$/],
  [["eval", "empty.json", "--format", "toml"], [], /^\n?$/],
  [["eval", "--config", "config.json"], ["zod"], /^\{\}\n$/],
  [["eval", "--config", "extending.json"], ["zod", "deepmerge-ts"], /^\{\}\n$/],
])("%j needs no more than %j", (args, packages, printed) => {
  installOnly(packages);
  expect(run(args)).toMatch(printed);
});

// So that the rows above can fail: what is not there is not found anywhere else.
test.each<[readonly string[], readonly string[], string]>([
  [["eval", "host.ts"], [], "jiti"],
  [["eval", "--config", "config.json"], [], "zod"],
  [["eval", "--config", "extending.json"], ["zod"], "deepmerge-ts"],
])("%j does not do with %j", (args, packages, missed) => {
  installOnly(packages);
  expect(() => run(args)).toThrow(new RegExp(`['\`]${missed}['\`]`));
});

test("what was transformed before needs nothing that transforms", () => {
  installOnly(["jiti"]);
  expect(run(["eval", "host.ts", "--compact"])).toBe('{"a":1}\n');
  rmSync(join(copy, "node_modules/jiti"));
  expect(run(["eval", "host.ts", "--compact"])).toBe('{"a":1}\n');
  writeFileSync(join(scratch, "options.ts"), files["options.ts"]?.replace("types.int", "types.ints.positive") ?? "");
  expect(() => run(["eval", "host.ts", "--compact"])).toThrow(/jiti/);
  link(["jiti"]);
  expect(run(["eval", "host.ts", "--compact"])).toBe('{"a":1}\n');
});

// Each file costs a third of a millisecond, and some parts of Node several.
test.each([[["--version"]], [["eval", "host.ts"]], [["eval", "host.js"]]])(
  "%j loads one file, and no part of Node that it does not need",
  (args) => {
    installOnly(["jiti"]);
    const list = join(scratch, "list-loaded.cjs");
    const flags = ["--require", list];
    run(args, flags);
    run(args, flags);
    const loaded = JSON.parse(readFileSync(join(scratch, "loaded.json"), "utf8")) as Loaded; // It was written there.
    expect(loaded.files).toEqual([list, join(copy, "dist/src/cli/bin.js")]);
    expect(loaded.parts).toContain("vm");
    for (const name of [
      "child_process",
      "worker_threads",
      "crypto",
      "fs/promises",
      "internal/modules/esm/translators",
    ]) {
      expect(loaded.parts).not.toContain(name);
    }
  },
);

interface Loaded {
  readonly files: readonly string[];
  /** Of Node. */
  readonly parts: readonly string[];
}
