// `confix eval --watch` as a process: what ends it, and that it ends then.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { builtProgram } from "./built.ts";
import { declare, writeFiles } from "./run.ts";

test.each(["SIGINT", "SIGTERM"] as const)("ends with 0 by %s, also where a module left a timer", async (signal) => {
  const cwd = writeFiles({ "host.ts": `setInterval(() => {}, 1000);\n${declare("a")}`, "b.yaml": "a: 1\n" });
  const env = { ...process.env, NO_COLOR: "1", CONFIX_EXTRA_MODULES: "", XDG_CACHE_HOME: join(cwd, "cache") };
  const argv = [builtProgram(), "eval", "--watch", "--compact", "host.ts", "b.yaml"];
  const child = spawn(process.execPath, argv, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [stdout, stderr] = ["", ""];
  const said = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), once(child, "exit")]);
  };
  child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  await said(() => stderr.includes("watch: "));
  expect(stdout).toBe('{"a":1}\n');
  writeFileSync(join(cwd, "b.yaml"), "a: 2\n");
  await said(() => stderr.includes("differs"));
  expect(stdout).toBe('{"a":1}\n{"changed":{"a":2},"removed":[]}\n');
  child.kill(signal);
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a module that waits for what never happens is told, and waited for no longer", async () => {
  const cwd = writeFiles({ "host.mjs": "export default {};\n" });
  const env = { ...process.env, NO_COLOR: "1", CONFIX_EXTRA_MODULES: "", XDG_CACHE_HOME: join(cwd, "cache") };
  const argv = [builtProgram(), "eval", "--watch", "host.mjs"];
  const child = spawn(process.execPath, argv, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stderr = "";
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  const said = async (text: string): Promise<void> => {
    while (!stderr.includes(text)) await Promise.race([once(child.stderr, "data"), once(child, "exit")]);
  };
  await said("watch: ");
  writeFileSync(join(cwd, "host.mjs"), "await new Promise(() => {});\nexport default {};\n");
  await said("error[never-settles]");
  await said("the last good result stands");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});
