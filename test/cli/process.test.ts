// What modules do to the process they run in: they neither end it, nor write into the result, nor fail unseen.
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtProgram } from "./built.ts";
import { declare, type Run, writeFiles } from "./run.ts";

type Files = Readonly<Record<string, string>>;

beforeAll(() => void builtProgram());

const env = { ...process.env, NO_COLOR: "1", CONFIX_EXTRA_MODULES: "" };

function run(files: Files, ...argv: readonly string[]): Run & { readonly cwd: string } {
  const cwd = writeFiles(files);
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtProgram(), "eval", ...argv], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { exitCode: status ?? -1, stdout, stderr, cwd };
}

const value = (code: string): string =>
  `import { mkOption } from "confix";\nexport default { options: { a: mkOption({ default: () => ${code} }) } };`;

describe.each([[[]], [["--restricted"]]])("with %j", (flags) => {
  const thrown = {
    "host.ts": `${declare("a")}setTimeout(() => { throw new Error("boo"); }, 0);
await new Promise((go) => setTimeout(go, 100));`,
  };

  test.each<[string, Files, string, number]>([
    ["a rejected promise while loading", { "host.ts": `${declare("a")}Promise.reject(new Error("boo"));` }, "boo", 3],
    ["a rejected promise in a value", { "host.ts": value('(Promise.reject(new Error("boo")), 1)') }, "boo", 2],
    ["an error in a timer", thrown, "boo", 3],
    [
      "a promise at the top that never settles",
      { "host.ts": "await new Promise(() => {});\nexport default {};" },
      "never",
      0,
    ],
    [
      "the same in a file that is imported",
      { "host.ts": 'import "./stuck.ts";\nexport default {};', "stuck.ts": "await new Promise(() => {});" },
      "stuck.ts` waits",
      0,
    ],
    ["process.exit while loading", { "host.ts": "\nprocess.exit(0);\nexport default {};" }, "`process.exit`", 2],
    ["process.exit in a value", { "host.ts": value("process.exit(0)") }, "`process.exit`", 0],
    [
      "process.exit in a timer",
      { "host.ts": thrown["host.ts"].replace('throw new Error("boo")', "process.exit(0)") },
      "`process.exit`",
      3,
    ],
    ["process.reallyExit", { "host.ts": value("process.reallyExit(0)") }, "`process.reallyExit`", 0],
    [
      "a default export that cannot be looked at",
      { "host.ts": 'export default new Proxy({}, { getPrototypeOf() { throw new Error("no"); } });' },
      "host.ts",
      0,
    ],
    [
      "a default export that throws when it is read",
      { "host.ts": '\nexport default new Proxy({}, { get() { throw new Error("boo"); } });' },
      "boo",
      2,
    ],
  ])("%s is one error, with its file", (_name, files, words, line) => {
    const { exitCode, stdout, stderr, cwd } = run(files, "host.ts", ...flags);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.match(/^error\[/gm)).toHaveLength(1);
    expect(stderr).toContain(words);
    expect(stderr).toContain(join(cwd, line === 0 ? "" : `host.ts:${line}`));
    expect(stderr).not.toMatch(/itself failed|\(.*:\d+:\d+\)|Node\.js v/);
  });

  test("what a module writes to stdout is not in the result", () => {
    const text = `process.stdout.write("one\\n");\nconsole.log("two");\n${declare("a")}`;
    expect(run({ "host.ts": text }, "host.ts", "--compact", ...flags)).toMatchObject({
      exitCode: 0,
      stdout: '{"a":null}\n',
      stderr: "one\ntwo\n",
    });
  });

  test("a rejected promise that is caught later is no error", () => {
    const text = `const failing = Promise.reject(new Error("boo"));\nfailing.catch(() => {});\n${declare("a")}`;
    expect(run({ "host.ts": text }, "host.ts", ...flags)).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

test("a current folder that is gone is one error", () => {
  const cwd = writeFiles({ "gone/x": "" });
  const script = 'cd gone && rm -r ../gone && exec "$0" "$1" eval host.ts';
  const options = { cwd, env, encoding: "utf8" } as const;
  const { status, stderr } = spawnSync("/bin/sh", ["-c", script, process.execPath, builtProgram()], options);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "error[no-current-folder]: The current directory does not exist any more.\n  help: go to another one\n",
  });
});

test.skipIf(!existsSync("/dev/full"))("a result that cannot be written is one error (needs /dev/full)", () => {
  const cwd = writeFiles({ "host.ts": declare("a") });
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(process.execPath, [builtProgram(), "eval", "host.ts"], {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", full, "pipe"],
  });
  closeSync(full);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "error[output-failed]: `stdout` cannot be written: no space is left.\n",
  });
});
