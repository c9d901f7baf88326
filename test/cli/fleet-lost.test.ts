// Hosts of a fleet that end their worker, or the process of all workers: they fail, and the others do not.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { builtProgram } from "./built.ts";
import { declare, evalFiles, type Run } from "./run.ts";

beforeAll(() => void builtProgram());

const good = Object.fromEntries(
  Array.from({ length: 6 }, (_, at) => [`hosts/h${at}.ts`, "export default { a: 1 };\n"]),
);

/** A fleet of good hosts, with one among them that is not. */
async function fleetWith(
  bad: string,
  ...flags: readonly string[]
): Promise<Run & { readonly results: readonly string[] }> {
  const files = { "common.ts": declare("a"), ...good, "hosts/bad.ts": bad };
  const [one, ...others] = Object.keys(good);
  const argv = ["common.ts", "--out-dir", "out", ...flags, "--fleet", one ?? "", "hosts/bad.ts", ...others];
  const run = await evalFiles(files, argv);
  return { ...run, results: readdirSync(join(run.cwd, "out")).toSorted() };
}

const ofGood = ["h0.json", "h1.json", "h2.json", "h3.json", "h4.json", "h5.json"];
const summary = "7 hosts: 6 evaluated, 1 failed\nfailed: bad\n";

test.each([
  ["process.exit", "process.exit(0);\nexport default {};", "process-exit", "`process.exit`"],
  ["process.kill", 'process.kill(process.pid, "SIGKILL");\nexport default {};', "process-exit", "`process.kill`"],
  [
    "process.exit in a timer",
    "setTimeout(() => process.exit(0), 0);\nawait new Promise((go) => setTimeout(go, 200));\nexport default {};",
    "process-exit",
    "`process.exit`",
  ],
  [
    "an error in a timer",
    'setTimeout(() => { throw new Error("boo"); }, 0);\nawait new Promise((go) => setTimeout(go, 200));\nexport default {};',
    "unhandled-error",
    "boo",
  ],
  ["a rejected promise", 'void Promise.reject(new Error("boo"));\nexport default {};', "unhandled-error", "boo"],
  [
    "a promise that never settles",
    "await new Promise(() => {});\nexport default {};",
    "never-settles",
    "bad.ts` waits",
  ],
  [
    "what kills the process",
    'import { execFileSync } from "node:child_process";\nexecFileSync("sh", ["-c", "kill -9 $PPID"]);\nexport default {};',
    "worker-ended",
    "SIGKILL",
  ],
])("%s fails the host alone", async (_name, bad, code, words) => {
  const run = await fleetWith(bad);
  expect(run).toMatchObject({ exitCode: 1, stdout: summary, results: ofGood });
  expect(run.stderr.match(/^error\[[\w-]+\]/gm)).toEqual([`error[${code}]`]);
  expect(run.stderr).toContain(words);
  expect(run.stderr).toContain("on host `bad`\n");
});

// Of the second kind Node says that it cannot go on, and ends with all threads.
test.each([
  ["many objects", "const all = [];\nfor (;;) all.push({ at: all.length });\nexport default {};"],
  ["one large table", "const all = new Map();\nfor (let at = 0; ; at += 1) all.set(at, at);\nexport default {};"],
  ["a value", "export default { a: () => { const all = []; for (;;) all.push([all.length]); } };"],
])("memory that %s uses up fails the host alone", async (_name, bad) => {
  const run = await fleetWith(bad, "--host-memory", "48");
  expect(run).toMatchObject({ exitCode: 1, stdout: summary, results: ofGood });
  expect(run.stderr.match(/^error\[[\w-]+\]/gm)).toEqual(["error[out-of-memory]"]);
  expect(run.stderr).toContain("the 48 MB that a host may use");
  expect(run.stderr).not.toContain("GCs");
});

test("what a host leaves behind does not fail the next one", async () => {
  const left =
    'globalThis.boo = () => setTimeout(() => { throw new Error("left behind"); }, 0);\nexport default { a: 1 };';
  const next = "globalThis.boo?.();\nawait new Promise((go) => setTimeout(go, 200));\nexport default { a: 1 };";
  const files = { "common.ts": declare("a"), "left.ts": left, "next.ts": next };
  const run = await evalFiles(files, ["common.ts", "--out-dir", "out", "--jobs", "1", "--fleet", "left.ts", "next.ts"]);
  expect(run).toMatchObject({ exitCode: 0, stderr: "", stdout: "2 hosts: 2 evaluated\n" });
});

test("what modules print goes to stderr", async () => {
  const bad = 'console.log("from a module");\nprocess.stdout.write("and this\\n");\nexport default { a: 1 };';
  const run = await fleetWith(bad);
  expect(run.stdout).toBe("7 hosts: 7 evaluated\n");
  expect(run.stderr).toBe("from a module\nand this\n");
});

test("`--trace` shows more of the stack of what a host threw", async () => {
  const thrown =
    "const down = (n) => { if (n === 0) throw new Error('deep'); down(n - 1); };\nexport default { a: () => down(40) };";
  const short = await fleetWith(thrown);
  const long = await fleetWith(thrown, "--trace");
  expect(long.stderr.length).toBeGreaterThan(short.stderr.length);
});
