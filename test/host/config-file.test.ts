import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig, type LoadConfigArguments } from "../../src/node.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { declare } from "./load.ts";
import { writeFiles } from "./temporary-files.ts";

type Files = Readonly<Record<string, string>>;

const echo =
  'import { mkOption } from "confix";\nexport default ({ who = "nobody" }) => ({ options: { who: mkOption({ default: who }) } });';

async function evaluate(files: Files, cwd = "", args: LoadConfigArguments = {}): Promise<unknown> {
  const folder = writeFiles(files);
  return (await loadConfig({ cwd: join(folder, cwd), env: {}, ...args })).output().value;
}

describe("the configuration file", () => {
  test.each([
    ["ts", 'import { defineConfig } from "confix";\nexport default defineConfig({ modules: ["./host.ts"] });'],
    ["mts", 'export default { modules: ["./host.ts"] };'],
    ["js", 'module.exports = { modules: ["./host.ts"] };'],
    ["mjs", 'export default { modules: ["host.ts"] };'],
    ["json", '{ "$schema": "x", "modules": ["./host.ts"] }'],
    ["jsonc", '{ "modules": ["./host.ts"], }'],
    ["yaml", "modules: [./host.ts]"],
    ["yml", "modules: [./host.ts]"],
    ["toml", 'modules = ["./host.ts"]'],
  ])("may be confix.config.%s", async (extension, text) => {
    expect(await evaluate({ [`confix.config.${extension}`]: text, "host.ts": declare("a") })).toEqual({ a: null });
  });

  test("is found by walking up; its paths are relative to it", async () => {
    const files = { "confix.config.yaml": "modules: [./host.ts]", "host.ts": declare("a"), "deep/down/x": "" };
    expect(await evaluate(files, "deep/down")).toEqual({ a: null });
  });

  test("may be named, and is then the only one", async () => {
    const files = {
      "confix.config.yaml": "modules: [./other.ts]",
      "my/tool.yaml": "modules: [./host.ts]",
      "my/host.ts": declare("mine"),
      "other.ts": declare("other"),
    };
    expect(await evaluate(files, "", { configFile: "my/tool.yaml" })).toEqual({ mine: null });
    const missing = async (): Promise<unknown> => await evaluate(files, "", { configFile: "nope.yaml" });
    expect(await diagnosticsOf(missing)).toMatchObject([{ code: "file-not-found" }]);
  });

  test("may hold modules by value", async () => {
    const text =
      'import { defineConfig, mkOption } from "confix";\nexport default defineConfig({ modules: [{ options: { a: mkOption({ default: 1 }) } }, () => ({ config: { a: 2 } })] });';
    expect(await evaluate({ "confix.config.ts": text })).toEqual({ a: 2 });
  });

  test("may be promised", async () => {
    const text = 'export default (async () => ({ modules: ["./host.ts"] }))();';
    expect(await evaluate({ "confix.config.ts": text, "host.ts": declare("a") })).toEqual({ a: null });
  });

  test("gives way to given files in its `modules` alone", async () => {
    const files = {
      "confix.config.json": '{ "modules": ["./nope.ts"], "specialArgs": { "who": "config" } }',
      "host.ts": echo,
    };
    expect(await evaluate(files, "", { files: ["host.ts"] })).toEqual({ who: "config" });
    expect(await evaluate(files, "", { files: ["host.ts"], specialArgs: { who: "flag" } })).toEqual({ who: "flag" });
  });
});

test("without files and modules there is nothing to evaluate", async () => {
  expect(await diagnosticsOf(async () => await evaluate({}))).toMatchObject([{ code: "no-modules" }]);
  expect(await diagnosticsOf(async () => await evaluate({ "confix.config.json": "{}" }))).toMatchObject([
    { code: "no-modules" },
  ]);
});

describe("what is wrong in it", () => {
  test.each([
    ['{ "modulez": [] }', "it has no key `modulez`", ["modules"]],
    ['{ "lint": { "rulez": {} } }', "it has no key `lint.rulez`", ["rules"]],
    ['{ "completelyUnknown": 1 }', "it has no key `completelyUnknown`", []],
    ['{ "modules": 3 }', "`modules`: expected array, received number", []],
    ['{ "modules": [3] }', "`modules.0`: expected a path or a module", []],
    ['{ "lint": { "rules": { "a": "of" } } }', '`lint.rules.a`: expected one of "off"|"warn"|"error"', []],
    ["[]", "it must be an object with `modules`, `specialArgs`, `extends`, `lint`, and is a list", []],
  ])("%s: %s", async (text, problem, suggestions) => {
    const found = await diagnosticsOf(async () => await evaluate({ "confix.config.json": text }));
    expect(found).toMatchObject([{ code: "bad-config-file", data: { problem, suggestions } }]);
    expect(found[0]?.file).toMatch(/confix\.config\.json$/);
  });

  test.each([
    ["5", "and is the number 5"],
    ["() => ({})", "and is a function"],
    ["Promise.resolve(5)", "and is the number 5"],
    ["new Map()", "and is "],
  ])("a default export that is %s", async (value, problem) => {
    const found = await diagnosticsOf(async () => await evaluate({ "confix.config.ts": `export default ${value};` }));
    expect(found).toMatchObject([{ code: "bad-config-file", data: { problem: expect.stringContaining(problem) } }]);
    expect(found[0]?.message).toContain("must be an object with `modules`");
    expect(found[0]?.file).toMatch(/confix\.config\.ts$/);
  });

  test("none exported", async () => {
    const found = await diagnosticsOf(async () => await evaluate({ "confix.config.ts": "export const modules = [];" }));
    expect(found).toMatchObject([{ code: "no-default-export", file: expect.stringMatching(/confix\.config\.ts$/) }]);
  });

  test("a second one in its folder, whichever was meant", async () => {
    const files = { "confix.config.ts": "export default { modules: [] };", "confix.config.yaml": "modules: []\n" };
    const found = await diagnosticsOf(async () => await evaluate(files));
    expect(found).toMatchObject([{ code: "bad-config-file", file: expect.stringMatching(/confix\.config\.ts$/) }]);
    expect(found[0]?.message).toContain("confix.config.yaml`");
    expect(
      await evaluate({ ...files, "host.ts": declare("a") }, "", { configFile: "confix.config.ts", files: ["host.ts"] }),
    ).toEqual({ a: null });
  });

  test("is said all at once", async () => {
    const text = '{ "modulez": 1, "specialargs": 2, "modules": 3 }';
    expect(await diagnosticsOf(async () => await evaluate({ "confix.config.json": text }))).toHaveLength(3);
  });

  test("a syntax error has its place", async () => {
    const found = await diagnosticsOf(async () => await evaluate({ "confix.config.json": '{\n  "modules" }' }));
    expect(found).toMatchObject([{ code: "syntax-error", line: 2 }]);
  });
});

describe("`extends`", () => {
  const layers = {
    "base/confix.config.yaml": "modules: [./base.ts]\nspecialArgs: { who: base, deep: { x: 1, y: 1 } }\n",
    "base/base.ts": declare("base"),
    "more.json": '{ "specialArgs": { "who": "more", "deep": { "y": 2 } } }',
    "own.ts": `import { mkOption } from "confix";
      export default ({ who, deep }) => ({ options: { own: mkOption({ default: { who, deep } }) } });`,
  };

  test("reads what is extended first; lists are joined, mappings merged, and the later wins", async () => {
    const own = "extends: [base/confix.config.yaml, more.json]\nmodules: [./own.ts]\nspecialArgs: { deep: { z: 3 } }\n";
    const value = await evaluate({ ...layers, "confix.config.yaml": own });
    expect(value).toEqual({ base: null, own: { who: "more", deep: { x: 1, y: 2, z: 3 } } });
  });

  test("flags come last", async () => {
    const files = { ...layers, "confix.config.yaml": "extends: base/confix.config.yaml\n" };
    const value = await evaluate(files, "", { files: ["own.ts"], specialArgs: { deep: { y: 9 } } });
    expect(value).toEqual({ own: { who: "base", deep: { x: 1, y: 9 } } });
  });

  test("keeps arguments for modules as they are, if only one layer gives them", async () => {
    const config = `const shared = { options: {} };
      export default { extends: "./more.json", modules: [shared, ({ again }) => ({ imports: [again] })], specialArgs: { again: shared } };`;
    const folder = writeFiles({ ...layers, "confix.config.ts": config });
    const { graph } = await loadConfig({ cwd: folder, env: {} });
    expect(graph[1]?.imports[0]?.key).toBe(graph[0]?.key);
  });

  test("in a circle is an error", async () => {
    const files = { "confix.config.yaml": "extends: ./b.yaml\n", "b.yaml": "extends: ./confix.config.yaml\n" };
    expect(await diagnosticsOf(async () => await evaluate(files))).toMatchObject([{ code: "bad-config-file" }]);
  });

  test("of a missing file names who extends it", async () => {
    const found = await diagnosticsOf(async () => await evaluate({ "confix.config.yaml": "extends: ./nope.yaml\n" }));
    expect(found).toMatchObject([
      { code: "file-not-found", data: { from: expect.stringMatching(/confix\.config\.yaml$/) } },
    ]);
  });
});
