// `confix check`: everything that is wrong, in one run, in every form.
import { describe, expect, test } from "vitest";
import { confix, type Run, writeFiles } from "./run.ts";

const options = `
import { mkOption, types } from "confix";
export default {
  options: {
    a: mkOption({ type: types.int }),
    b: mkOption({ type: types.int }),
    c: mkOption({ type: types.int, default: 1 }),
    hidden: mkOption({ type: types.int, internal: true, default: () => { throw new Error("inside"); } }),
    missing: mkOption({ type: types.str }),
  },
};
`;
const first = `import options from "./options.ts";
export default {
  imports: [options],
  config: {
    a: "one",
    b: 1,
    misspelt: 1,
  },
};
`;
const files = {
  "options.ts": options,
  "first.ts": first,
  "second.yaml": "b: 2\nc: wrong\n",
  "good.ts": "export default {};\n",
};

async function check(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run & { readonly cwd: string }> {
  const cwd = writeFiles(files);
  return { ...(await confix(["check", ...argv], { cwd, env })), cwd };
}

const all = ["first.ts", "second.yaml"];

describe("as text", () => {
  test("reports every independent problem, by file and line, each with its code and the line", async () => {
    const { stdout, exitCode } = await check(all);
    expect(exitCode).toBe(1);
    expect(stdout.match(/^error\[[^\]]+\]/gm)).toEqual([
      "error[wrong-type]",
      "error[undeclared-option]",
      "error[value-threw]",
      "error[missing-value]",
      "error[conflict]",
      "error[wrong-type]",
    ]);
    expect(stdout).toContain('  > 5 |     a: "one",\n      |        ^^^^^\n');
    expect(stdout).toContain("  > 7 |     misspelt: 1,\n      |     ^^^^^^^^\n");
    expect(stdout).toContain("  > 2 | c: wrong\n      |    ^^^^^\n");
    expect(stdout).toMatch(/\n6 errors, 0 warnings\n$/);
  });

  test("says that nothing is wrong", async () => {
    expect(await check(["good.ts"])).toMatchObject({ exitCode: 0, stdout: "nothing is wrong\n", stderr: "" });
  });

  test("writes no more errors than asked for", async () => {
    const { stdout } = await check([...all, "--max-errors", "2"]);
    expect(stdout.match(/^error\[/gm)).toHaveLength(2);
    expect(stdout).toContain("… and 4 more errors");
  });

  test("adds annotations where GitHub runs it", async () => {
    const { stdout } = await check(all, { GITHUB_ACTIONS: "true" });
    expect(stdout).toMatch(/^::error file=first\.ts,line=5,endLine=5,col=8,endColumn=13,title=wrong-type::/m);
  });
});

describe("in the forms for tools", () => {
  test("JSON has the published shape, with places", async () => {
    const { stdout, cwd } = await check([...all, "--error-format", "json"]);
    const report = JSON.parse(stdout) as { formatVersion: number; diagnostics: readonly { origin: unknown }[] };
    expect(report.formatVersion).toBe(1);
    expect(report.diagnostics[0]).toMatchObject({
      code: "wrong-type",
      severity: "error",
      path: ["a"],
      origin: { file: `${cwd}/first.ts`, line: 5, column: 8, endLine: 5, endColumn: 13 },
      related: expect.any(Array),
      edit: null,
    });
  });

  test("SARIF names files from the current directory", async () => {
    const { stdout } = await check([...all, "--error-format", "sarif"]);
    expect(stdout).toContain('"uri": "first.ts"');
    expect(JSON.parse(stdout)).toMatchObject({ version: "2.1.0" });
  });

  test("JUnit counts", async () => {
    expect((await check([...all, "--error-format", "junit"])).stdout).toContain('tests="6" failures="6"');
    expect((await check(["good.ts", "--error-format", "junit"])).stdout).toContain('tests="1" failures="0"');
  });

  test("GitHub's commands, and nothing else", async () => {
    const { stdout } = await check([...all, "--error-format", "github"]);
    expect(
      stdout
        .trim()
        .split("\n")
        .every((line) => line.startsWith("::error ")),
    ).toBe(true);
  });
});

describe("warnings", () => {
  const warning = {
    "w.ts": `import { mkRenamedOptionModule, mkOption, types } from "confix";
export default { imports: [mkRenamedOptionModule(["old"], ["new"])], options: { new: mkOption({ type: types.int }) }, config: { old: 1 } };
`,
  };
  const run = async (...argv: readonly string[]): Promise<Run> =>
    await confix(["check", "w.ts", ...argv], { cwd: writeFiles(warning) });

  test("do not fail, unless there are too many", async () => {
    expect(await run()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("0 errors, 1 warning") });
    expect(await run("--max-warnings", "1")).toMatchObject({ exitCode: 0 });
    expect(await run("--max-warnings", "0")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("--max-warnings is 0"),
    });
  });

  test("that say the same of the same are one, which names both places", async () => {
    const twice = `export default { imports: ["confix/modules/assertions"], config: { warnings: ["old", "new", "old"] } };`;
    const cwd = writeFiles({ "twice.ts": twice });
    const { stdout } = await confix(["check", "twice.ts"], { cwd });
    expect(stdout).toContain("0 errors, 2 warnings");
    expect(stdout).toContain(`  at ${cwd}/twice.ts:1:79, in`);
    expect(stdout).toContain(`  - in ${cwd}/twice.ts:1:93: also here`);
    expect(await confix(["check", "twice.ts", "--max-warnings", "2"], { cwd })).toMatchObject({ exitCode: 0 });
  });

  test("can be made errors", async () => {
    expect(await run("--warnings-as-errors")).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("1 error, 0 warnings"),
    });
  });
});

test("what cannot be loaded is exit code 2, with a report all the same", async () => {
  const { exitCode, stdout } = await check(["missing.ts", "--error-format", "json"]);
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ code: "file-not-found" }] });
});
