import { describe, expect, test } from "vitest";
import { packageVersion } from "../../src/host/package-root.ts";
import { confix } from "./run.ts";

describe("help", () => {
  test("lists the commands", async () => {
    const run = await confix(["--help"]);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    expect(run.stdout).toMatch(/^Usage: confix /);
    expect(run.stdout).toContain("eval");
  });

  test.each([
    ["eval", "--help"],
    ["help", "eval"],
  ])("for eval lists its flags: %s %s", async (...argv) => {
    const run = await confix(argv);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    for (const flag of [
      "--at",
      "--format",
      "--compact",
      "--output",
      "--set",
      "--keep-going",
      "--restricted",
      "--allow-read",
      "--config",
    ]) {
      expect(run.stdout).toContain(flag);
    }
  });

  test("is what `confix` alone says, but then nothing was done", async () => {
    const run = await confix([]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("Usage: confix") });
  });
});

test("--version prints the version", async () => {
  expect(await confix(["--version"])).toEqual({ exitCode: 0, stdout: `${packageVersion()}\n`, stderr: "" });
});

describe("what is not understood suggests what is near", () => {
  test.each([
    [["evl"], "eval"],
    [["eval", "--fromat", "json"], "--format"],
    [["eval", "--keepgoing"], "--keep-going"],
    [["--hlep"], "--help"],
  ])("%j: %s", async (argv, near) => {
    const run = await confix(argv);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toMatch(/^error: /);
    expect(run.stderr).toContain(`Did you mean ${near}?`);
  });

  test("a flag without its value", async () => {
    expect(await confix(["eval", "--at"])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--at") });
  });

  test("--allow-read without --restricted", async () => {
    const run = await confix(["eval", "x.ts", "--allow-read", "/tmp"]);
    expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--restricted") });
  });
});
