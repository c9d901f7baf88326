// The tables of docs/systems.md are those that the code makes, and the README leads to the page.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systems } from "../../src/systems/index.ts";
import { root } from "../repository/files.ts";

const page = readFileSync(join(root, "docs/systems.md"), "utf8");

function runScript(...args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const script = join(root, "scripts/systems-tables.mjs");
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8", timeout: 60_000 });
}

test("the tables are fresh", () => {
  expect(runScript("--check")).toMatchObject({ status: 0, stderr: "" });
});

test("a stale table is noticed, and written anew", () => {
  const folder = mkdtempSync(join(tmpdir(), "confix-page-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "systems.md");
  writeFileSync(file, page.replace(/^.*`isMusl`.*\n/m, ""));
  expect(runScript("--check", file)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("npm run systems-tables"),
  });
  expect(runScript(file)).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(file, "utf8")).toBe(page);
});

test("every predicate, list, and feature has a row", () => {
  const platform = systems.elaborate("x86_64-linux");
  const features = Object.keys(platform).filter((name) => name.endsWith("Support"));
  expect(features).toContain("avx2Support");
  const lists = Object.keys(systems.doubles).map((name) => `doubles.${name}`);
  for (const name of [...Object.keys(systems.predicates), ...features, ...lists]) {
    expect(page).toContain(`| \`${name}\` |`);
  }
});

test("every function is described", () => {
  for (const name of Object.keys(systems)) expect(page).toMatch(new RegExp(`\`(systems\\.)?${name}\\b`, "u"));
});

test("its example says what is so", () => {
  const pi = systems.elaborate(systems.examples.raspberryPi);
  const laptop = systems.elaborate({ system: "x86_64-linux", gcc: { arch: "skylake" } });
  expect([pi.system, pi.isAarch32, pi.go.GOARM, laptop.avx2Support]).toEqual(["armv6l-linux", true, "6", true]);
  expect(systems.emulator(laptop, pi)).toMatchObject({ program: "qemu-arm", arguments: [], package: "qemu-user" });
});

test("the README leads to it", () => {
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain("(docs/systems.md)");
});
