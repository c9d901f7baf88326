// Hosts of a fleet that never come to an end: how they are told from the others, and who ends them.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { Progress } from "../../src/cli/fleet/progress.ts";
import { RunningHosts } from "../../src/cli/fleet/running-hosts.ts";
import { builtProgram } from "./built.ts";
import { into, results } from "./fleet-files.ts";
import { declare, evalFiles, writeFiles } from "./run.ts";

beforeAll(() => void builtProgram());

const good = "export default { a: 1 };\n";

describe("with `--host-timeout`", () => {
  const endless = {
    "in-a-loop.ts": "for (;;);\nexport default {};\n",
    "in-a-value.ts": "export default { a: () => { for (;;); } };\n",
    "in-a-program.ts":
      'import { execFileSync } from "node:child_process";\nexecFileSync("sh", ["-c", "echo $$ > program; exec sleep 600"]);\nexport default {};\n',
    "waiting.ts": "setInterval(() => {}, 1000);\nawait new Promise(() => {});\nexport default {};\n",
  };
  const well = { "b.ts": good, "c.ts": good };

  test("a host that takes longer fails alone, and is named", { timeout: 120_000 }, async () => {
    const argv = ["common.ts", ...into, "--jobs", "4", "--host-timeout", "8"];
    const hosts = [...Object.keys(endless), ...Object.keys(well)];
    const files = { "common.ts": declare("a"), ...endless, ...well, "out/waiting.json": '"old"\n' };
    const run = await evalFiles(files, [...argv, "--fleet", ...hosts]);
    // What a module has started lives on.
    process.kill(Number(readFileSync(join(run.cwd, "program"), "utf8")));
    expect(run).toMatchObject({
      exitCode: 1,
      stdout: `6 hosts: 2 evaluated, 4 failed
failed: in-a-loop, in-a-value, in-a-program, waiting
removed, of an earlier run: out/waiting.json
`,
    });
    expect(results(run.cwd)).toEqual({ "b.json": { a: 1 }, "c.json": { a: 1 } });
    expect(run.stderr.match(/^error\[.*$/gm)).toEqual(
      Object.keys(endless).map(
        () => "error[out-of-time]: Evaluating this host takes longer than the 8 seconds that a host may take.",
      ),
    );
    for (const name of ["in-a-loop", "in-a-value", "in-a-program", "waiting"]) {
      expect(run.stderr).toContain(`${join(run.cwd, name)}.ts\n`);
      expect(run.stderr).toContain(`  on host \`${name}\`\n`);
    }
  });

  test("hosts that take less are as without it, as many as one worker has", async () => {
    const argv = ["common.ts", ...into, "--jobs", "1", "--host-timeout", "2147484"];
    const run = await evalFiles({ "common.ts": declare("a"), ...well }, [...argv, "--fleet", "b.ts", "c.ts"]);
    expect(run).toMatchObject({ exitCode: 0, stdout: "2 hosts: 2 evaluated\n", stderr: "" });
  });
});

describe("interrupted", () => {
  const stuck =
    'import { writeFileSync } from "node:fs";\nwriteFileSync("begun", String(process.pid));\nfor (;;);\nexport default {};\n';

  interface Begun {
    readonly child: ChildProcess;
    readonly cwd: string;
    /** The process that evaluates. */
    readonly worker: number;
    readonly said: () => string;
  }

  async function begin(): Promise<Begun> {
    const cwd = writeFiles({ "common.ts": declare("a"), "b.ts": good, "stuck.ts": stuck, "c.ts": good });
    const env = { ...process.env, NO_COLOR: "1", CONFIX_EXTRA_MODULES: "", XDG_CACHE_HOME: join(cwd, "cache") };
    const argv = ["eval", "common.ts", ...into, "--jobs", "1", "--fleet", "b.ts", "stuck.ts", "c.ts"];
    const child = spawn(process.execPath, [builtProgram(), ...argv], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const worker = (): number =>
      existsSync(join(cwd, "begun")) ? Number(readFileSync(join(cwd, "begun"), "utf8")) : 0;
    while (worker() === 0) await sleep(20);
    return { child, cwd, worker: worker(), said: () => stderr };
  }

  test.each(["SIGINT", "SIGTERM"] as const)("by %s, a fleet tells what it was evaluating", async (signal) => {
    const { child, cwd, said } = await begin();
    child.kill(signal);
    expect(await once(child, "close")).toEqual([null, signal]);
    expect(said()).toMatch(/^interrupted after 1 of 3 hosts, while evaluating stuck \(\d+ s\)\n$/);
    expect(results(cwd)).toEqual({ "b.json": { a: 1 } });
  });

  test("it leaves nothing behind: no process, and of no host a part of its result", async () => {
    const { child, cwd, worker } = await begin();
    const part = join(cwd, "out", `.stuck.json.${child.pid}.new`);
    writeFileSync(part, '{ "a"');
    child.kill("SIGINT");
    await once(child, "exit");
    expect(() => process.kill(worker, 0)).toThrow("ESRCH");
    expect(readdirSync(join(cwd, "out"))).toEqual(["b.json"]);
  });
});

describe("on a terminal", () => {
  // What the line shows after so many seconds, of hosts that begin one second after another.
  function shownAfter(seconds: number, names: readonly string[], columns?: number): string {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let [now, text] = [0, ""];
    const running = new RunningHosts(() => now);
    const stream = { isTerminal: true, columns, write: async (written: string) => void (text = written) };
    const progress = new Progress(stream, names.length, running, {});
    for (let at = 0; at < seconds; at += 1) {
      const name = names[at];
      if (name !== undefined) running.begin(name);
      now += 1000;
      vi.advanceTimersByTime(1000);
    }
    const shown = text.replace("\r\u001B[K", "");
    void progress.end();
    return shown;
  }

  const bar = "░".repeat(24);

  test("hosts that take long are named, the longest first", () => {
    expect(shownAfter(1, ["a", "b", "c"])).toBe(`${bar} 0/3 hosts`);
    expect(shownAfter(3, ["a", "b", "c"])).toBe(`${bar} 0/3 hosts, waiting for a (3 s), b (2 s)`);
  });

  test("the line is never longer than the terminal is wide", () => {
    const names = ["one", "two", "three", "four", "five", "six"];
    for (const columns of [20, 35, 36, 60, 61, 62, 80]) {
      const line = shownAfter(10, names, columns);
      expect(line.length).toBeLessThan(Math.max(columns, `${bar} 0/6 hosts`.length + 1));
    }
    expect(shownAfter(10, names, 60)).toBe(`${bar} 0/6 hosts, waiting for one (10 s)…`);
    expect(shownAfter(10, names)).toHaveLength(79);
    expect(shownAfter(10, names, 200)).toContain("six (5 s)");
  });

  test("a name writes nothing but itself", () => {
    expect(shownAfter(2, ["a\u001B[31mb"])).toContain("waiting for a·[31mb (2 s)");
  });
});
