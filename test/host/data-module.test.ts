import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/node.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { declare, evaluate } from "./load.ts";
import { writeFiles } from "./temporary-files.ts";

const options = declare("a", "b", "sites");

describe("a data file is a module", () => {
  test.each([
    ["x.json", '{ "a": 1, "b": [1, "x"] }'],
    ["x.jsonc", '{ "a": 1, /* … */ "b": [1, "x"], }'],
    ["x.yaml", "a: 1\nb: [1, x]\n"],
    ["x.yml", "a: 1\nb: [1, x]\n"],
    ["x.toml", 'a = 1\nb = [1, "x"]\n'],
    ["X.YAML", "a: 1\nb: [1, x]\n"],
  ])("%s", async (name, text) => {
    expect(await evaluate({ "o.ts": options, [name]: text }, ["o.ts", name])).toMatchObject({ a: 1, b: [1, "x"] });
  });

  test("that may be empty, if it is YAML or TOML", async () => {
    const files = { "o.ts": options, "x.yaml": "# nothing\n", "x.toml": "" };
    expect(await evaluate(files, ["o.ts", "x.yaml", "x.toml"])).toMatchObject({ a: null });
  });

  test("named in the definitions it makes", async () => {
    const folder = writeFiles({ "o.ts": options, "x.yaml": "a: 1\n" });
    const evaluation = await loadConfig({ files: ["o.ts", "x.yaml"], cwd: folder, env: {} });
    const option = evaluation.options["a"] as { readonly files: readonly string[] };
    expect(option.files).toEqual([join(folder, "x.yaml")]);
  });
});

describe("at its top", () => {
  test("`imports`, `disabledModules` and `$schema` are not definitions", async () => {
    const files = {
      "o.ts": options,
      "x.yaml": "$schema: ./module.json\nimports: [./y.toml, ./z.json]\ndisabledModules: [./z.json]\na: 1\n",
      "y.toml": "b = 2\n",
      "z.json": '{ "b": 3 }',
    };
    expect(await evaluate(files, ["o.ts", "x.yaml"])).toEqual({ a: 1, b: 2, sites: null });
  });

  test("`options`, `config` and `key` are names like others", async () => {
    const names = declare("options", "config", "key", "_file");
    const files = { "o.ts": names, "x.yaml": "options: 1\nconfig: 2\nkey: 3\n_file: 4\n" };
    expect(await evaluate(files, ["o.ts", "x.yaml"])).toEqual({ options: 1, config: 2, key: 3, _file: 4 });
  });

  test.each(["imports: ./y.yaml", "disabledModules: 5"])("%s is no list: an error", async (text) => {
    const files = { "x.yaml": `${text}\n` };
    expect(await diagnosticsOf(async () => await evaluate(files, "x.yaml"))).toMatchObject([
      { code: "bad-module-attribute" },
    ]);
  });

  test("deeper down they are data", async () => {
    const files = { "o.ts": options, "x.yaml": "sites: { imports: x, $schema: y }\n" };
    expect(await evaluate(files, ["o.ts", "x.yaml"])).toMatchObject({ sites: { imports: "x", $schema: "y" } });
  });
});

test("`{ path, priority }` gives a whole file a priority, by name or number", async () => {
  const files = {
    "o.ts": options,
    "plain.yaml": "a: plain\n",
    "default.yaml": "imports: [{ path: ./x.yaml, priority: default }]\n",
    "force.yaml": "imports: [{ path: ./x.yaml, priority: force }]\n",
    "number.yaml": "imports: [{ path: ./x.yaml, priority: 99 }]\n",
    "x.yaml": "a: x\nb: x\n",
  };
  const a = async (file: string): Promise<unknown> => await evaluate(files, ["o.ts", "plain.yaml", file]);
  expect(await a("default.yaml")).toMatchObject({ a: "plain", b: "x" });
  expect(await a("force.yaml")).toMatchObject({ a: "x", b: "x" });
  expect(await a("number.yaml")).toMatchObject({ a: "x", b: "x" });
});

describe("an import with a priority that is misspelt", () => {
  test.each([
    ["{ path: ./x.yaml, prio: default }", "prio", ["priority"]],
    ["{ path: ./x.yaml, priority: defualt }", "priority", ["default"]],
  ])("%s is an error that suggests the right word", async (written, argument, suggestions) => {
    const files = { "o.ts": options, "x.yaml": "a: x\n", "main.yaml": `imports: [${written}]\n` };
    const found = await diagnosticsOf(async () => await evaluate(files, ["o.ts", "main.yaml"]));
    expect(found).toMatchObject([{ code: "bad-argument", data: { call: "imports", argument, suggestions } }]);
    expect(found[0]?.file).toMatch(/main\.yaml$/);
  });

  test("definitions of options with these names are none", async () => {
    const text =
      'import { mkOption } from "confix";\nexport default { options: { path: mkOption({}), priority: mkOption({}) }, imports: [{ path: "/srv/x", priority: "high" }] };';
    expect(await evaluate({ "o.ts": text }, "o.ts")).toEqual({ path: "/srv/x", priority: "high" });
  });
});

test("names that JavaScript gives to every object work as data and as options, and pollute nothing", async () => {
  const files = {
    "o.ts":
      'import { mkOption, types } from "confix";\nexport default { options: { ["__proto__"]: mkOption({ type: types.int }), constructor: mkOption({ type: types.anything }), "10": mkOption({ type: types.int }), sites: mkOption({ type: types.attrsOf(types.int) }) } };',
    "x.json":
      '{ "__proto__": 1, "constructor": { "prototype": { "polluted": 1 } }, "10": 2, "sites": { "__proto__": 3, "constructor": 4, "2": 5, "1": 6 } }',
  };
  const value = await evaluate(files, ["o.ts", "x.json"]);
  expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(files["x.json"]));
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
