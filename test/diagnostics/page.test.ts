// docs/diagnostics.md is what the catalogue and the examples make it, and the README leads to it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { catalog } from "../../src/diagnostics/catalog.ts";
import { codeExamples } from "../../src/diagnostics/examples/code-examples.ts";
import { root } from "../repository/files.ts";

const page = readFileSync(join(root, "docs/diagnostics.md"), "utf8");

function runScript(...args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const script = join(root, "scripts/diagnostics-page.mjs");
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8", timeout: 60_000 });
}

test("the page is fresh", () => {
  expect(runScript("--check")).toMatchObject({ status: 0, stderr: "" });
});

test("a stale page is noticed, and written anew", () => {
  const folder = mkdtempSync(join(tmpdir(), "confix-page-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "diagnostics.md");
  for (const before of ["", page.replace("`conflict`", "`conflicts`")]) {
    writeFileSync(file, before);
    expect(runScript("--check", file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("npm run diagnostics-page"),
    });
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(runScript(file)).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(file, "utf8")).toBe(page);
  }
});

test("every code has one section, with its severity, its explanation and its files", () => {
  const sections = page.split("\n### ").slice(1);
  const found = new Map(sections.map((section) => [/^<a id="([^"]+)"><\/a>`\1`\n/.exec(section)?.[1] ?? "", section]));
  expect([...found.keys()].toSorted()).toEqual(Object.keys(catalog).toSorted());
  expect(sections).toHaveLength(found.size);
  for (const [code, { severity, explanation }] of Object.entries(catalog)) {
    expect(found.get(code)).toContain(`*${severity}.* ${explanation}`);
  }
  for (const [code, { files, right }] of Object.entries(codeExamples)) {
    const shown = [files, right.files ?? {}].flatMap((each) => Object.values(each));
    for (const text of shown) expect(found.get(code)).toContain(`\n${text.trimEnd()}\n\`\`\``);
  }
});

test("its links lead to anchors in it", () => {
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, to]) => to);
  expect(links.length).toBeGreaterThan(Object.keys(catalog).length);
  expect(links.filter((to) => !page.includes(`<a id="${to}"></a>`))).toEqual([]);
});

test("the README leads to it", () => {
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain("(docs/diagnostics.md)");
});
