// How modules are run once more for places that their texts do not show: when that happens, and what of it is seen.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ConfixError, loadConfig } from "../../src/node.ts";
import { check, placeOf } from "./marked-files.ts";
import { confix, writeFiles } from "./run.ts";

const head = `import { appendFileSync } from "node:fs";
import { mkOption, types } from "confix";
const tell = (text) => appendFileSync(new URL("./told", import.meta.url), text);
`;

const options = `options: {
    attrs: mkOption({ type: types.attrsOf(types.int), default: {} }),
    other: mkOption({ type: types.int, default: 0 }),
    plain: mkOption({ type: types.int, default: 0 }),
  },`;

/** What modules told in a file beside them. */
function told(cwd: string): string {
  const file = join(cwd, "told");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const loop = 'Object.fromEntries(["a", "b"].map((name) => [name, "x"]))';

afterEach(() => vi.restoreAllMocks());

describe("modules run a second time", () => {
  test.each([
    ["not if nothing is wrong", "attrs: Object.fromEntries([])", "1"],
    ["not if the text shows the place", 'plain: "x"', "1"],
    ["once for all places that it does not show", `attrs: ${loop}, ...{ other: String(1) }, ...JSON.parse("{}")`, "11"],
  ])("%s", async (_when, config, runs) => {
    const cwd = writeFiles({ "host.ts": `${head}tell("1");\nexport default { ${options}\n  config: { ${config} } };` });
    await confix(["check", "host.ts"], { cwd });
    expect(told(cwd)).toBe(runs);
  });

  test("and print nothing then", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const write = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
    const host = `${head}console.log("loaded"); process.stdout.write("written");
export default { ${options}\n  config: () => { console.log("called"); return { attrs: ${loop} }; } };`;
    const { stdout } = await confix(["check", "host.ts"], { cwd: writeFiles({ "host.ts": host }) });
    expect(log.mock.calls).toEqual([["loaded"], ["called"]]);
    expect(write.mock.calls).toEqual([["written"]]);
    expect(stdout).toContain("host.ts:10:");
    expect(stdout).not.toContain("loaded");
  });

  test("and compute only what was asked for the first time", async () => {
    const host = `${head}export default { ${options}\n  config: () => ({ attrs: () => ${loop}, other: () => { tell("other"); return 1; } }) };`;
    const cwd = writeFiles({ "host.ts": host });
    const { stderr } = await confix(["eval", "host.ts", "--at", "attrs", "--error-format", "json"], { cwd });
    expect(JSON.parse(stderr)).toMatchObject({
      diagnostics: [{ origin: { line: 9, endLine: 9 } }, { origin: { line: 9, endLine: 9 } }],
    });
    expect(told(cwd)).toBe("");
  });

  test("unless the run is restricted, whose modules run nowhere else", async () => {
    const host = `import { appendFileSync } from "node:fs";
import { mkOption, types } from "confix";
try { appendFileSync(new URL("./told", import.meta.url), "ran"); } catch {}
export default { ${options}
  config: { attrs: ${loop} } };`;
    const cwd = writeFiles({ "host.ts": host });
    const { stderr } = await confix(["eval", "host.ts", "--restricted", "--error-format", "json"], { cwd });
    expect(JSON.parse(stderr)).toMatchObject({ diagnostics: [{ origin: { line: 9 } }, { origin: { line: 9 } }] });
    expect(told(cwd)).toBe("");
  }, 30_000);
});

describe("what only the first run could do", () => {
  const head2 = 'import { mkOption, types } from "confix";\n';
  const broken = `${head2}const seen = (globalThis as any)["confix-traced-runs"] ??= { count: 0 };`;

  test.each([
    ["a module that throws the second time", 'if ((seen.count += 1) > 1) throw new Error("again");'],
    ["a module that waits at its top", "await Promise.resolve();"],
    ["a module that is another the second time", "const again = (seen.count += 1) > 1;"],
  ])("%s is placed as its text shows", async (_what, line) => {
    Reflect.deleteProperty(globalThis, "confix-traced-runs");
    const host = `${broken}\n${line}
const attrs = { a: "x" };
export default { ${options}\n  config: ⟦${line.startsWith("const again") ? "again ? { attrs: {} } : " : ""}({ attrs: ${loop} })⟧ };`;
    const { found } = await check({ "host.ts": host }, ["host.ts"]);
    expect(found.map(({ code, origin }) => [code, origin?.line])).toEqual([
      ["wrong-type", 10],
      ["wrong-type", 10],
    ]);
    expect(found[0]?.origin?.endLine).toBeUndefined();
  });

  test("a function module that throws the second time", async () => {
    Reflect.deleteProperty(globalThis, "confix-traced-runs");
    const host = `${broken}
export default () => {
  if ((seen.count += 1) > 1) throw new Error("again");
  const config = {};
  config.attrs = ${loop};
  return { ${options} config };
};`;
    const { found } = await check({ "host.ts": host }, ["host.ts"]);
    expect(found.map(({ code }) => code)).toEqual(["wrong-type", "wrong-type"]);
    expect(found.map(({ origin }) => origin?.endLine)).toEqual([undefined, undefined]);
  });
});

describe("values that are not plain", () => {
  const wrong = `${head}const make = () => `;

  test.each([
    ["a getter", '({ get attrs() { tell("g"); return { a: "x" }; } })'],
    [
      "a proxy",
      '({ attrs: new Proxy({ a: "x" }, { getPrototypeOf: (it) => { tell("p"); return Reflect.getPrototypeOf(it); } }) })',
    ],
    ["a proxy that throws", '({ attrs: new Proxy({}, { ownKeys() { throw new Error("no"); } }) })'],
    ["what leads to itself", "{ const a = { attrs: {} }; a.attrs.a = a; return a; }"],
  ])("%s: looking for its place reads nothing of it", async (_what, value) => {
    const host = `${wrong}${value};\nexport default { ${options}\n  config: make() };`;
    const cwd = writeFiles({ "host.ts": host });
    const evaluation = await loadConfig({ files: ["host.ts"], cwd, env: {} });
    const found = evaluation.diagnostics({ force: true });
    expect(found.map(({ severity }) => severity)).toEqual(["error"]);
    const [first] = found.map(({ origin }) => ({ ...origin }));
    expect(first?.file).toBe(join(cwd, "host.ts"));
    const before = told(cwd);
    expect({ ...found[0]?.origin }).toEqual(first);
    expect(told(cwd)).toBe(before);
  });
});

test("loadConfig tells such places as well, when they are read", async () => {
  const host = `${head}tell("1");\nexport default { ${options}\n  config: { attrs: ${loop} } };`;
  const cwd = writeFiles({ "host.ts": host });
  const evaluation = await loadConfig({ files: ["host.ts"], cwd, env: {} });
  // The cast: the option is a set.
  const read = (): unknown =>
    (evaluation.config as Readonly<Record<string, Readonly<Record<string, unknown>>>>)["attrs"]?.["a"];
  const error = await Promise.resolve()
    .then(read)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfixError);
  expect(told(cwd)).toBe("1");
  const { diagnostics } = error as ConfixError; // The cast: it was just expected.
  const line = host.split("\n").at(-1) ?? "";
  const column = line.indexOf('"x"') + 1;
  expect(diagnostics[0]?.origin).toEqual({
    file: join(cwd, "host.ts"),
    line: 10,
    column,
    endLine: 10,
    endColumn: column + 3,
  });
  expect(told(cwd)).toBe("11");
  expect(JSON.parse(JSON.stringify(diagnostics[0]))).toMatchObject({ origin: { line: 10, column } });
});

describe("commands that show places", () => {
  const host = `import { mkOption, types } from "confix";
const make = (name) => ({ [name]: mkOption({ type: types.int, default: 1 }) });
const define = (value) => ({ a: value });
export default {
  options: { ...make("a") },
  config: { ...define(5) },
};`;

  test("why", async () => {
    const { stdout } = await confix(["why", "a", "host.ts", "--json"], { cwd: writeFiles({ "host.ts": host }) });
    expect(JSON.parse(stdout)).toMatchObject({
      declarations: [{ line: 2, column: 35 }],
      definitions: [
        { isDefault: true, origin: { line: 2, column: 72 } },
        { isDefault: false, origin: { line: 3, column: 33 } },
      ],
    });
  });

  test("options", async () => {
    const { stdout } = await confix(["options", "host.ts", "--match", "a"], { cwd: writeFiles({ "host.ts": host }) });
    expect(stdout).toContain("host.ts:2:35");
  });

  test("lint, also where nothing but the name shows in the text", async () => {
    const { stdout } = await confix(["lint", "host.ts", "--format", "json"], { cwd: writeFiles({ "host.ts": host }) });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: readonly { readonly origin: { readonly line: number } }[];
    };
    expect(diagnostics.map(({ origin }) => placeOf({ file: "host.ts", ...origin }))).toContain("host.ts:2:28");
  });
});

test("an evaluation of more or other modules keeps to what the texts show", async () => {
  // Which of the two loops made `a` depends on a module that is not there the first time.
  const host = `${head}export default { ${options}
  config: ({ config }) => ({
    attrs: () => config.plain === 1
      ? Object.fromEntries(["a"].map((name) => [name, "one"]))
      : Object.fromEntries(["a"].map((name) => [name, "two"])),
  }) };`;
  const cwd = writeFiles({ "host.ts": host });
  const base = await loadConfig({ files: ["host.ts"], cwd, env: {} });
  const lineOf = ({ diagnostics }: ReturnType<typeof base.output>): unknown => diagnostics[0]?.origin?.line;
  expect(lineOf(base.output({ at: ["attrs"] }))).toBe(12);
  const extended = base.extendModules({ modules: [{ plain: 1 }] });
  expect(lineOf(extended.output({ at: ["attrs"] }))).toBe(10);
  expect(lineOf(base.output({ at: ["attrs"] }))).toBe(12);
  expect(lineOf(base.update({ set: { plain: 1 } }).output({ at: ["attrs"] }))).toBe(10);
});
