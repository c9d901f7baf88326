// What can be wrong with modules and their arguments: code, path, and every place that has to do with it.
import { describe } from "vitest";
import { mkDefault, mkMerge, mkOverride } from "../../src/authoring/index.ts";
import type { EvalModulesArguments } from "../../src/model/arguments.ts";
import { systems } from "../../src/systems/index.ts";
import { types } from "../../src/types/types.ts";
import { bomb, bombFile, evaluate, type Given, option } from "./evaluation.ts";
import { fails } from "./errors-row.ts";

const { int, listOf } = types;
const a = { _file: "/o.ts", options: { a: option(int, { default: 0 }) } };
const from = (...imports: readonly unknown[]): object => ({ _file: "/1.ts", imports });

describe("modules", () => {
  fails([
    [
      "a number",
      [from(3)],
      "",
      { code: "not-a-module", at: "/1.ts", data: { found: "the number 3", from: "/1.ts", detail: "none" } },
    ],
    ["a number at the top", [3], "", { code: "not-a-module", data: { found: "the number 3", from: null } }],
    ["a list", [from([a])], "", { code: "not-a-module", at: "/1.ts", data: { found: "a list", detail: "list" } }],
    [
      "undefined, as import cycles give it",
      [from(undefined)],
      "",
      { code: "not-a-module", at: "/1.ts", data: { found: "undefined", detail: "undefined" } },
    ],
    [
      "a promise",
      [from(Promise.resolve({}))],
      "",
      { code: "not-a-module", at: "/1.ts", data: { found: "a promise", detail: "promise" } },
    ],
    [
      "an evaluation",
      [from(evaluate())],
      "",
      { code: "not-a-module", at: "/1.ts", data: { found: "the result of an evaluation", detail: "evaluation" } },
    ],
    ["an option", [from(option(int))], "", { code: "not-a-module", at: "/1.ts", data: { found: "an option" } }],
    [
      "a merge",
      [from(mkMerge([{}]))],
      "",
      { code: "not-a-module", at: "/1.ts", data: { found: "a property", detail: "property" } },
    ],
    [
      "a function that returns a number",
      [from(() => 3)],
      "",
      { code: "not-a-module", at: "/1.ts", data: { found: "the number 3" } },
    ],
    [
      "a path, with nothing that loads it",
      [from("./x.ts")],
      "",
      { code: "no-loader", at: "/1.ts", data: { specifier: "./x.ts" } },
    ],
    [
      "names beside options and config",
      [{ _file: "/1.ts", options: {}, services: 1, b: 2 }],
      "",
      { code: "unsupported-attribute", at: "/1.ts", data: { attributes: ["b", "services"], form: "options" } },
    ],
    [
      "imports that are no list",
      [{ _file: "/1.ts", imports: {} }],
      "",
      {
        code: "bad-module-attribute",
        at: "/1.ts",
        data: { attribute: "imports", expected: "a list", found: "an attribute set" },
      },
    ],
    [
      "a module of another class",
      { modules: [{ _file: "/1.ts", _class: "darwin" }], class: "nixos" },
      "",
      { code: "class-mismatch", at: "/1.ts", data: { module: "/1.ts", actual: "darwin", expected: "nixos" } },
    ],
    [
      "a set without key, disabled",
      [{ _file: "/1.ts", disabledModules: [{}] }],
      "",
      { code: "bad-disabled-module", at: "/1.ts", data: { problem: "no-key", found: "an attribute set" } },
    ],
    [
      "null, disabled",
      [{ _file: "/1.ts", disabledModules: [null] }],
      "",
      { code: "bad-disabled-module", at: "/1.ts", data: { problem: "kind", found: "null" } },
    ],
    [
      "a body that throws",
      [from(() => bomb())],
      "",
      {
        code: "module-threw",
        at: "/1.ts",
        related: [bombFile],
        says: ["thrown here"],
        data: { module: "/1.ts", message: "this must not be computed" },
      },
    ],
    [
      "a function above the options that throws",
      [a, { _file: "/1.ts", config: bomb }],
      "a",
      { code: "module-threw", at: "/1.ts", related: [bombFile] },
    ],
    [
      "a body that reads the configuration",
      [a, { _file: "/1.ts", imports: [({ config }: Given) => ({ a: config.a + 1 })] }],
      "a",
      { code: "early-read", at: "/1.ts", data: { read: "a", kind: "option", module: "/1.ts" } },
    ],
  ]);
});

describe("arguments", () => {
  const uses = (value: unknown): object => ({ _file: "/1.ts", config: { a: value } });
  fails([
    [
      "that nobody gives, with the option that needs it",
      [a, uses(({ pkgs }: Given) => pkgs as unknown)],
      "a",
      { code: "missing-argument", path: "a", at: "/1.ts", data: { name: "pkgs" } },
    ],
    [
      "that are misspelt",
      [a, uses(({ confg }: Given) => confg as unknown)],
      "a",
      { code: "missing-argument", path: "a", at: "/1.ts", data: { suggestions: ["config"] } },
    ],
    [
      "that contradict each other",
      [
        a,
        { _file: "/1.ts", _module: { args: { x: 1 } } },
        { _file: "/2.ts", _module: { args: { x: 1 } } },
        { a: ({ x }: Given) => x as unknown },
      ],
      "a",
      { code: "not-unique", path: "_module.args.x", at: "/2.ts", related: ["/2.ts", "/1.ts"] },
    ],
    [
      "that are defined under a false condition alone",
      [
        a,
        { _file: "/1.ts", config: { _module: { args: { x: mkOverride(5, mkMerge([])) } } } },
        { a: ({ x }: Given) => x as unknown },
      ],
      "a",
      { code: "missing-value", path: "_module.args.x", related: ["/1.ts"] },
    ],
  ]);
});

describe("functions of Confix, called wrongly where a value is computed", () => {
  const computes = (code: () => unknown): readonly unknown[] => [a, { _file: "/1.ts", config: { a: code } }];
  const wrong = (value: unknown): never => value as never; // The cast: TypeScript would refuse it.
  fails([
    [
      "a property",
      computes(() => mkOverride(wrong("high"), 1)),
      "a",
      { code: "bad-argument", path: "a", at: "/1.ts", data: { call: "mkOverride" } },
    ],
    [
      "an option",
      computes(() => option(int, wrong({ defualt: 1 }))),
      "a",
      { code: "bad-option-attribute", path: "a", at: "/1.ts", data: { suggestion: "default" } },
    ],
    [
      "a type",
      computes(() => listOf(wrong(undefined))),
      "a",
      { code: "bad-type-argument", path: "a", at: "/1.ts", data: { type: "listOf" } },
    ],
    [
      "a system",
      computes(() => systems.parse("x86_64-linxu")),
      "a",
      { code: "system-unknown-part", path: "a", at: "/1.ts", data: { suggestion: "x86_64-linux" } },
    ],
    [
      "in the body of a module",
      [from(() => ({ a: mkDefault(mkOverride(wrong(null), 1)) }))],
      "",
      { code: "bad-argument", at: "/1.ts", data: { call: "mkOverride" } },
    ],
  ]);
});

describe("evalModules", () => {
  const wrong = (args: unknown): EvalModulesArguments => args as EvalModulesArguments; // The cast: TypeScript would refuse it.
  fails([
    [
      "with an unknown argument",
      wrong({ module: [] }),
      "",
      { code: "bad-argument", data: { argument: "module", suggestions: ["modules"] } },
    ],
    ["without modules", wrong({}), "", { code: "bad-argument", data: { argument: "modules" } }],
    [
      "with modules that are no list",
      wrong({ modules: {} }),
      "",
      { code: "bad-argument", data: { argument: "modules", problem: "must be a list, but is an attribute set" } },
    ],
    [
      "with specialArgs that are no set",
      wrong({ modules: [], specialArgs: [] }),
      "",
      { code: "bad-argument", data: { argument: "specialArgs" } },
    ],
    [
      "with a prefix that is text",
      wrong({ modules: [], prefix: "a.b" }),
      "",
      { code: "bad-argument", data: { argument: "prefix" } },
    ],
    ["with nothing", wrong(null), "", { code: "bad-argument", data: { problem: "must be an object, but is null" } }],
  ]);
});
