// What may stand in `modules` and `imports`, and the two syntaxes of a module.
import { describe, expect, it } from "vitest";
import { defineModule } from "../../src/authoring/define-module.ts";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkMerge } from "../../src/authoring/mk-merge.ts";
import { mkForce } from "../../src/authoring/priorities.ts";
import { mkBefore } from "../../src/authoring/order.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, option, read } from "./evaluation.ts";
import { evaluateFiles } from "./files.ts";
import { codesOf, diagnosticOf, problemOf } from "./problems.ts";

const n = { options: { n: option(types.int) } };

describe("a module is taken from", () => {
  it.each<readonly [string, unknown]>([
    ["a shorthand object", { n: 1 }],
    ["an object with config", { config: { n: 1 } }],
    ["an object without prototype", Object.assign(Object.create(null) as object, { n: 1 })],
    ["a function", () => ({ n: 1 })],
    ["a function that returns a function", () => () => ({ config: { n: 1 } })],
    ["a defined module", defineModule({}).config({ n: 1 })],
    ["a function that returns a defined module", () => defineModule({}).config({ n: 1 })],
    ["a condition", mkIf(true, { n: 1 })],
    ["a priority", mkForce({ n: 1 })],
    ["a function that returns several definitions", () => mkMerge([{ n: 1 }])],
    ["a function that returns a condition", () => mkIf(true, { n: 1 })],
    ["imports", { imports: [{ n: 1 }] }],
    ["require, the old name of imports", { require: [{ n: 1 }] }],
  ])("%s", (_name, module) => {
    expect(read(evaluate(n, module), "n")).toBe(1);
    expect(read(evaluate(n, { imports: [module] }), "n")).toBe(1);
  });

  it.each<readonly [string, unknown]>([
    ["an object", { n: 1 }],
    ["a function", (): unknown => ({ n: 1 })],
    ["several definitions", mkMerge([{ n: 1 }])],
    ["a priority", mkForce({ n: 1 })],
  ])("a file that holds %s", (_name, content) => {
    expect(read(evaluateFiles({ "/m.ts": content }, [n, "/m.ts"]), "n")).toBe(1);
  });

  it("a condition, in which there are nothing but definitions", () => {
    const evaluation = evaluate(n, mkIf(true, { _file: "/a.ts", imports: [] }));
    expect(codesOf(evaluation.diagnostics())).toEqual(["undeclared-option _file", "undeclared-option imports"]);
  });

  it("a file whose definitions all get a priority", () => {
    const evaluation = evaluateFiles({ "/m.json": { n: 1 } }, [n, { path: "/m.json", priority: "default" }, { n: 2 }]);
    expect(read(evaluation, "n")).toBe(2);
    expect(evaluateFiles({ "/m.json": { n: 1 } }, [n, { path: "/m.json", priority: 7 }]).options["n"]).toMatchObject({
      highestPrio: 7,
    });
  });
});

describe("no module is", () => {
  it.each<readonly [string, unknown, string]>([
    ["a list", [{ n: 1 }], "list"],
    ["undefined", undefined, "undefined"],
    ["null", null, "none"],
    ["a number", 5, "none"],
    ["several definitions in a list of modules", mkMerge([{ n: 1 }]), "property"],
    ["an order", mkBefore({ n: 1 }), "property"],
    ["the result of an evaluation", evaluate(), "evaluation"],
    ["a promise", Promise.resolve({}), "promise"],
    ["an option", option(types.int), "none"],
    ["a type", types.int, "none"],
    ["a date", new Date(0), "none"],
    [
      "a class instance",
      new (class Web {
        readonly port = 80;
      })(),
      "none",
    ],
    ["a map", new Map(), "none"],
  ])("%s", (_name, module, detail) => {
    for (const modules of [
      [n, module],
      [n, { _file: "/a.ts", imports: [module] }],
      [n, (): unknown => module],
    ]) {
      // A function may return several definitions.
      if (detail === "property" && typeof modules[1] === "function") continue;
      expect(diagnosticOf(() => evaluate(...modules).config)).toMatchObject({ code: "not-a-module", data: { detail } });
    }
  });

  it("where it is imported by a known file, which the message names", () => {
    const evaluation = evaluate({ _file: "/a.ts", imports: [[]] });
    expect(problemOf(() => evaluation.config)).toEqual({ code: "not-a-module", path: null, files: ["/a.ts"] });
  });
});

describe("the full form", () => {
  it.each<readonly [string, object, readonly string[]]>([
    ["options", { options: {}, z: 1, a: 2 }, ["a", "z"]],
    ["config", { config: {}, require: [] }, ["require"]],
    ["both", { options: {}, config: {}, class: "x", imports: [] }, ["class"]],
  ])("with %s takes no further names", (_name, module, attributes) => {
    const found = diagnosticOf(() => evaluate({ _file: "/a.ts", ...module }).config);
    expect(found).toMatchObject({ code: "unsupported-attribute", origin: { file: "/a.ts" }, data: { attributes } });
  });

  it("takes its attributes, and undefined for an absent one", () => {
    const module = {
      _file: "/a.ts",
      _class: undefined,
      key: "k",
      imports: undefined,
      disabledModules: [],
      options: { meta: option(types.attrsOf(types.str)), n: option(types.int) },
      config: { n: 1 },
      meta: { author: "me" },
      freeformType: types.attrsOf(types.int),
      anything: undefined,
    };
    expect(dataOf(evaluate(module, { x: 1 }))).toEqual({ n: 1, meta: { author: "me" }, x: 1 });
  });
});

describe("the shorthand form", () => {
  it("defines whatever has no meaning for a module, `meta` and `class` too", () => {
    const open = { freeformType: types.attrsOf(types.str) };
    const module = { _file: "/a.ts", key: "k", imports: [], disabledModules: [], meta: "m", class: "c", _type: "t" };
    expect(dataOf(evaluate(open, module))).toEqual({ meta: "m", class: "c", _type: "t" });
  });

  it("defines `meta` once", () => {
    const evaluation = evaluate({ options: { meta: option(types.listOf(types.str)) } }, { meta: ["a"] });
    expect(read(evaluation, "meta")).toEqual(["a"]);
  });

  it.each<readonly [string, object]>([
    ["imports", { imports: {} }],
    ["disabledModules", { disabledModules: "x" }],
    ["_file", { _file: [] }],
    ["_class", { _class: 1 }],
    ["key", { key: {} }],
  ])("needs a fitting `%s`", (attribute, module) => {
    for (const each of [module, { config: {}, ...module }]) {
      expect(diagnosticOf(() => evaluate(each).config)).toMatchObject({
        code: "bad-module-attribute",
        data: { attribute },
      });
    }
  });
});
