// What a restricted run guards beyond Node's permission model: links, the process itself, and its own end.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtProgram } from "./built.ts";
import { confix, type Run, writeFiles } from "./run.ts";

beforeAll(() => void builtProgram());

const head =
  'import fs from "node:fs";\nimport { setPriority } from "node:os";\nimport { mkOption } from "confix";\nconst here = import.meta.dirname;\n';

/** Evaluates an expression in a module beside links that lead outside and inside. */
async function evaluate(code: string, ...flags: readonly string[]): Promise<Run & { readonly cwd: string }> {
  const cwd = writeFiles({
    "secret/key.txt": "sesame",
    "host/host.ts": `${head}export default { options: { a: mkOption({ default: ${code} }) } };`,
    "host/data/own.txt": "own",
  });
  symlinkSync("../secret/key.txt", join(cwd, "host/key.txt"));
  symlinkSync("../secret", join(cwd, "host/folder"));
  symlinkSync("data", join(cwd, "host/inside"));
  const argv = ["eval", "host/host.ts", "--restricted", "--compact", ...flags];
  return { ...(await confix(argv, { cwd })), cwd };
}

describe("a link that leads out of the allowed folders", () => {
  test.each([
    ["() => fs.readFileSync(`${here}/key.txt`, 'utf8')", "key.txt"],
    ["() => fs.readFileSync(new URL('./key.txt', import.meta.url), 'utf8')", "key.txt"],
    ["() => fs.readFileSync(Buffer.from(`${here}/key.txt`), 'utf8')", "key.txt"],
    ["() => fs.readFileSync(`${here}/folder/key.txt`, 'utf8')", "key.txt"],
    ["() => fs.readFileSync(`${here}/data/../folder/key.txt`, 'utf8')", "key.txt"],
    ["() => fs.readFileSync(fs.openSync(`${here}/key.txt`, 'r'), 'utf8')", "key.txt"],
    ["() => fs.readdirSync(`${here}/folder`)", ""],
    ["() => fs.existsSync(`${here}/folder/key.txt`)", "key.txt"],
    ["() => fs.statSync(`${here}/key.txt`).size", "key.txt"],
    ["() => fs.lstatSync(`${here}/folder/key.txt`).size", "key.txt"],
    ["() => fs.realpathSync.native(`${here}/key.txt`)", "key.txt"],
    ["() => process.getBuiltinModule('fs').readFileSync(`${here}/key.txt`, 'utf8')", "key.txt"],
  ])("is not followed by %s", async (code, file) => {
    const run = await evaluate(code);
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    expect(run.stderr).toContain(`tried to read \`${join(run.cwd, "secret", file)}\``);
    expect(run.stderr).toContain(join(run.cwd, "host/host.ts"));
  });

  test.each([
    "await fs.promises.readFile(`${here}/key.txt`, 'utf8')",
    "await new Promise((done, fail) => fs.readFile(`${here}/key.txt`, 'utf8', (error, text) => (error ? fail(error) : done(text))))",
    "await fs.createReadStream(`${here}/key.txt`).setEncoding('utf8').toArray()",
    "await (await fs.openAsBlob(`${here}/key.txt`)).text()",
  ])("is not followed by %s", async (code) => {
    const run = await evaluate(code);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain(`tried to read \`${join(run.cwd, "secret/key.txt")}\``);
  });

  test("is followed where `--allow-read` allows what it leads to", async () => {
    const code = "() => fs.readFileSync(`${here}/key.txt`, 'utf8')";
    expect(await evaluate(code, "--allow-read", "secret")).toMatchObject({ exitCode: 0, stdout: '{"a":"sesame"}\n' });
  });
});

test.each([
  ["() => fs.readFileSync(`${here}/inside/own.txt`, 'utf8')", '"own"'],
  ["() => fs.realpathSync(`${here}/inside`).endsWith('/host/data')", "true"],
  ["() => fs.readlinkSync(`${here}/inside`)", '"data"'],
  ["() => fs.lstatSync(`${here}/folder`).isSymbolicLink()", "true"],
  ["() => fs.existsSync(`${here}/nothing`)", "false"],
  ["await fs.promises.readFile(`${here}/inside/own.txt`, 'utf8')", '"own"'],
])("a link that stays inside is followed: %s", async (code, value) => {
  expect(await evaluate(code)).toMatchObject({ exitCode: 0, stdout: `{"a":${value}}\n`, stderr: "" });
});

test.each([
  ["process.kill", "process.kill(process.ppid, 0)"],
  ["process._kill", "process._kill(process.ppid, 0)"],
  ["process.binding", "process.binding('fs')"],
  ["process.dlopen", "process.dlopen({ exports: {} }, '/x.node')"],
  ["process.loadEnvFile", "process.loadEnvFile(`${here}/key.txt`)"],
  ["os.setPriority", "setPriority(0, 19)"],
])("%s is refused by name", async (name, code) => {
  const run = await evaluate(`() => ${code}`);
  expect(run).toMatchObject({ exitCode: 1, stdout: "" });
  expect(run.stderr).toContain(`\`${join(run.cwd, "host/host.ts")}\` tried to call \`${name}\``);
});

test("a module cannot give the answer in the place of Confix", async () => {
  const run = await evaluate("() => { process.send?.('nonsense'); process.send?.({}); return 1; }");
  expect(run).toMatchObject({ exitCode: 0, stdout: '{"a":1}\n' });
});

test("a process that ends without a result is one error", async () => {
  const run = await evaluate("() => { process.disconnect(); return new Promise(() => {}); }");
  expect(run).toMatchObject({ exitCode: 2, stdout: "" });
  expect(run.stderr).toMatch(/^error\[[a-z-]+\]: The process that evaluates the modules ended without a result/);
});

const isLinux = existsSync("/proc/self/task");

describe.skipIf(!isLinux)("when the command is ended, so is the process it started (looks into /proc)", () => {
  const busy = `${head}fs.readdirSync(here);\nconsole.log("here");\nfor (;;);\nexport default {};`;
  const idle = `${head}console.log("here");\nsetInterval(() => {}, 1000);\nawait new Promise(() => {});\nexport default {};`;

  test.each([
    ["SIGTERM", busy],
    ["SIGINT", busy],
    ["SIGHUP", idle],
    ["SIGKILL", idle],
    ["SIGKILL", busy],
  ] as const)("by %s", async (signal, text) => {
    const cwd = writeFiles({ "host.ts": text });
    const command = spawn(process.execPath, [builtProgram(), "eval", "host.ts", "--restricted"], { cwd });
    await once(command.stderr, "data");
    const started = childrenOf(command);
    expect(started.length).toBeGreaterThan(0);
    const closed = once(command, "exit");
    command.kill(signal);
    expect(await closed).toEqual([null, signal]);
    await expect.poll(() => started.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  });
});

function childrenOf({ pid }: ChildProcess): readonly string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .split(" ")
    .filter((child) => child !== "");
}

// What has ended and was not waited for has no command line any more.
function isAlive(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch {
    return false;
  }
}
