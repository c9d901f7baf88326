// `confix options --out` and `--check`: files of documentation, and whether they are still what they should be.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { confix, type Run, writeFiles } from "./run.ts";

const module = (name: string, description: string): string => `import { mkOption, types } from "confix";
export default { options: { ${name}: { port: mkOption({ type: types.port, default: 80, description: "${description}" }) } } };
`;
const files = {
  "web.ts": module("web", "Port of the web."),
  "mail/mail.ts": module("mail", "Port of the mail."),
  "host.yaml": "imports: [./web.ts, ./mail/mail.ts]\n",
};

function folder(): string {
  return writeFiles(files);
}

async function run(cwd: string, ...argv: readonly string[]): Promise<Run> {
  return await confix(["options", "host.yaml", ...argv], { cwd });
}

describe.each([
  ["text", "options.txt"],
  ["json", "options.json"],
  ["markdown", "docs/options.md"],
  ["html", "options.html"],
  ["json-schema", "schema.json"],
  ["types", "config.d.ts"],
])("%s", (format, out) => {
  test("is written to a file as it is to stdout, and is fresh until something changes", async () => {
    const cwd = folder();
    const flags = ["--format", format];
    expect(await run(cwd, ...flags, "--out", out, "--check")).toMatchObject({
      exitCode: 1,
      stdout: `missing: ${out}\n`,
    });
    expect(existsSync(join(cwd, out))).toBe(false);
    expect(await run(cwd, ...flags, "--out", out)).toMatchObject({ exitCode: 0, stdout: "", stderr: "wrote 1 file\n" });
    expect(readFileSync(join(cwd, out), "utf8")).toBe((await run(cwd, ...flags)).stdout);
    expect(await run(cwd, ...flags, "--out", out, "--check")).toMatchObject({
      exitCode: 0,
      stdout: "1 file up to date\n",
    });
    writeFileSync(join(cwd, out), "old");
    expect(await run(cwd, ...flags, "--out", out, "--check")).toMatchObject({ exitCode: 1, stdout: `stale: ${out}\n` });
    expect(readFileSync(join(cwd, out), "utf8")).toBe("old");
  });
});

describe("a folder of Markdown", () => {
  const flags = ["--format", "markdown", "--out", "reference"];

  test("has a file per module, and an index", async () => {
    const cwd = folder();
    expect(await run(cwd, ...flags, "--match", "port")).toMatchObject({ exitCode: 0, stderr: "wrote 3 files\n" });
    const found = readdirSync(join(cwd, "reference"), { recursive: true }).toSorted();
    expect(found).toEqual(["index.md", "mail", "mail/mail.ts.md", "web.ts.md"]);
    expect(readFileSync(join(cwd, "reference/mail/mail.ts.md"), "utf8")).toContain("Port of the mail.");
  });

  test("is compared file by file, and files of earlier runs are removed, but no others", async () => {
    const cwd = folder();
    await run(cwd, ...flags);
    writeFileSync(join(cwd, "reference/own.md"), "# Mine\n");
    writeFileSync(join(cwd, "web.ts"), module("web", "Another text."));
    writeFileSync(join(cwd, "host.yaml"), "imports: [./web.ts]\n");
    const check = await run(cwd, ...flags, "--check");
    expect(check).toMatchObject({ exitCode: 1, stderr: "" });
    expect(check.stdout).toBe(
      "stale: reference/index.md\nstale: reference/web.ts.md\nsuperfluous: reference/mail/mail.ts.md\n",
    );
    expect(existsSync(join(cwd, "reference/mail/mail.ts.md"))).toBe(true);
    expect((await run(cwd, ...flags)).stderr).toBe("wrote 2 files, removed 1 file\n");
    expect(existsSync(join(cwd, "reference/mail/mail.ts.md"))).toBe(false);
    expect(readFileSync(join(cwd, "reference/own.md"), "utf8")).toBe("# Mine\n");
    expect(await run(cwd, ...flags, "--check")).toMatchObject({ exitCode: 0 });
    writeFileSync(join(cwd, "reference/web.ts.md"), "");
    expect((await run(cwd, ...flags, "--check")).stdout).toBe("stale: reference/web.ts.md\n");
  });

  test("names files by the current directory, so that it is the same wherever that is", async () => {
    const [here, there] = [folder(), folder()];
    await run(here, ...flags);
    await run(there, ...flags);
    for (const name of ["index.md", "web.ts.md"]) {
      const text = readFileSync(join(here, "reference", name), "utf8");
      expect(text).toBe(readFileSync(join(there, "reference", name), "utf8"));
      expect(text).not.toContain(here);
    }
  });
});

test("--source-url links to files", async () => {
  const cwd = folder();
  const flags = ["--source-url", "https://e.org/main/", "--format"];
  expect((await run(cwd, ...flags, "markdown")).stdout).toContain(
    "[`mail/mail.ts`](<https://e.org/main/mail/mail.ts>)",
  );
  expect((await run(cwd, ...flags, "html")).stdout).toContain("https://e.org/main/mail/mail.ts");
  const json = JSON.parse((await run(cwd, ...flags, "json")).stdout) as Readonly<Record<string, unknown>>;
  expect(json["web.port"]).toMatchObject({ declarations: [{ name: "web.ts", url: "https://e.org/main/web.ts" }] });
});

test("--title is the title of pages", async () => {
  const cwd = folder();
  expect((await run(cwd, "--format", "markdown", "--title", "My *own*")).stdout).toContain("\n# My \\*own\\*\n");
  expect((await run(cwd, "--format", "html", "--title", "My <own>")).stdout).toContain("<title>My &lt;own&gt;</title>");
});

test("a folder that exists is one, whatever it is called", async () => {
  const cwd = folder();
  mkdirSync(join(cwd, "docs.d"));
  await run(cwd, "--format", "markdown", "--out", "docs.d");
  expect(existsSync(join(cwd, "docs.d/index.md"))).toBe(true);
});

test("what cannot be written is exit code 2", async () => {
  const cwd = folder();
  const result = await run(cwd, "--format", "markdown", "--out", "web.ts/x.md");
  expect(result).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("error[output-failed]") });
});
