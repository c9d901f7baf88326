import { describe, expect, test } from "vitest";
import { declare, evalFiles } from "./run.ts";

const head = 'import { mkOption, types } from "confix";\n';

function module(options: string, config = ""): string {
  return `${head}export default { options: { ${options} }, config: { ${config} } };\n`;
}

describe("values without a JSON form", () => {
  const files = {
    "host.ts": module(
      "f: mkOption({ default: () => () => 1 }), g: mkOption({ type: types.anything, default: {} }), a: mkOption({ default: 1 })",
      "g: { h: () => () => 2, x: 3 }",
    ),
  };

  test("are left out, counted and named on one line of stderr", async () => {
    const run = await evalFiles(files, ["host.ts", "--compact"]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toBe('{"a":1,"g":{"x":3}}\n');
    expect(run.stderr.trimEnd().split("\n")).toEqual([expect.stringMatching(/2 values.*\bf\b.*\bg\.h\b/)]);
  });

  test("are an error when they are asked for", async () => {
    const run = await evalFiles(files, ["host.ts", "--at", "f"]);
    expect(run).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringContaining("`f`") });
  });

  test.each(["Number.NaN", "Number.POSITIVE_INFINITY", "10n", "(() => { const a = {}; a.a = a; return a; })()"])(
    "%s is always an error that names the option",
    async (value) => {
      const run = await evalFiles({ "host.ts": module(`bad: mkOption({ type: types.raw, default: ${value} })`) }, [
        "host.ts",
      ]);
      expect(run).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringContaining("`bad") });
    },
  );
});

describe("--keep-going", () => {
  const files = {
    "host.ts": module(
      "a: mkOption({ type: types.int }), b: mkOption({ type: types.int }), c: mkOption({ type: types.int, default: 3 })",
      'a: "no number", b: () => { throw new Error("own message"); }',
    ),
  };

  test("prints what could be evaluated beside the errors", async () => {
    const run = await evalFiles(files, ["host.ts", "--keep-going", "--compact"]);
    expect(run).toMatchObject({ exitCode: 1, stdout: '{"c":3}\n' });
    expect(run.stderr).toContain("`a`");
    expect(run.stderr).toContain("own message");
  });

  test("without it, all that is wrong is said, and nothing printed", async () => {
    const run = await evalFiles(files, ["host.ts"]);
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    expect(run.stderr.match(/^error\[/gm)).toHaveLength(2);
  });
});

describe("the exit code", () => {
  const throwing = 'throw new Error("while loading");';
  test.each([
    ["all is well", { "host.ts": declare("a") }, 0],
    ["a wrong value", { "host.ts": module("a: mkOption({ type: types.int })", 'a: "x"') }, 1],
    ["no value", { "host.ts": module("a: mkOption({ type: types.int })") }, 1],
    ["an undeclared option", { "host.ts": module("", "nope: 1") }, 1],
    ["a lazy value that throws", { "host.ts": module("a: mkOption({})", "a: () => { throw new Error('x'); }") }, 1],
    ["a missing file", {}, 2],
    ["a missing import", { "host.ts": 'export default { imports: ["./nope.ts"] };' }, 2],
    ["a missing import, found late", { "host.ts": 'export default () => ({ imports: ["./nope.ts"] });' }, 2],
    ["a syntax error", { "host.ts": "export default {" }, 2],
    ["a module that throws while it is loaded", { "host.ts": throwing }, 2],
    ["the same, found late", { "host.ts": 'export default () => ({ imports: ["./x.ts"] });', "x.ts": throwing }, 2],
    ["a module that throws while it is collected", { "host.ts": "export default () => { throw new Error('x'); };" }, 2],
    ["a default export that is no module", { "host.ts": "export default 5;" }, 2],
    ["an import that is no module", { "host.ts": "export default { imports: [5] };" }, 2],
  ])("of %s", async (_name, files, exitCode) => {
    const run = await evalFiles(files, ["host.ts"]);
    expect(run.exitCode).toBe(exitCode);
    expect(/^error\[/m.test(run.stderr)).toBe(exitCode !== 0);
    expect(run.stdout === "").toBe(exitCode !== 0);
  });
});

test("no message has a stack trace", async () => {
  const late = "export default { options: {}, config: { x: () => null.x } };";
  for (const text of ["throw new Error('x');", "export default {", "export default () => { null.x; };", late]) {
    const run = await evalFiles({ "host.ts": text }, ["host.ts"]);
    expect(run.stderr).not.toMatch(/^\s+at .*\(.*:\d+:\d+\)|node_modules|src\/(?:host|evaluate|cli|kernel)/m);
    expect(run.stderr).toMatch(/^error\[[a-z-]+\]: /);
  }
});

describe("colour", () => {
  const escape = "\u001B[";
  const files = { "host.ts": "export default 5;" };

  test.each([
    [false, {}, false],
    [true, {}, true],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
    [false, { FORCE_COLOR: "1" }, true],
    [true, { FORCE_COLOR: "0" }, false],
    [true, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])("on a terminal: %s, with %j: %s", async (isTerminal, env, coloured) => {
    const run = await evalFiles(files, ["host.ts"], { isTerminal, env });
    expect(run.stderr.includes(escape)).toBe(coloured);
  });
});

test("warnings go to stderr, and change nothing else", async () => {
  const renamed = `${head}import * as confix from "confix";
export default { imports: [confix.mkRenamedOptionModule(["old"], ["new"])], options: { new: mkOption({ type: types.int }) }, config: { old: 5 } };`;
  const run = await evalFiles({ "host.ts": renamed }, ["host.ts", "--compact"]);
  expect(run).toMatchObject({ exitCode: 0, stdout: '{"new":5}\n' });
  expect(run.stderr).toMatch(/^warning\[[a-z-]+\]: .*`old`/);
});

test("1,000 nested levels of data are printed", async () => {
  const deep = `${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`;
  const files = {
    "host.ts": declare("data"),
    "deep.json": `{"data":${deep}}`,
    "deep.yaml": `data: ${deep}`,
    "deep.ts": `export default { data: ${deep} };`,
  };
  for (const file of ["deep.json", "deep.yaml", "deep.ts"]) {
    expect(await evalFiles(files, ["host.ts", file, "--compact", "--at", "data"])).toMatchObject({
      stdout: `${deep}\n`,
      stderr: "",
    });
  }
});
