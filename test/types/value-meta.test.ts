// What types tell beside a value, read as `options.x.valueMeta`.
import { describe, expect, test } from "vitest";
import { mkForce, mkIf, mkMerge, mkOption, mkOrder } from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import type { Untyped } from "../../src/model/typed.ts";
import { types } from "../../src/types/types.ts";
import { bomb, evaluateOption, problemOf, toData } from "./evaluate-option.ts";

type Meta = Readonly<Record<string, Untyped>>;

function metaOf(type: AnyOptionType, ...definitions: readonly unknown[]): Meta {
  return Object(evaluateOption(type, ...definitions).options["option"]).valueMeta;
}

const site = types.submodule({ options: { port: mkOption({ type: types.int, default: 1 }) } });

describe("a submodule", () => {
  test("tells its evaluation, the one that the value is read from", () => {
    let calls = 0;
    const port = (): number => {
      calls += 1;
      return 80;
    };
    const evaluation = evaluateOption(site, { port });
    const { configuration } = Object(evaluation.options["option"]).valueMeta as { configuration: Evaluation };
    expect(Object(configuration.options["port"])).toMatchObject({ value: 80, loc: ["option", "port"] });
    expect(configuration.config).toBe(evaluation.config["option"]);
    expect(calls).toBe(1);
    expect(configuration.extendModules({ modules: [{ port: mkForce(443) }] }).config["port"]).toBe(443);
  });

  test("that nothing defines tells an evaluation all the same", () => {
    expect(metaOf(site)["configuration"].options.port).toMatchObject({ value: 1, loc: ["option", "port"] });
  });
});

describe("members", () => {
  const meta = { configuration: { config: { port: 80 } } };
  const some = { a: { port: 80 }, b: mkIf(false, {}) };
  test.each([
    ["attrsOf", types.attrsOf(site), [some], { attrs: { a: meta } }],
    ["lazyAttrsOf", types.lazyAttrsOf(site), [{ a: { port: 80 } }], { attrs: { a: meta } }],
    ["listOf", types.listOf(site), [[mkIf(false, {}), { port: 80 }]], { list: [meta] }],
    ["nonEmptyListOf", types.nonEmptyListOf(site), [[{ port: 80 }]], { list: [meta] }],
    ["sets in lists", types.listOf(types.attrsOf(types.int)), [[{ a: 1 }]], { list: [{ attrs: { a: {} } }] }],
    ["the type chosen by either", types.either(types.int, site), [{ port: 80 }], meta],
    ["the final type of coercedTo", types.coercedTo(types.int, (port) => ({ port }), site), [80], meta],
    ["nullOr", types.nullOr(site), [{ port: 80 }], meta],
    ["uniq", types.uniq(site), [{ port: 80 }], meta],
    ["addCheck", types.addCheck(site, () => true), [{ port: 80 }], meta],
    ["data", types.toml, [{ a: [1] }], { attrs: { a: { list: [{}] } } }],
  ])("%s", (_name, type, definitions, expected) => {
    expect(metaOf(type, ...definitions)).toMatchObject(expected);
    expect(Object.keys(metaOf(type, ...definitions))).toEqual(Object.keys(expected));
  });

  test.each([
    ["attrsOf", types.attrsOf(types.int), { attrs: {} }],
    ["listOf", types.listOf(types.int), { list: [] }],
    ["attrListOf", types.attrListOf(types.int), { attrList: [], attrListValue: [], definitions: [] }],
    ["a type without value", types.str, {}],
    ["nullOr", types.nullOr(site), {}],
  ])("nothing defined, of %s", (_name, type, expected) => {
    expect(toData(metaOf(type))).toEqual(expected);
  });

  test("are asked for theirs when it is read", () => {
    const { attrs } = metaOf(types.attrsOf(site), { a: { port: bomb }, b: () => [] });
    expect(Object.keys(attrs)).toEqual(["a", "b"]);
    expect(problemOf(() => attrs.b)).toBe("wrong-type at option.b");
    expect(metaOf(types.attrsOf(site), { a: { port: bomb } })["attrs"].a.configuration.options.port.loc).toEqual([
      "option",
      "a",
      "port",
    ]);
  });

  test("of a list are known beside a wrong one, whose own cannot be", () => {
    const meta = metaOf(types.listOf(types.addCheck(types.str, (text) => text !== "")), ["a", "b"]);
    expect(meta["list"]).toEqual([{}, {}]);
  });
});

test.each([
  ["str", types.str, "a"],
  ["anything", types.anything, { a: 1 }],
  ["attrTag", types.attrTag({ a: mkOption({ type: site }) }), { a: {} }],
  ["functionTo", types.functionTo(site), () => () => ({})],
  ["deferredModule", types.deferredModule, {}],
])("%s tells nothing", (_name, type, value) => {
  expect(metaOf(type, value)).toEqual({});
});

describe("an attribute list", () => {
  const type = types.attrListWith({ elemType: types.int, asAttrs: true, mergeAttrValues: (_name, [first]) => first });

  test("tells its items in order, and definitions that pass them on", () => {
    const meta = metaOf(type, [{ b: 1 }, { a: mkOrder(1, 2) }, { b: 3 }]);
    expect(toData(meta["attrListValue"])).toEqual([{ a: 2 }, { b: 1 }, { b: 3 }]);
    expect(meta["attrList"]).toEqual([{}, {}, {}]);
    const { config, options } = evalModules({
      modules: [
        { options: { from: mkOption({ type }), to: mkOption({ type: types.attrListOf(types.int) }) } },
        { _file: "/a.ts", config: { from: [{ b: 1 }, { a: mkOrder(1, 2) }] } },
        { config: { to: ({ options: { from } }: Meta) => mkMerge(from.valueMeta.definitions) } },
      ],
    });
    expect(toData(config["to"])).toEqual([{ a: 2 }, { b: 1 }]);
    expect(Object(options["to"]).files).toEqual(["/a.ts", "/a.ts"]);
  });
});

describe("an option with apply", () => {
  test("tells what its type knows of the merged value, whatever apply does", () => {
    const applied = (apply: (value: unknown) => unknown): Meta => {
      const { options } = evalModules({
        modules: [{ options: { a: mkOption({ type: types.listOf(types.int), default: [1, 2], apply }) } }],
      });
      return Object(options["a"]).valueMeta;
    };
    expect(applied((value) => Object(value).length)["list"]).toHaveLength(2);
    expect(applied(() => 5)["list"]).toHaveLength(2);
    expect(applied(bomb)["list"]).toHaveLength(2);
  });
});

test("a value that cannot be merged has none", () => {
  expect(problemOf(() => metaOf(types.attrsOf(types.int), []))).toBe("wrong-type at option");
  expect(problemOf(() => metaOf(types.str, "a", "b"))).toBe("conflict at option");
});

test("a type of one's own tells what it likes", () => {
  const type = types.mkOptionType<number, string>({
    name: "length",
    merge: (context, definitions) => {
      context.setValueMeta(() => ({ count: definitions.length }));
      return definitions.map(({ value }) => value).join("").length;
    },
  });
  const evaluation = evaluateOption(type, "ab", "c");
  expect(evaluation.config["option"]).toBe(3);
  expect(Object(evaluation.options["option"]).valueMeta).toEqual({ count: 2 });
});
