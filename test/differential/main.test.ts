import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "./main.ts";
import { readOrder } from "./order.ts";
import { findNix } from "./sides/find-nix.ts";

const run = async (argv: readonly string[], environment: Readonly<Record<string, string | undefined>>) => {
  const lines: string[] = [];
  const code = await main(argv, environment, (line) => lines.push(line));
  return { code, text: lines.join("\n") };
};

describe("flags", () => {
  test.each([
    [[], { cases: 1000, seed: 1, from: 0, show: 10 }],
    [["--cases", "7", "--seed=0"], { cases: 7, seed: 0, from: 0, show: 10 }],
    [["--from", "3", "--show", "0"], { cases: 1000, seed: 1, from: 3, show: 0 }],
  ])("%j", (argv, order) => {
    expect(readOrder(argv)).toEqual(order);
  });

  test.each([
    [["--cases", "0"], "--cases takes a whole number from 1"],
    [["--cases", "many"], "--cases takes a whole number"],
    [["--seed", "1.5"], "--seed takes a whole number from 0"],
    [["--seed=-1"], "--seed takes a whole number"],
    [["--cases"], "--cases"],
    [["--speed", "1"], "--speed"],
    [["17"], "17"],
  ])("%j is refused, and the usage is shown", async (argv, problem) => {
    const { code, text } = await run(argv, {});
    expect(code).toBe(2);
    expect(text).toContain(problem);
    expect(text).toContain("usage: npm run differential");
  });
});

describe("what is missing is told", () => {
  const empty = mkdtempSync(join(tmpdir(), "confix-no-nix-"));

  test("Nix", async () => {
    const { code, text } = await run(["--cases", "1"], { PATH: empty, NIXPKGS_LIB: empty });
    expect(code).toBe(2);
    expect(text).toContain("`nix-instantiate` does not run");
  });

  const { missing = "" } = { missing: "", ...findNix({ ...process.env, NIXPKGS_LIB: empty }) };
  const hasNix = !missing.includes("does not run");

  test.skipIf(!hasNix)("the library (skipped where there is no Nix)", async () => {
    const unset = await run([], { ...process.env, NIXPKGS_LIB: undefined });
    expect(unset.code).toBe(2);
    expect(unset.text).toContain("NIXPKGS_LIB is not set");
    const wrong = await run([], { ...process.env, NIXPKGS_LIB: empty });
    expect(wrong.code).toBe(2);
    expect(wrong.text).toContain("no default.nix is there");
  });
});

const found = findNix(process.env);
const reason = "missing" in found ? ` (skipped: ${found.missing})` : "";

test.skipIf("missing" in found)(`150 cases agree with Nix${reason}`, { timeout: 300_000 }, async () => {
  const { code, text } = await run(["--cases", "150", "--seed", "2611"], process.env);
  expect(text).toMatch(/^cases 150, equal values \d{4,}, equal failures \d+, known differences \d+, mismatches 0 \(/m);
  expect(code).toBe(0);
});
