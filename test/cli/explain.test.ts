// `confix explain`: the long text of a code.
import { expect, test } from "vitest";
import { catalog } from "../../src/diagnostics/catalog.ts";
import { confix } from "./run.ts";

test("prints the explanation, in lines that fit", async () => {
  const { stdout, exitCode } = await confix(["explain", "undeclared-option"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^error: undeclared-option\n\nA module gives a value[^]*\n\nFor example:\n/);
  expect(stdout.split("\n").every((line) => line.length <= 100)).toBe(true);
});

test("lists all codes", async () => {
  const { stdout } = await confix(["explain", "--list"]);
  expect(stdout.trim().split("\n")).toEqual(Object.keys(catalog).toSorted());
});

test("suggests the near one for a code that is none", async () => {
  expect(await confix(["explain", "undeclared-optoin"])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("did you mean `undeclared-option`"),
  });
  expect(await confix(["explain"])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--list") });
});
