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

test("the help of eval says what a restricted run does not limit", async () => {
  const { stdout } = await confix(["eval", "--help"]);
  expect(stdout).toMatch(/Not limited: the network/);
});

test("-h and -V are short for --help and --version", async () => {
  expect(await confix(["-V"])).toEqual(await confix(["--version"]));
  expect(await confix(["-h"])).toEqual(await confix(["--help"]));
  expect(await confix(["eval", "-h"])).toEqual(await confix(["eval", "--help"]));
});

test.each(["--at", "--output", "--config"])("%s may stand once: of two, one would be lost", async (flag) => {
  const run = await confix(["eval", "x.ts", flag, "a", flag, "b"]);
  expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining(`\`${flag}\` stands twice`) });
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
