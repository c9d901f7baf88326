import { describe, expect, test } from "vitest";
import { parse } from "../source/parse.ts";
import { declare, evalFiles, type Run } from "./run.ts";

const data = '{ "data": { "b": [1, 2.5, "x", true], "10": "a\\nb", "9": {}, "yes": "no", "__proto__": 1 } }';

async function print(format: string, ...more: readonly string[]): Promise<Run> {
  return await evalFiles({ "host.ts": declare("data", "other"), "data.json": data }, [
    "host.ts",
    "data.json",
    "--format",
    format,
    ...more,
  ]);
}

describe("--format", () => {
  test("yaml and toml hold what json holds", async () => {
    const json: unknown = JSON.parse((await print("json", "--at", "data")).stdout);
    expect(parse("yaml", (await print("yaml", "--at", "data")).stdout)).toEqual(json);
    expect(parse("toml", (await print("toml", "--at", "data")).stdout)).toEqual(json);
  });

  test("yaml has its keys in byte order and ends with a newline", async () => {
    const { stdout } = await print("yaml", "--at", "data");
    expect(stdout.match(/^[^ \n-][^:\n]*(?=:)/gm)).toEqual(['"10"', '"9"', "__proto__", "b", '"yes"']);
    expect(stdout).toMatch(/[^\n]\n$/);
  });

  test("raw is one string as it is", async () => {
    expect(await print("raw", "--at", 'data."10"')).toMatchObject({ exitCode: 0, stdout: "a\nb", stderr: "" });
  });

  test("json --compact is one line", async () => {
    expect((await print("json", "--compact", "--at", "data.b")).stdout).toBe('[1,2.5,"x",true]\n');
  });

  test.each([
    ["raw", ["--at", "data.b"], "list"],
    ["raw", [], "attribute set"],
    ["toml", ["--at", "data.b"], "list"],
    ["toml", [], "`other`"],
  ])("%s %j cannot say the value: %s", async (format, more, reason) => {
    const run = await print(format, ...more);
    expect(run).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringContaining(reason) });
  });

  test("xml is none: the command line is wrong, and the formats are listed", async () => {
    const run = await print("xml");
    expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("json, yaml, toml, raw") });
  });
});

test("what a format cannot say is reported as everything else is", async () => {
  const files = { "host.ts": declare("data"), "data.json": '{ "data": { "a": null } }' };
  const args = ["host.ts", "data.json", "--format", "toml", "--error-format", "json"];
  const { stdout, stderr, exitCode } = await evalFiles(files, args);
  expect([stdout, exitCode]).toEqual(["", 1]);
  expect(JSON.parse(stderr)).toMatchObject({ formatVersion: 1, diagnostics: [{ severity: "error" }] });
});
