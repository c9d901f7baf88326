// Values of any shape.
import { mkBefore, mkDefault, mkForce, mkIf, mkMerge, mkOption, types } from "confix";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, fails, gives, lacks } from "../case.ts";

type Functions = Readonly<Record<string, (argument: null) => unknown>>;

// Lazy, so that a function that fails does not take the others with it.
function mapFunctions<T>(functions: Functions, change: (code: Functions[string]) => T): Record<string, () => T> {
  return Object.fromEntries(Object.entries(functions).map(([name, code]) => [name, (): T => change(code)]));
}

function withValue(...values: readonly unknown[]): ModuleItem {
  return {
    options: { value: mkOption({ type: types.anything }) },
    config: mkMerge(values.map((value) => ({ value }))),
  };
}

const nested = "types-anything/nested-attrs";
const atoms = "types-anything/equal-atoms";
const functions = "types-anything/functions";
const properties = "types-anything/mk-mods";
const someAtoms = {
  int: 0,
  bool: false,
  string: "",
  path: "/path",
  null: null,
  float: 0.1,
  list: [1, "a", { x: null }],
};

export default defineGroup({
  number: "44",
  title: "anything",
  files: {
    [nested]: withValue(
      { foo: null },
      { l1: { foo: null } },
      { l1: { l2: { foo: null } } },
      { l1: { l2: { l3: { foo: null } } } },
    ),
    "types-anything/lists": withValue(["a value"], ["another value"]),
    [atoms]: withValue(someAtoms, structuredClone(someAtoms)),
    [functions]: {
      options: {
        value: mkOption({ type: types.anything }),
        valueIsFunction: mkOption({
          type: types.lazyAttrsOf(types.bool),
          default: ({ config }) => mapFunctions(config.value, (code) => typeof code === "function"),
        }),
        applied: mkOption({
          type: types.lazyAttrsOf(types.raw),
          default: ({ config }) => mapFunctions(config.value, (code) => code(null)),
        }),
      },
      config: mkMerge([
        {
          value: {
            "single-lambda": () => (x: unknown) => x,
            "multiple-lambdas": () => (x: unknown) => ({ x }),
            "merging-lambdas": () => (x: unknown) => ({ x }),
          },
        },
        {
          value: {
            "multiple-lambdas": () => (x: unknown) => [x],
            "merging-lambdas": () => (y: unknown) => ({ y }),
          },
        },
      ]),
    },
    "types-anything/attrs-coercible": withValue({
      outPath: "foo",
      err: () => {
        throw new Error("computed");
      },
    }),
    [properties]: withValue(
      { mkiffalse: mkIf(false, {}) },
      { mkiftrue: mkIf(true, {}) },
      { mkdefault: mkDefault(0) },
      { mkdefault: 1 },
      { mkmerge: mkMerge([{}]) },
      { mkbefore: mkBefore(true) },
      {
        nested: mkMerge([
          { foo: mkDefault(0), bar: mkIf(false, 0) },
          mkIf(true, { foo: mkIf(true, mkForce(1)), bar: { baz: mkDefault("baz") } }),
        ]),
      },
    ),
  },
  cases: [
    gives("config.value.foo", [nested], null),
    gives("config.value.l1.foo", [nested], null),
    gives("config.value.l1.l2.foo", [nested], null),
    gives("config.value.l1.l2.l3.foo", [nested], null),
    fails(
      "config.value.outPath",
      ["types-anything/attrs-coercible"],
      [{ code: "value-threw", path: "value.err", files: ["types-anything/attrs-coercible"] }],
      { differs: "An attribute set with `outPath`" },
    ),
    fails(
      "config.value",
      ["types-anything/lists"],
      [{ code: "conflict", path: "value", files: ["types-anything/lists"] }],
    ),
    gives("config.value.int", [atoms], 0),
    gives("config.value.bool", [atoms], false),
    gives("config.value.string", [atoms], ""),
    gives("config.value.path", [atoms], "/path", { differs: "Paths are a kind of value" }),
    gives("config.value.null", [atoms], null),
    gives("config.value.float", [atoms], 0.1),
    gives("config.value.list", [atoms], [1, "a", { x: null }]),
    fails(
      "config.applied.multiple-lambdas",
      [functions],
      [{ code: "different-kinds", path: "value.multiple-lambdas.<function body>", files: [functions] }],
    ),
    gives("config.valueIsFunction.single-lambda", [functions], true),
    gives("config.applied.merging-lambdas.x", [functions], null),
    gives("config.applied.merging-lambdas.y", [functions], null),
    lacks("config.value.mkiffalse", [properties], "mkiffalse"),
    gives("config.value.mkiftrue", [properties], {}),
    gives("config.value.mkdefault", [properties], 1),
    gives("config.value.mkmerge", [properties], {}),
    gives("config.value.mkbefore", [properties], true),
    gives("config.value.nested.foo", [properties], 1),
    gives("config.value.nested.bar.baz", [properties], "baz"),
  ],
});
