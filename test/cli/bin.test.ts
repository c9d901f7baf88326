// The program itself: what only a process of its own can show.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtProgram } from "./built.ts";
import { declare, writeFiles } from "./run.ts";

function run(
  cwd: string,
  argv: readonly string[],
  input = "",
): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NO_COLOR: "1", CONFIX_EXTRA_MODULES: "" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtProgram(), ...argv], {
    cwd,
    env,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("evaluates a file, and reads stdin", () => {
  const cwd = writeFiles({ "host.ts": declare("a") });
  expect(run(cwd, ["eval", "host.ts", "-", "--compact"], "a: 5\n")).toEqual({
    status: 0,
    stdout: '{"a":5}\n',
    stderr: "",
  });
});

test("what modules print is not in the output", () => {
  const cwd = writeFiles({ "host.ts": `console.log("from a module");\n${declare("a")}` });
  expect(run(cwd, ["eval", "host.ts", "--compact"])).toEqual({
    status: 0,
    stdout: '{"a":null}\n',
    stderr: "from a module\n",
  });
});

test("ends although a module left a timer behind", () => {
  const cwd = writeFiles({ "host.ts": `setInterval(() => {}, 1000);\n${declare("a")}` });
  expect(run(cwd, ["eval", "host.ts"])).toMatchObject({ status: 0 });
});

test("tells of each module that waits for what never happens", () => {
  const waits = "await new Promise(() => {});\nexport default {};\n";
  const { status, stderr } = run(writeFiles({ "a.mjs": waits, "b.mjs": waits }), ["eval", "a.mjs", "b.mjs"]);
  expect(status).toBe(2);
  expect(stderr.match(/error\[never-settles\]/g)).toHaveLength(2);
});

test("its exit codes are 0, 1 and 2", () => {
  const cwd = writeFiles({ "host.ts": declare("a"), "typo.yaml": "typo: 1\n" });
  expect(run(cwd, ["eval", "host.ts"]).status).toBe(0);
  expect(run(cwd, ["eval", "host.ts", "typo.yaml"]).status).toBe(1);
  expect(run(cwd, ["eval", "nope.ts"]).status).toBe(2);
});

test("a large result arrives whole through a pipe", () => {
  const list = JSON.stringify({ a: Array.from({ length: 200_000 }, (_, at) => `item ${at}`) });
  const cwd = writeFiles({ "host.ts": declare("a"), "list.json": list });
  const env = { ...process.env, NO_COLOR: "1" };
  const options = { cwd, env, encoding: "utf8", maxBuffer: 1e9 } as const;
  const { stdout } = spawnSync(
    process.execPath,
    [builtProgram(), "eval", "host.ts", "list.json", "--compact"],
    options,
  );
  expect(stdout).toBe(`${list}\n`);
});

test("a reader that stops reading is no error", async () => {
  const list = JSON.stringify({ a: Array.from({ length: 200_000 }, (_, at) => `item ${at}`) });
  const cwd = writeFiles({ "host.ts": declare("a"), "list.json": list });
  const child = spawn(process.execPath, [builtProgram(), "eval", "host.ts", "list.json"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (stderr += text));
  child.stdout.once("data", () => child.stdout.destroy());
  const [status] = (await once(child, "close")) as [number | null]; // As Node documents the event.
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("works in a folder and with a home that cannot be written", () => {
  const cwd = writeFiles({ "host.ts": declare("a") });
  const env = { HOME: join(cwd, "host.ts"), NO_COLOR: "1" };
  const { status, stdout } = spawnSync(process.execPath, [builtProgram(), "eval", "host.ts", "--compact"], {
    cwd,
    env,
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '{"a":null}\n' });
});
