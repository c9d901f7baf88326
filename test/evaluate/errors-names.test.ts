// What can be wrong with names and declarations: code, path, and every place that has to do with it.
import { describe } from "vitest";
import { mkForce, mkIf, mkOption } from "../../src/authoring/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { fails } from "./errors-row.ts";
import { bomb, type Given, option } from "./evaluation.ts";
import { optionWith } from "./properties-defined.ts";

const { attrsOf, int, str, submodule } = types;

const a = (type?: AnyOptionType, attributes: object = {}): object => ({
  _file: "/o.ts",
  options: { a: optionWith(type, attributes) },
});
const one = (value: unknown): object => ({ _file: "/1.ts", config: { a: value } });

const containsItself: Record<string, unknown> = {};
containsItself["a"] = containsItself;

describe("names", () => {
  const declared = {
    _file: "/o.ts",
    options: { services: { web: option(int, { default: 1 }), ssh: option(int, { default: 2 }) } },
  };
  fails([
    [
      "a definition of an option that does not exist",
      [
        declared,
        { _file: "/1.ts", config: { services: { wbe: { x: 1 } } } },
        { _file: "/2.ts", config: { services: { wbe: mkForce(bomb) } } },
      ],
      "",
      {
        code: "undeclared-option",
        path: "services.wbe",
        at: "/2.ts",
        related: ["/2.ts", "/1.ts"],
        says: ["mkForce(…)", "{\n  x: 1,\n}"],
        data: { suggestions: ["services.web"], hint: "none" },
      },
    ],
    [
      "a definition of an option that does not exist, which contains itself",
      [declared, { _file: "/1.ts", config: { services: { wbe: containsItself } } }],
      "",
      { code: "undeclared-option", path: "services.wbe", at: "/1.ts", related: ["/1.ts"], data: { hint: "none" } },
    ],
    [
      "an option that does not exist, though under a condition",
      [declared, { _file: "/1.ts", config: mkIf(false, { srvices: bomb }) }],
      "services.web",
      {
        code: "undeclared-option",
        path: "srvices",
        at: "/1.ts",
        related: ["/1.ts"],
        says: [""],
        data: { suggestions: ["services"] },
      },
    ],
    [
      "an option declared in the place of a definition",
      [{ _file: "/1.ts", config: { a: mkOption({ type: int }) } }],
      "",
      {
        code: "undeclared-option",
        path: "a",
        at: "/1.ts",
        related: ["/1.ts"],
        says: ["mkOption({ … })"],
        data: { hint: "misplaced-option" },
      },
    ],
    [
      "the same beside other options",
      [declared, { _file: "/1.ts", config: { a: { b: mkOption({ type: int }) } } }],
      "",
      { code: "undeclared-option", path: "a", at: "/1.ts", related: ["/1.ts"], data: { hint: "misplaced-option" } },
    ],
    [
      "a submodule without options",
      [a(attrsOf(submodule({}))), one({ x: { y: 1 } })],
      "a.x",
      {
        code: "undeclared-option",
        path: "a.x.y",
        at: "/1.ts",
        related: ["/1.ts"],
        says: ["1"],
        data: { hint: "no-options", within: "a.x" },
      },
    ],
    [
      "a name in a submodule, with suggestions by their full paths",
      [a(attrsOf(submodule({ options: { port: option(int) } }))), one({ "x.y": { prot: 1 } })],
      'a."x.y"',
      {
        code: "undeclared-option",
        path: 'a."x.y".prot',
        at: "/1.ts",
        related: ["/1.ts"],
        data: { suggestions: ['a."x.y".port'] },
      },
    ],
    [
      "the name of an object's prototype",
      [declared, { _file: "/1.ts", config: { constructor: 1 } }],
      "",
      { code: "undeclared-option", path: "constructor", at: "/1.ts", related: ["/1.ts"], says: ["1"] },
    ],
    [
      "a read of a name that nobody declares",
      [
        declared,
        { _file: "/1.ts", config: { services: { web: ({ config }: Given) => config.services.shs as unknown } } },
      ],
      "services.web",
      { code: "unknown-name", path: "services", at: "/1.ts", data: { name: "shs", suggestions: ["ssh"] } },
    ],
  ]);
});

describe("declarations", () => {
  const declares = (tree: unknown): object => ({ _file: "/1.ts", options: { a: tree } });
  fails([
    [
      "a number",
      [declares(3)],
      "a.b",
      { code: "declaration-not-a-set", path: "a", at: "/1.ts", data: { found: "the number 3" } },
    ],
    [
      "a list",
      [{ _file: "/1.ts", options: [] }],
      "a",
      { code: "declaration-not-a-set", path: "", at: "/1.ts", data: { found: "a list" } },
    ],
    [
      "a bare type",
      [declares({ b: int })],
      "a.b.c",
      { code: "not-an-option", path: "a.b", at: "/1.ts", data: { found: "type" } },
    ],
    [
      "a property",
      [declares(mkIf(true, {}))],
      "a.b",
      { code: "not-an-option", path: "a", at: "/1.ts", data: { found: "property" } },
    ],
    [
      "options below an option",
      [a(str), declares({ b: option(int) })],
      "a",
      {
        code: "nested-under-option",
        path: "a",
        at: "/o.ts",
        related: ["/1.ts"],
        says: ["declares `a.b`"],
        data: { type: "string" },
      },
    ],
    [
      "two declarations that disagree",
      [a(str), declares(option(int))],
      "a",
      {
        code: "incompatible-declarations",
        path: "a",
        at: "/o.ts",
        related: ["/1.ts", "/o.ts"],
        data: { attribute: "type" },
      },
    ],
    [
      "a set of options that is defined as something else",
      [{ options: { a: { b: option(int, { default: 1 }) } } }, one([])],
      "a.b",
      { code: "definition-not-a-set", path: "a", at: "/1.ts", data: { found: "a list" } },
    ],
  ]);
});
