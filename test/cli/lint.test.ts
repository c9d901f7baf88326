// `confix lint` as users call it: levels, formats, exit codes, configuration.
import { describe, expect, test } from "vitest";
import { ruleIds } from "../../src/lint/index.ts";
import { confix, writeFiles } from "./run.ts";

const bare =
  'import { mkOption } from "confix";\nexport default { options: { a: mkOption({ description: "What it is." }) } };\n';
const wrong =
  'import { mkOption, types } from "confix";\nexport default { options: { a: mkOption({ type: types.package, example: "/x", description: "What it is." }) } };\n';
const right =
  'import { mkOption, types } from "confix";\nexport default { options: { a: mkOption({ type: types.str, description: "What it is." }) } };\n';

async function lint(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  return await confix(["lint", ...argv], { cwd: writeFiles(files) });
}

describe("the exit code", () => {
  test.each<readonly [string, readonly string[], number]>([
    [right, [], 0],
    [bare, [], 0],
    [wrong, [], 1],
    [bare, ["--max-warnings", "1"], 0],
    [bare, ["--max-warnings", "0"], 1],
    [bare, ["--rule", "option/missing-type:error"], 1],
    [wrong, ["--rule", "option/example-literal:warn"], 0],
    [wrong, ["--rule", "option/example-literal:off"], 0],
    [wrong, ["--preset", "founding"], 1],
    ["export default 1;", [], 2],
    ["throw new Error('no');", [], 2],
    ["export default () => { throw new Error('no'); };", [], 2],
    [right, ["--rule", "option/missing-typ:off"], 2],
    [right, ["--rule", "option/missing-type"], 2],
    [right, ["--rule", "option/missing-type:loud"], 2],
    [right, ["--preset", "strict"], 2],
    [right, ["--max-warnings", "few"], 2],
    [right, ["--fix", "--fix-dry-run"], 2],
    [right, ["--format", "json", "--error-format", "text"], 2],
    [right, ["--format", "xml"], 2],
  ])("%#: of %j with %j", async (text, argv, expected) => {
    const { exitCode, stdout, stderr } = await lint({ "a.ts": text }, "a.ts", ...argv);
    expect([exitCode, exitCode === 2 && stdout + stderr === ""]).toEqual([expected, false]);
  });

  test.each(["throw new Error('no');", "export default () => { throw new Error('no'); };", "export default {"])(
    "2 comes with a report in the form that was asked for, where modules cannot be collected: %s",
    async (text) => {
      const run = await lint({ "a.ts": text }, "a.ts", "--format", "json");
      expect(run).toMatchObject({ exitCode: 2, stderr: "" });
      const { diagnostics } = JSON.parse(run.stdout) as { readonly diagnostics: readonly object[] };
      expect(diagnostics).toMatchObject([{ severity: "error", origin: { line: 1 } }]);
    },
  );

  test("what a module threw comes with its calls, with --trace with all", async () => {
    const files = { "a.ts": "function no(): never {\n  throw new Error('no');\n}\nexport default () => no();\n" };
    expect((await lint(files, "a.ts")).stdout).toMatch(/thrown in\n {4}no /);
    expect((await lint(files, "a.ts")).stdout).not.toContain("/src/evaluate/");
    expect((await lint(files, "a.ts", "--trace")).stdout).toContain("/src/evaluate/");
  });

  test("is 2 without modules, and with a file that is not there", async () => {
    expect((await lint({})).exitCode).toBe(2);
    expect((await lint({}, "none.ts")).exitCode).toBe(2);
  });
});

describe("what is written", () => {
  test("as text it is the finding, its lines, and a count", async () => {
    const { stdout, stderr } = await lint({ "a.ts": bare }, "a.ts");
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^warning\[option\/missing-type\]: The option `a` has no `type`\.\n {2}at .*a\.ts:2:29\n/);
    expect(stdout).toMatch(/> 2 \| export default/);
    expect(stdout).toMatch(/\n0 errors, 1 warning\n$/);
    expect((await lint({ "a.ts": right }, "a.ts")).stdout).toBe("nothing is wrong\n");
  });

  test("as JSON it is the document for diagnostics, with the change that would mend it", async () => {
    const imported = wrong.replace("mkOption,", "literalExpression, mkOption,");
    const { stdout } = await lint({ "a.ts": imported }, "a.ts", "--error-format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: 1,
      diagnostics: [
        {
          code: "option/example-literal",
          severity: "error",
          path: ["a"],
          origin: { line: 2, column: 64, endLine: 2, endColumn: 77 },
          edit: { origin: { line: 2, column: 73, endColumn: 77 }, text: 'literalExpression(`"/x"`)' },
        },
      ],
    });
    // A change that takes a second one, an import, is no change by itself.
    const alone = JSON.parse((await lint({ "a.ts": wrong }, "a.ts", "--format", "json")).stdout);
    expect(alone.diagnostics[0].edit).toBe(null);
    expect(JSON.parse((await lint({ "a.ts": right }, "a.ts", "--format", "json")).stdout)).toEqual({
      formatVersion: 1,
      diagnostics: [],
    });
  });

  test("there are forms for other tools", async () => {
    const sarif = JSON.parse((await lint({ "a.ts": wrong }, "a.ts", "--format", "sarif")).stdout);
    expect(sarif.runs[0].results[0]).toMatchObject({ ruleId: "option/example-literal", level: "error" });
    expect((await lint({ "a.ts": wrong }, "a.ts", "--format", "github")).stdout).toMatch(/^::error file=a\.ts,line=2/);
    expect((await lint({ "a.ts": wrong }, "a.ts", "--format", "junit")).stdout).toContain("<testsuites");
  });

  test("the same, every time", async () => {
    const files = { "a.ts": `${bare}`, "b.ts": wrong };
    const first = await lint(files, "a.ts", "b.ts", "--format", "github");
    const second = await lint(files, "a.ts", "b.ts", "--format", "github");
    expect(second.stdout).toBe(first.stdout);
  });
});

describe("rules", () => {
  test("are listed with their levels", async () => {
    const { stdout, exitCode } = await lint({}, "--list-rules", "--rule", "option/unused:off");
    const listed = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/\s+/));
    expect(exitCode).toBe(0);
    expect(listed.map(([id]) => id)).toEqual(ruleIds);
    expect(listed).toContainEqual(["option/default-text", "error"]);
    expect(listed).toContainEqual(["option/unused", "off"]);
  });

  test("are off in `founding` but for the four", async () => {
    const { stdout } = await lint({}, "--list-rules", "--preset", "founding", "--format", "json");
    const listed = JSON.parse(stdout) as { id: string; level: string }[];
    expect(listed.filter(({ id, level }) => level !== "off" && !id.startsWith("lint/"))).toMatchObject([
      { id: "option/default-text", level: "error" },
      { id: "option/example-literal", level: "error" },
      { id: "option/needless-default-text", level: "warn" },
      { id: "option/missing-type", level: "warn" },
    ]);
  });

  test("are explained", async () => {
    const { stdout, exitCode } = await confix(["explain", "option/default-text"], { cwd: "/" });
    expect([exitCode, stdout.includes("derives from `package`")]).toEqual([0, true]);
  });
});

describe("the configuration file", () => {
  const config = (lintDocument: object): string => JSON.stringify({ modules: ["./a.ts"], lint: lintDocument });

  test("sets the preset and levels, and flags win", async () => {
    const files = { "a.ts": bare, "confix.config.json": config({ rules: { "option/missing-type": "error" } }) };
    expect((await lint(files)).exitCode).toBe(1);
    expect((await lint(files, "--rule", "option/missing-type:warn")).exitCode).toBe(0);
    const founding = {
      "a.ts": bare.replace("description", "example"),
      "confix.config.json": config({ preset: "founding" }),
    };
    expect((await lint(founding)).stdout).toContain("0 errors, 1 warning");
    expect((await lint(founding, "--preset", "recommended")).stdout).toContain("0 errors, 2 warnings");
  });

  test("is refused if it names what there is not", async () => {
    const unknown = await lint({
      "a.ts": right,
      "confix.config.json": config({ rules: { "option/mising-type": "off" } }),
    });
    expect([unknown.exitCode, unknown.stderr.includes("option/missing-type")]).toEqual([2, true]);
    expect((await lint({ "a.ts": right, "confix.config.json": config({ preset: "foundin" }) })).exitCode).toBe(2);
  });
});

test("a module that misbehaves while it is linted does not end the linter", async () => {
  const files = {
    "a.ts": `import { mkOption, types } from "confix";
const bad = new Proxy({}, { ownKeys() { throw new Error("no"); } });
export default { options: { a: bad, b: mkOption({ type: types.str, default: bad, description: "What it is." }), c: mkOption({}),
  d: mkOption({ type: types.mkOptionType({ name: "d", nestedTypes: () => { throw new Error("no"); } }), description: "What it is." }) } };
`,
  };
  const { exitCode, stdout } = await lint(files, "a.ts");
  expect(exitCode).toBe(1);
  for (const found of ["module-threw", "option/missing-type", "lint/skipped"]) expect(stdout).toContain(found);
});
