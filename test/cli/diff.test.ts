// `confix diff`: what two configurations come to, and why it differs.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { confix, writeFiles } from "./run.ts";

const options = `import { mkOption, types } from "confix";
export default {
  options: {
    port: mkOption({ type: types.port, default: 80 }),
    names: mkOption({ type: types.listOf(types.str), default: [] }),
    same: mkOption({ type: types.int, default: 1 }),
    extra: mkOption({ type: types.attrsOf(types.int), default: {} }),
  },
};
`;
const a = `import { mkDefault } from "confix";
export default {
  imports: ["./options.ts"],
  config: { port: mkDefault(8080), names: ["a"], extra: { x: 1 } },
};
`;
const b = `imports: [./options.ts]
names: [a, b]
extra: { "y|z": 2 }
`;
const files = { "options.ts": options, "a.ts": a, "b.yaml": b };

describe("two files", () => {
  test("as text: both values, and the definitions that made them", async () => {
    const run = await confix(["diff", "a.ts", "b.yaml"], { cwd: writeFiles(files) });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.stdout).toBe(`extra.x
- 1
    a.ts:4:62

extra."y|z"
+ 2
    b.yaml:3:17

names
- [
-   "a",
- ]
    a.ts:4:43
+ [
+   "a",
+   "b",
+ ]
    b.yaml:2:8

port
- 8080
    a.ts:4:29 (mkDefault)
+ 80
    options.ts:4:49 (mkOptionDefault)
`);
  });

  test("as data", async () => {
    const { stdout } = await confix(["diff", "a.ts", "b.yaml", "--format", "json"], { cwd: writeFiles(files) });
    const { changes } = JSON.parse(stdout) as { changes: readonly object[] };
    expect(changes).toHaveLength(4);
    expect(changes[0]).toEqual({
      path: ["extra", "x"],
      before: {
        value: 1,
        definitions: [{ origin: expect.objectContaining({ file: "a.ts", line: 4 }), priority: 100 }],
      },
      after: null,
    });
  });

  test("as Markdown, with cells that hold together", async () => {
    const { stdout } = await confix(["diff", "a.ts", "b.yaml", "--format", "markdown"], { cwd: writeFiles(files) });
    expect(stdout).toMatch(/^\| option \| a\.ts \| b\.yaml \|\n\| --- \| --- \| --- \|\n/);
    expect(stdout).toContain('| <code>extra."y\\|z"</code> |  | <code>2</code><br>b.yaml:3:17 |');
  });

  test("--exit-code tells whether they differ", async () => {
    const cwd = writeFiles(files);
    expect(await confix(["diff", "a.ts", "b.yaml", "--exit-code"], { cwd })).toMatchObject({ exitCode: 1 });
    expect(await confix(["diff", "a.ts", "a.ts", "--exit-code"], { cwd })).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
  });

  test("one that is wrong is reported, and nothing is compared", async () => {
    const cwd = writeFiles({ ...files, "bad.yaml": "imports: [./options.ts]\nport: x\n" });
    const run = await confix(["diff", "a.ts", "bad.yaml"], { cwd });
    expect(run).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringContaining("error[wrong-type]") });
    expect(await confix(["diff", "a.ts", "missing.ts"], { cwd })).toMatchObject({ exitCode: 2 });
  });
});

describe("a revision of Git", () => {
  const repository = (more: Readonly<Record<string, string>> = {}): string => {
    const cwd = writeFiles({ ...files, ...more });
    const git = (...argv: readonly string[]): unknown =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...argv], { cwd, stdio: "pipe" });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "first");
    writeFileSync(join(cwd, "a.ts"), a.replace("8080", "9090"));
    return cwd;
  };

  test("is evaluated as it was, and named so", async () => {
    const run = await confix(["diff", "git:HEAD:a.ts", "a.ts"], { cwd: repository() });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.stdout).toBe(`port
- 8080
    git:HEAD:a.ts:4:29 (mkDefault)
+ 9090
    a.ts:4:29 (mkDefault)
`);
  });

  test("names what is wrong in it as it was named itself, and shows the line", async () => {
    const cwd = repository();
    const git = (...argv: readonly string[]): unknown =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...argv], { cwd, stdio: "pipe" });
    writeFileSync(join(cwd, "a.ts"), a.replace("mkDefault(8080)", '"wrong"'));
    git("commit", "-qam", "second");
    const run = await confix(["diff", "git:HEAD:a.ts", "git:HEAD~1:a.ts"], { cwd });
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    expect(run.stderr).toContain('- in git:HEAD:a.ts:4:19: "wrong"');
    expect(run.stderr).toContain('  > 4 |   config: { port: "wrong"');
    expect(run.stderr).not.toContain("confix-revision");
    const json = await confix(["diff", "git:HEAD:a.ts", "b.yaml", "--error-format", "json"], { cwd });
    expect(json.stderr).toContain('"file": "git:HEAD:a.ts"');
    expect(json.stderr).not.toContain("confix-revision");
  });

  test("has the paths of the working tree where its values are made of some", async () => {
    const text = `import { mkOption } from "confix";
export default { options: { a: mkOption({}) }, config: { a: { b: [import.meta.dirname], c: 1 } } };
`;
    const cwd = repository({ "sub/path.ts": text });
    writeFileSync(join(cwd, "sub/path.ts"), text.replace("c: 1", "c: 2"));
    const { stdout } = await confix(["diff", "git:HEAD:sub/path.ts", "sub/path.ts", "--format", "json"], { cwd });
    expect(stdout).toContain('"c"');
    expect(stdout).not.toContain('"b"');
  });

  test("that is not there is told in Git's words", async () => {
    const run = await confix(["diff", "git:nothing:a.ts", "a.ts"], { cwd: repository() });
    expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("error[git-failed]") });
  });
});
