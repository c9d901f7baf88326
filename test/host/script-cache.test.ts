// What runs of scripts keep for the next run: that it is used, that it is never used wrongly, and that it may be damaged.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { running } from "../../src/cli/running.ts";
import type { ScriptCounts } from "../../src/host/script-modules.ts";
import { ScriptRunner } from "../../src/host/scripts.ts";
import { builtProgram } from "../cli/built.ts";
import { writeFiles } from "./temporary-files.ts";

afterEach(() => {
  vi.useRealTimers();
});

interface Ran {
  readonly exports: unknown;
  readonly counts: ScriptCounts;
}

/** Runs `host.ts` as a new process would, with the folder `cache` beside it. */
async function run(folder: string, file = "host.ts"): Promise<Ran> {
  const runner = new ScriptRunner(running, join(folder, "cache"));
  const exports = (await runner.run(join(folder, file), null))["default"];
  return { exports, counts: { ...runner.counts } };
}

function keptFiles(folder: string): readonly string[] {
  const entries = readdirSync(join(folder, "cache"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== "cleaned");
  return files.map((entry) => join(entry.parentPath, entry.name));
}

const files = {
  "host.ts": 'import { a } from "./a.ts";\nimport b from "./lib/b.mjs";\nexport default { a, b: b() };\n',
  "a.ts": "export const a: number = 1;\n",
  "lib/b.mjs": "const two = () => 2;\nexport default two;\n",
};

describe("a second run", () => {
  test("transforms and compiles nothing", async () => {
    const folder = writeFiles(files);
    const first = await run(folder);
    expect(first).toEqual({ exports: { a: 1, b: 2 }, counts: { transformed: 3, compiled: 3, kept: 0 } });
    expect(await run(folder)).toEqual({ exports: { a: 1, b: 2 }, counts: { transformed: 0, compiled: 0, kept: 3 } });
  });

  test("does so with files that have been at rest, of which only the status is looked at", async () => {
    const folder = writeFiles(files);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    await run(folder);
    const written = keptFiles(folder).map((file) => statSync(file).mtimeMs);
    expect(await run(folder)).toMatchObject({ counts: { kept: 3 } });
    expect(keptFiles(folder).map((file) => statSync(file).mtimeMs)).toEqual(written);
  });

  test("takes back files that wait at their top", async () => {
    const folder = writeFiles({
      "host.ts": 'import w from "./waits.ts";\nexport default w;\n',
      "waits.ts": "export default await Promise.resolve([1]);\n",
    });
    expect(await run(folder)).toMatchObject({ exports: [1], counts: { transformed: 3 } });
    expect(await run(folder)).toMatchObject({ exports: [1], counts: { transformed: 0, compiled: 0 } });
  });

  test("takes back text that one byte a character cannot say", async () => {
    const folder = writeFiles({ "host.ts": 'export default ["ü", "日本", "🎉"];\n' });
    await run(folder);
    expect(await run(folder)).toEqual({
      exports: ["ü", "日本", "🎉"],
      counts: { transformed: 0, compiled: 0, kept: 1 },
    });
  });

  test("places what is thrown where the first did", async () => {
    const folder = writeFiles({
      "host.ts": 'import { fail } from "./fail.ts";\n\nexport default () => fail();\n',
      "fail.ts": "// A comment.\n\nexport function fail(): never {\n  throw new Error(\n    'no');\n}\n",
    });
    const stackOf = async (): Promise<string> => {
      const { exports } = await run(folder);
      try {
        (exports as () => never)(); // The cast: it is what the file exports.
      } catch (error) {
        return String((error as Error).stack)
          .split("\n")
          .slice(1, 3)
          .join("\n"); // The cast: as above.
      }
      return "";
    };
    const first = await stackOf();
    expect(first).toMatch(/fail\.ts:4:.*\n.*host\.ts:3:/);
    expect(await stackOf()).toBe(first);
  });
});

describe("a file that is another than it was is compiled anew,", () => {
  test("also if its length and its time are the same", async () => {
    const folder = writeFiles(files);
    await run(folder);
    const { atime, mtime } = statSync(join(folder, "a.ts"));
    writeFileSync(join(folder, "a.ts"), "export const a: number = 5;\n");
    utimesSync(join(folder, "a.ts"), atime, mtime);
    expect(await run(folder)).toEqual({ exports: { a: 5, b: 2 }, counts: { transformed: 1, compiled: 1, kept: 2 } });
    expect(await run(folder)).toMatchObject({ exports: { a: 5, b: 2 }, counts: { kept: 3 } });
  });

  test("also after it had been at rest", async () => {
    const folder = writeFiles(files);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    await run(folder);
    writeFileSync(join(folder, "a.ts"), "export const a: number = 5;\n");
    expect(await run(folder)).toMatchObject({ exports: { a: 5, b: 2 }, counts: { compiled: 1, kept: 2 } });
  });

  test("also if another one was moved to its place", async () => {
    const folder = writeFiles({ ...files, "other.ts": "export const a: number = 7;\n" });
    await run(folder);
    renameSync(join(folder, "other.ts"), join(folder, "a.ts"));
    expect(await run(folder)).toMatchObject({ exports: { a: 7, b: 2 }, counts: { compiled: 1, kept: 2 } });
  });

  test("but not one that was only touched", async () => {
    const folder = writeFiles(files);
    await run(folder);
    utimesSync(join(folder, "a.ts"), 1, 1);
    expect(await run(folder)).toMatchObject({ exports: { a: 1, b: 2 }, counts: { compiled: 0, kept: 3 } });
  });
});

describe("what was kept and is damaged is not used:", () => {
  const one = { "host.ts": 'export default [1, "two", () => 3].length;\n' };

  test.each<[string, (bytes: Buffer) => Uint8Array]>([
    ["nothing is left", () => new Uint8Array()],
    ["the end is missing", (bytes) => bytes.subarray(0, -8)],
    ["half is missing", (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ["there is more", (bytes) => Buffer.concat([bytes, Buffer.alloc(8)])],
    ["it is something else", () => Buffer.from("hello, world\n".repeat(20))],
    ["it is all zeros", (bytes) => Buffer.alloc(bytes.length)],
  ])("%s", async (_how, damage) => {
    const folder = writeFiles(one);
    await run(folder);
    for (const file of keptFiles(folder)) writeFileSync(file, damage(readFileSync(file)));
    expect(await run(folder)).toEqual({ exports: 3, counts: { transformed: 1, compiled: 1, kept: 0 } });
    expect(await run(folder)).toMatchObject({ exports: 3, counts: { kept: 1 } });
  });

  test("a byte is wrong, wherever", async () => {
    const folder = writeFiles(one);
    await run(folder);
    const [file = ""] = keptFiles(folder);
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 37) {
      const wrong = Buffer.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ 0x5a;
      writeFileSync(file, wrong);
      expect(await run(folder)).toEqual({ exports: 3, counts: { transformed: 1, compiled: 1, kept: 0 } });
    }
  });

  test("it is of another file", async () => {
    const folder = writeFiles({ ...one, "b.ts": "export default 1;\n" });
    await run(folder);
    await run(folder, "b.ts");
    const [b = "", host = ""] = keptFiles(folder).toSorted(
      (left, right) => Number(/host/.test(left)) - Number(/host/.test(right)),
    );
    writeFileSync(host, readFileSync(b));
    expect(await run(folder)).toMatchObject({ exports: 3, counts: { compiled: 1 } });
  });
});

describe("processes", () => {
  const module =
    'import { mkOption } from "confix";\nimport { a } from "./a.ts";\nexport default { options: { a: mkOption({ default: a }) } };\n';

  async function evaluate(cwd: string, ...nodeFlags: readonly string[]): Promise<string> {
    return await command(cwd, ["eval", "host.ts", "--compact"], nodeFlags);
  }

  async function command(cwd: string, args: readonly string[], nodeFlags: readonly string[] = []): Promise<string> {
    const env = { PATH: process.env["PATH"], XDG_CACHE_HOME: join(cwd, "cache"), NO_COLOR: "1" };
    const child = spawn(process.execPath, [...nodeFlags, builtProgram(), ...args], { cwd, env });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    await once(child, "close");
    return output;
  }

  test("that run at the same time do not disturb one another", async () => {
    const cwd = writeFiles({ ...files, "host.ts": module });
    const outputs = await Promise.all([evaluate(cwd), evaluate(cwd), evaluate(cwd)]);
    expect(outputs).toEqual(['{"a":1}\n', '{"a":1}\n', '{"a":1}\n']);
    // Two scripts, and the command itself; nothing unfinished is left.
    const names = keptFiles(cwd).map((file) =>
      file
        .split("/")
        .at(-1)
        ?.replace(/\..*$/, "")
        .replace(/^confix-test-\w+-/, ""),
    );
    expect(names.toSorted()).toEqual(["a", "host", "program-eval"]);
    expect(await evaluate(cwd)).toBe('{"a":1}\n');
  });

  test("with other flags of V8, which cannot take back one another's code, keep their own", async () => {
    const cwd = writeFiles({ ...files, "host.ts": module });
    const flags = ["--stack-size=900"];
    for (const each of [[], flags, [], flags]) expect(await evaluate(cwd, ...each)).toBe('{"a":1}\n');
    const makes = readdirSync(join(cwd, "cache/confix", readdirSync(join(cwd, "cache/confix"))[0] ?? ""));
    expect(makes.filter((name) => name !== "cleaned")).toHaveLength(2);
  });

  test("whose command itself was kept and is damaged work", async () => {
    const cwd = writeFiles({ ...files, "host.ts": module });
    await evaluate(cwd);
    const program = keptFiles(cwd).find((file) => file.endsWith("program-eval")) ?? "";
    const bytes = readFileSync(program);
    for (const at of [0, 4, 100, 5_000, bytes.length - 9]) {
      const wrong = Buffer.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ 0x5a;
      writeFileSync(program, wrong);
      expect(await evaluate(cwd)).toBe('{"a":1}\n');
      // It was replaced.
      expect(readFileSync(program).equals(wrong)).toBe(false);
    }
  });

  test("of a fleet keep what its workers made, each for itself", async () => {
    const cwd = writeFiles({ ...files, "host.ts": module });
    const fleet = ["eval", "--fleet", "host.ts", "--out-dir", "out", "--compact"];
    const programs = (): readonly string[] => keptFiles(cwd).filter((file) => /\/program-[\w-]+$/.test(file));
    expect(await command(cwd, fleet)).toBe("1 host: 1 evaluated\n");
    const kept = programs().toSorted();
    const names = kept.map((file) => file.split("/").at(-1));
    expect(names).toEqual(["program-eval-fleet", "program-fleet-child", "program-fleet-worker"]);
    // What a run keeps that takes long, as on a busy machine, a quicker one replaces.
    const isPartial = (file: string): boolean => readFileSync(file).subarray(0, 200).includes(" partial");
    while (kept.some(isPartial)) await command(cwd, fleet);
    const before = kept.map((file) => readFileSync(file));
    const inOneWord = ["eval", "--fleet=host.ts", ...fleet.slice(3)];
    for (const args of [fleet, inOneWord]) expect(await command(cwd, args)).toBe("1 host: 1 evaluated\n");
    expect(programs().toSorted()).toEqual(kept);
    expect(kept.filter((file, at) => before[at]?.equals(readFileSync(file)) !== true)).toEqual([]);
    for (const [at, file] of kept.entries()) {
      const wrong = Buffer.from(before[at] ?? []);
      wrong[100] = (wrong[100] ?? 0) ^ 0x5a;
      writeFileSync(file, wrong);
      expect(await command(cwd, fleet)).toBe("1 host: 1 evaluated\n");
      expect(readFileSync(file).equals(wrong)).toBe(false);
      expect(readFileSync(join(cwd, "out/host.json"), "utf8")).toBe('{"a":1}\n');
    }
  });
});
