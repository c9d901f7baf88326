import { describe, expect, test } from "vitest";
import { evalModules, mkForce, mkOption, types } from "../../src/index.ts";
import { makeSetting, settingModules } from "../../src/host/set-modules.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { evaluate, declare } from "./load.ts";

function evaluateSettings(...settings: readonly (readonly [string, unknown])[]): unknown {
  const options = {
    a: mkOption({ type: types.anything, default: {} }),
    list: mkOption({ type: types.listOf(types.int), default: [] }),
    site: mkOption({
      type: types.submodule({ options: { x: mkOption({ default: 0 }), y: mkOption({ default: 0 }) } }),
      default: {},
    }),
  };
  const modules = settingModules(settings.map(([path, value]) => makeSetting(path, value, path)));
  return evalModules({
    modules: [{ options }, { config: { a: { from: "file" }, list: mkForce([1]) } }, ...modules],
  }).output().value;
}

describe("a setting", () => {
  test("wins over every file, also over mkForce", () => {
    expect(evaluateSettings(["a", 1], ["list", [2]])).toMatchObject({ a: 1, list: [2] });
  });

  test("may be the value of a set of options, and of a quoted name", () => {
    expect(evaluateSettings(["site", { x: 1 }])).toMatchObject({ site: { x: 1, y: 0 } });
    expect(evaluateSettings(['a."b.c"', 1])).toMatchObject({ a: { "b.c": 1, from: "file" } });
    expect(evaluateSettings(["a.from", "flag"])).toMatchObject({ a: { from: "flag" } });
  });

  test("is named after its flag", () => {
    const [module] = settingModules([makeSetting('a."b.c"', 1, "")]);
    expect(module?._file).toBe('--set a."b.c"');
  });
});

describe("of several settings", () => {
  test("for one path the last wins", () => {
    expect(evaluateSettings(["list", [2]], ["list", [3]])).toMatchObject({ list: [3] });
  });

  test("those for different paths all count", () => {
    expect(evaluateSettings(["site.x", 1], ["site.y", 2])).toMatchObject({ site: { x: 1, y: 2 } });
  });

  test("a later one above an earlier one takes its place", () => {
    expect(evaluateSettings(["site.x", 1], ["site", { y: 2 }])).toMatchObject({ site: { x: 0, y: 2 } });
  });

  test("a later one below an earlier one changes its value", () => {
    expect(evaluateSettings(["site", { x: 1, y: 1 }], ["site.y", 2])).toMatchObject({ site: { x: 1, y: 2 } });
    expect(evaluateSettings(["a", 1], ["a.b.c", 2])).toMatchObject({ a: { b: { c: 2 } } });
  });
});

test.each(['a."b', "a..b", "", 'a"b"'])("%j is no path", async (path) => {
  expect(await diagnosticsOf(() => makeSetting(path, 1, `--set ${path}=1`))).toMatchObject([{ code: "bad-set" }]);
});

test("loadConfig takes settings by path", async () => {
  const files = { "o.ts": declare("a"), "x.yaml": "a: 1\n" };
  expect(await evaluate(files, ["o.ts", "x.yaml"], { set: { a: { "10": 1, b: [2] } } })).toEqual({
    a: { "10": 1, b: [2] },
  });
});
