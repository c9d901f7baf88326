// What documentation tells of one option. The expectations are what nixpkgs answers for the same options.
import { describe, expect, it } from "vitest";
import { literalExpression, literalMD, mkEnableOption, mkOption } from "../../src/authoring/index.ts";
import { optionAttrSetToDocList } from "../../src/docs/index.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { mkOptionType } from "../../src/types/define-type.ts";
import { types } from "../../src/types/types.ts";
import { bomb, type Given, option, read } from "../evaluate/evaluation.ts";
import { problemOf } from "../evaluate/problems.ts";
import { defaultOf, documented, listed, names, recordOf } from "./documented.ts";

const { int, listOf, str, submodule } = types;

describe("a record", () => {
  it("says everything of an option that says nothing", () => {
    expect(recordOf()).toStrictEqual({
      loc: ["a"],
      name: "a",
      description: null,
      declarations: [],
      internal: false,
      visible: true,
      readOnly: false,
      type: "unspecified value",
    });
  });

  it("passes on what an option says", () => {
    const attributes = { description: "d", internal: true, readOnly: true, visible: false, relatedPackages: ["x"] };
    expect(recordOf(int, { ...attributes, default: 1, example: 2 })).toStrictEqual({
      loc: ["a"],
      name: "a",
      declarations: [],
      type: "signed integer",
      default: { _type: "literalExpression", text: "1" },
      example: { _type: "literalExpression", text: "2" },
      ...attributes,
    });
  });

  it("has the words of `mkEnableOption`", () => {
    expect(documented({ options: { a: mkEnableOption("x") } })).toMatchObject([
      { type: "boolean", description: "Whether to enable x.", default: { text: "false" }, example: { text: "true" } },
    ]);
  });

  it("leaves out a null for related packages, but no other", () => {
    const record = recordOf(types.nullOr(int), {
      default: null,
      example: null,
      description: null,
      relatedPackages: null,
    });
    expect(record).toMatchObject({ description: null, default: { text: "null" }, example: { text: "null" } });
    expect(record).not.toHaveProperty("relatedPackages");
  });

  it.each([
    [true, true],
    [false, false],
    ["shallow", true],
    ["transparent", false],
  ] as const)("for `visible: %o` is visible: %o", (visible, expected) => {
    expect(recordOf(int, { visible }).visible).toBe(expected);
  });

  it("names the files that declare the option, but not unknown ones", () => {
    const declared = { options: { a: option(int) } };
    const modules = [
      { _file: "/f.ts", ...declared },
      { _file: "/g.ts", options: { a: option(int) } },
      { options: { a: option(int) } },
    ];
    expect(documented(...modules)).toMatchObject([{ declarations: ["/g.ts", "/f.ts"] }]);
  });

  it("joins what several declarations say", () => {
    const one = { options: { a: option(listOf(int), { description: "one" }) } };
    const other = { options: { a: option(listOf(int), { default: [1] }) } };
    expect(documented(one, other)).toMatchObject([{ description: "one", type: "list of signed integer", default: {} }]);
  });

  it("calls the type what it calls itself", () => {
    expect(recordOf({ ...int, description: "mine" }).type).toBe("mine");
    expect(recordOf(types.submoduleWith({ modules: [], description: "special" })).type).toBe("special");
  });

  it("calls a type by its name that would describe itself for ever", () => {
    const endless: AnyOptionType = mkOptionType({
      name: "endless",
      description: () => `set of ${endless.description}`,
    });
    expect(recordOf(endless).type).toBe("endless");
  });

  it("says of which option the type cannot be described", () => {
    const broken = mkOptionType({ name: "broken", description: bomb });
    expect(problemOf(() => recordOf(broken))).toMatchObject({
      code: "value-threw",
      path: "a",
    });
  });

  it("is frozen plain data", () => {
    const record = recordOf(listOf(int), {
      description: { when: new Date(0), how: [bomb, 1] },
      default: [1],
      relatedPackages: [{ name: "x", path: "a" }],
    });
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(record.description).toEqual({ when: "<Date>", how: ["<function>", 1] });
    for (const part of [record, record.loc, record.declarations, record.default, record.relatedPackages])
      expect(part).toSatisfy(Object.isFrozen);
  });

  it("takes text for a description, and a function of the module arguments", () => {
    expect(recordOf(int, { description: literalMD("m") }).description).toEqual({ _type: "literalMD", text: "m" });
    const module = {
      options: {
        a: option(int, { description: ({ config }: Given) => `like ${config.b}` }),
        b: option(int, { default: 1 }),
      },
    };
    expect(documented(module)[0]?.description).toBe("like 1");
  });
});

describe("a default", () => {
  it.each([
    [types.listOf(int), "[]"],
    [types.attrsOf(int), "{}"],
    [types.lazyAttrsOf(str), "{}"],
    [types.attrs, "{}"],
    [types.nullOr(int), "null"],
    [types.uniq(listOf(int)), "[]"],
    [types.attrListOf(int), "[]"],
    [types.coercedTo(int, (value) => [value], listOf(int)), "[]"],
    [types.addCheck(listOf(int), () => true), "[]"],
  ])("is what the type gives an option that nothing defines: $0.description", (type, text) => {
    expect(defaultOf(type)).toBe(text);
  });

  it.each([
    int,
    types.bool,
    types.lines,
    types.commas,
    types.anything,
    types.raw,
    types.nonEmptyListOf(int),
    types.functionTo(int),
    types.either(listOf(int), int),
    types.deferredModule,
    types.attrTag({ b: option(int) }),
    submodule({}),
    listOf(submodule({})),
  ])("is absent where the type gives none, or has options of its own: $description", (type) => {
    expect(recordOf(type)).not.toHaveProperty("default");
  });

  it("is shown even if there are options inside", () => {
    expect(defaultOf(types.attrsOf(submodule({})), { default: {} })).toBe("{}");
  });

  it("gives way to `defaultText`, and is not computed then", () => {
    expect(recordOf(int, { defaultText: literalExpression("x + 1"), default: bomb }).default).toEqual({
      _type: "literalExpression",
      text: "x + 1",
    });
    expect(defaultOf(int, { defaultText: "foo" })).toBe('"foo"');
    expect(defaultOf(int, { defaultText: literalMD("none") })).toBe("none");
  });

  it("is computed", () => {
    const b = option(types.attrsOf(int), { default: { x: 1 } });
    const a = option(types.attrsOf(int), { default: ({ config }: Given) => config.b });
    expect(documented({ options: { a, b } }).map((each) => each.default?.text)).toEqual([
      "{\n  x: 1,\n}",
      "{\n  x: 1,\n}",
    ]);
  });

  it("that fails, fails the list", () => {
    const a = option(int, { default: ({ config }: Given) => config.b });
    expect(problemOf(() => listed({ options: { a, b: option(int) } }))).toMatchObject({
      code: "missing-value",
      path: "b",
    });
    expect(problemOf(() => recordOf(int, { default: bomb }))).toMatchObject({ code: "value-threw", path: "a" });
  });
});

describe("the default of a sensitive option", () => {
  it("is not shown, nor what it says when it fails", () => {
    expect(defaultOf(str, { sensitive: true, default: "hush" })).toBe("‹sensitive›");
    expect(defaultOf(str, { sensitive: true, default: bomb })).toBe("‹sensitive›");
  });

  it("is absent where there is none, and what the type gives is no secret", () => {
    expect(recordOf(str, { sensitive: true })).not.toHaveProperty("default");
    expect(defaultOf(listOf(str), { sensitive: true })).toBe("[]");
  });

  it("gives way to `defaultText`", () => {
    expect(defaultOf(str, { sensitive: true, default: "hush", defaultText: literalMD("made at first") })).toBe(
      "made at first",
    );
  });

  it.each([true, false, "shallow"] as const)("is not shown with the default around it, visible: %o", (visible) => {
    const user = submodule({ options: { login: submoduleOf(option(str, { sensitive: true })) } });
    const records = documented({
      options: { users: option(listOf(user), { visible, default: [{ login: { word: "hush" } }] }) },
    });
    expect(records[0]?.default?.text).toBe("‹sensitive›");
    expect(JSON.stringify(records)).not.toContain("hush");
  });
});

function submoduleOf(word: ReturnType<typeof option>): ReturnType<typeof option> {
  return option(submodule({ options: { word } }));
}

describe("the list", () => {
  it("is depth first and by name, in bytes", () => {
    const options = {
      b: option(int),
      B: option(int),
      1: option(int),
      _x: option(int),
      a: { z: option(int), "y y": option(int) },
    };
    expect(names(options)).toEqual(['"1"', "B", "_x", 'a."y y"', "a.z", "b"]);
  });

  it("writes names as paths do", () => {
    const odd = { if: option(int), "2b": option(int), 'q"$': option(int), "*": option(int), "<x y>": option(int) };
    expect(names({ "a.b": odd })).toEqual(['"a.b".*', '"a.b"."2b"', '"a.b".<x y>', '"a.b"."if"', '"a.b"."q\\"\\$"']);
  });

  it("has the options of the evaluator, of which users see one at the root", () => {
    const records = listed({ options: { a: option(submodule({})) } });
    expect(records.filter(({ internal }) => !internal).map(({ name }) => name)).toEqual(["_module.args", "a"]);
    const own = ["_module.args", "_module.check", "_module.freeformType", "_module.specialArgs"];
    expect(records.map(({ name }) => name)).toEqual([...own, "a", ...own.map((name) => `a.${name}`)]);
  });

  it("is frozen, and has the prefix of the evaluation", () => {
    const evaluation = evalModules({ modules: [{ options: { a: option(int) } }], prefix: ["hosts", "one"] });
    const list = optionAttrSetToDocList(evaluation.options["a"]);
    expect(list).toSatisfy(Object.isFrozen);
    expect(list.map(({ name }) => name)).toEqual(["hosts.one.a"]);
  });

  it("leaves out what is neither set nor option", () => {
    expect(optionAttrSetToDocList({ a: 1, b: [mkOption()], c: int, d: { e: null } })).toEqual([]);
  });

  it("needs no value of the configuration", () => {
    expect(documented({ options: { a: option(int) }, config: { a: bomb } })).toHaveLength(1);
  });

  it("can be made by a module, of its own options", () => {
    const module = ({ options }: Given): object => ({
      options: { a: option(int), list: option(listOf(str)) },
      config: { list: () => optionAttrSetToDocList({ a: options.a, list: options.list }).map(({ name }) => name) },
    });
    expect(read(evalModules({ modules: [module] }), "list")).toEqual(["a", "list"]);
  });

  it("is the same for a module where options share a submodule", () => {
    const shared = submodule({ options: { x: option(int) } });
    const module = ({ options }: Given): object => ({
      options: { a: option(shared), b: option(listOf(shared)), list: option(listOf(str)) },
      config: {
        list: () =>
          optionAttrSetToDocList({ a: options.a, b: options.b }).flatMap(({ internal, name }) =>
            internal ? [] : name,
          ),
      },
    });
    expect(read(evalModules({ modules: [module] }), "list")).toEqual(["a", "a.x", "b", "b.*.x"]);
  });

  it("is refused for what is no tree of evaluated options", () => {
    for (const tree of [3, null, [], mkOption(), { a: { b: mkOption() } }])
      expect(problemOf(() => optionAttrSetToDocList(tree))).toMatchObject({ code: "bad-argument" });
  });
});
