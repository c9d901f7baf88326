import { join } from "node:path";
import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/node.ts";
import { evalFiles } from "../cli/run.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { declare } from "./load.ts";
import { writeFiles } from "./temporary-files.ts";

const files = {
  "host.ts": declare("a", "b"),
  "x.yaml": "a: x\n",
  "sub/y.ts": 'export default { imports: ["./z.toml"] };',
  "sub/z.toml": 'b = "z"\n',
  "broken.yaml": "a: [",
  "list.yaml": "- 1",
  "orders.ts":
    'import { mkOption, types } from "confix";\nexport default { options: { l: mkOption({ type: types.listOf(types.str), default: [] }) }, config: { l: ["given"] } };',
  "extra.yaml": "l: [extra]\n",
};

async function evaluate(variable: string | undefined, main = "host.ts"): Promise<unknown> {
  const cwd = writeFiles(files);
  const env = variable === undefined ? {} : { CONFIX_EXTRA_MODULES: variable.replaceAll("CWD", cwd) };
  return (await loadConfig({ files: [main], cwd, env })).output().value;
}

test("modules of the environment are added, relative to the current directory", async () => {
  expect(await evaluate(["x.yaml", "sub/y.ts"].join(delimiter))).toEqual({ a: "x", b: "z" });
  expect(await evaluate("CWD/x.yaml")).toEqual({ a: "x", b: null });
});

test("they come after the given ones", async () => {
  expect(await evaluate("extra.yaml", "orders.ts")).toEqual(await evaluateInMemory(["given", "extra"]));
});

// Definitions come in the reverse order of modules; two given files show which order that is.
async function evaluateInMemory(expected: readonly string[]): Promise<unknown> {
  const cwd = writeFiles(files);
  const both = (await loadConfig({ files: ["orders.ts", "extra.yaml"], cwd, env: {} })).output().value;
  expect((both as { l: readonly string[] }).l.toSorted()).toEqual(expected.toSorted());
  return both;
}

test.each([undefined, "", delimiter, `${delimiter}${delimiter}`])("%j names none", async (variable) => {
  expect(await evaluate(variable)).toEqual({ a: null, b: null });
});

test.each([
  ["nope.yaml", "nope.yaml"],
  ["broken.yaml", "broken.yaml"],
  ["list.yaml", "list.yaml"],
  [`x.yaml${delimiter}host.txt`, "host.txt"],
])("with %j the variable is named, and the module %s", async (variable, entry) => {
  const [found] = await diagnosticsOf(async () => await evaluate(variable));
  expect(found).toMatchObject({ code: "bad-extra-modules", data: { variable: "CONFIX_EXTRA_MODULES", entry } });
  expect(found?.message).toContain("CONFIX_EXTRA_MODULES");
});

test("a broken one keeps its place", async () => {
  const [found] = await diagnosticsOf(async () => await evaluate("broken.yaml"));
  expect(found).toMatchObject({ line: 1, file: expect.stringMatching(/broken\.yaml$/) });
});

test("the process's own environment counts by default", async () => {
  const cwd = writeFiles(files);
  process.env["CONFIX_EXTRA_MODULES"] = join(cwd, "x.yaml");
  try {
    expect((await loadConfig({ files: ["host.ts"], cwd })).output().value).toMatchObject({ a: "x" });
  } finally {
    delete process.env["CONFIX_EXTRA_MODULES"];
  }
});

test.each([
  ["throws while it is collected", 'export default () => { throw new Error("boo"); };', "boo"],
  ["imports what is no module", "export default () => ({ imports: [5] });", "the number 5"],
])("of one that %s the command names the variable", async (_name, text, words) => {
  const world = { env: { CONFIX_EXTRA_MODULES: "late.ts" } };
  const run = await evalFiles({ "host.ts": declare("a"), "late.ts": text }, ["host.ts"], world);
  expect(run).toMatchObject({ exitCode: 2, stdout: "" });
  expect(run.stderr).toContain("The environment variable `CONFIX_EXTRA_MODULES` names the module `late.ts`");
  expect(run.stderr).toContain(words);
});
