// defineModule: two steps, each a module; what the object shows, and how it finds its file.
import { fileURLToPath, pathToFileURL } from "node:url";
import { defineModule, defineSubmodule, mkOption, types } from "confix";
import { evalModules } from "../evaluate/lint-cases.ts";
import { createJiti } from "jiti";
import { describe, expect, test } from "vitest";
import { helpOf } from "../../src/diagnostics/render-text.ts";
import { moduleBrand } from "../../src/model/brands.ts";
import { definedModuleCall, isDefinedModule } from "../../src/model/module.ts";
import { diagnosticOf, problemOf } from "../evaluate/problems.ts";

const here = fileURLToPath(import.meta.url);
const options = { a: mkOption({ type: types.int, default: 0 }) };

describe.each([
  ["defineModule", defineModule],
  ["defineSubmodule", defineSubmodule],
] as const)("%s", (name, define) => {
  test("the first step is a module", () => {
    const module = define({ options, key: "k" });
    expect(isDefinedModule(module)).toBe(true);
    expect(module[moduleBrand]).toEqual({ options, key: "k" });
    expect(evalModules({ modules: [define({ options })] }).config.a).toBe(0);
  });

  test("the second step returns another, and leaves the first as it is", () => {
    const module = define({ options });
    const configured = module.config({ a: 1 });
    expect(configured[moduleBrand]).toEqual({ options, config: { a: 1 } });
    expect(module[moduleBrand]).toEqual({ options });
    expect(evalModules({ modules: [configured] }).config.a).toBe(1);
    expect(evalModules({ modules: [module] }).config.a).toBe(0);
  });

  test("both are frozen, and show nothing that could be taken for definitions", () => {
    const module = define({ options });
    for (const each of [module, module.config({ a: 1 })]) {
      expect(Object.isFrozen(each)).toBe(true);
      expect(Object.isFrozen(each[moduleBrand])).toBe(true);
      expect(Object.keys(each)).toEqual([]);
      expect(JSON.stringify(each)).toBe("{}");
    }
    expect("config" in { ...module }).toBe(false);
  });

  test("an attribute that is undefined counts as absent", () => {
    const attributes: object = { options, key: undefined };
    expect(Object.keys(define(attributes)[moduleBrand])).toEqual(["options"]);
  });

  test("knows its file", () => {
    expect(definedModuleCall(define({}))?.file).toBe(here);
    expect(definedModuleCall(define({ options }).config({ a: 1 }))?.file).toBe(here);
  });

  test("refuses an attribute that does not exist, and suggests the one that was probably meant", () => {
    const attributes: object = { option: {} };
    const diagnostic = diagnosticOf(() => define(attributes));
    expect(diagnostic).toMatchObject({ code: "bad-argument", data: { call: name, argument: "option" } });
    expect(helpOf(diagnostic)).toBe("did you mean `options`?");
  });

  test("refuses definitions in the first step, and says where they belong", () => {
    const attributes: object = { config: { a: 1 } };
    const { code, data } = diagnosticOf(() => define(attributes));
    expect({ code, problem: data["problem"] }).toEqual({
      code: "bad-argument",
      problem: `belongs into the second step, \`${name}({ … }).config({ … })\``,
    });
  });

  test("refuses what is no set of attributes", () => {
    // The cast: TypeScript would refuse it as well.
    expect(problemOf(() => define([] as object)).code).toBe("bad-argument");
  });

  test("refuses a second step without definitions", () => {
    const { config } = define({ options });
    // The cast: TypeScript would refuse it as well.
    expect(problemOf(config as () => unknown).code).toBe("bad-argument");
  });
});

test("a module tells its file also when jiti loads it", async () => {
  const confix = await import("confix");
  const jiti = createJiti(import.meta.url, { virtualModules: { confix }, fsCache: false, moduleCache: false });
  const file = fileURLToPath(new URL("./fixtures/loaded-module.ts", import.meta.url));
  const module = await jiti.import<object>(pathToFileURL(file).href, { default: true });
  expect(definedModuleCall(module)?.file ?? null).toBe(file);
});

test("a wrong value is reported in the file that defines the module", () => {
  // The cast: TypeScript would refuse it as well.
  const wrong = defineModule({ options }).config({ a: "x" as unknown as number });
  expect(problemOf(() => evalModules({ modules: [wrong] }).config.a)).toEqual({
    code: "wrong-type",
    path: "a",
    files: [here],
  });
});

test("`_file` wins over the file of the call", () => {
  const wrong = defineModule({ options, _file: "/elsewhere.ts" }).config({ a: "x" as unknown as number });
  expect(problemOf(() => evalModules({ modules: [wrong] }).config.a).files).toEqual(["/elsewhere.ts"]);
});
