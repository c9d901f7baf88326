// What the schema of a configuration tells an editor besides what is right.
import { describe, expect, test } from "vitest";
import { mkOption } from "../../../src/authoring/mk-option.ts";
import { literalExpression, literalMD } from "../../../src/authoring/literal.ts";
import { mkAliasOptionModule, mkRenamedOptionModule } from "../../../src/authoring/renames/do-rename.ts";
import { mkChangedOptionModule } from "../../../src/authoring/renames/mk-merged-option-module.ts";
import { mkRemovedOptionModule } from "../../../src/authoring/renames/mk-removed-option-module.ts";
import { configurationSchema, type SchemaObject } from "../../../src/docs/json-schema/configuration-schema.ts";
import { knownTypes } from "../../../src/docs/json-schema/type-shape.ts";
import { evalModules } from "../../../src/evaluate/index.ts";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { isPlainObject } from "../../../src/kernel/plain.ts";
import { types } from "../../../src/types/types.ts";
import { evaluates, schemaOf } from "./agreement.ts";
import { samples } from "./samples.ts";

function schema(...modules: readonly unknown[]): SchemaObject {
  return configurationSchema(evalModules({ modules }));
}

// The schema at a path of names.
function at(root: SchemaObject, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => {
    const properties = isPlainObject(found) ? found["properties"] : undefined;
    return isPlainObject(properties) ? properties[name] : undefined;
  }, root);
}

function ofOption(option: object): unknown {
  return at(schema({ options: { o: option } }), "o");
}

const fails = (): never => {
  throw new Error("must not be asked");
};

describe("an option", () => {
  test("carries description, default and example", () => {
    const description = "The {option}`port`.";
    expect(ofOption(mkOption({ type: types.port, default: 80, example: 8080, description }))).toEqual({
      type: "integer",
      minimum: 0,
      maximum: 65_535,
      description: "The `port`.",
      markdownDescription: "The `port`.\n\nType: 16 bit unsigned integer; between 0 and 65535 (both inclusive)",
      default: 80,
      examples: [8080],
    });
  });

  test("has no default that is a text, or no data", () => {
    const texts = { defaultText: literalMD("*some* host"), example: literalExpression("lib.x") };
    expect(ofOption(mkOption({ type: types.str, default: "x", ...texts }))).toEqual({
      type: "string",
      markdownDescription: "Type: string\n\nDefault: *some* host",
    });
    const computed = { type: types.attrsOf(types.raw), default: { f: () => 1 } };
    expect(ofOption(mkOption(computed))).not.toHaveProperty("default");
  });

  test("whose attributes fail is there all the same", () => {
    expect(ofOption(mkOption({ type: types.int, default: fails, description: fails, example: fails }))).toMatchObject({
      type: "integer",
    });
    // Without a type there is no telling what is right.
    expect(ofOption(mkOption({ type: fails }))).toBe(true);
  });

  test("shows no secret, its own or of options inside", () => {
    const password = mkOption({ type: types.str, default: "hunter2", example: "hunter3", sensitive: true });
    const user = types.submodule({ options: { password } });
    const options = {
      password,
      user: mkOption({ type: types.nullOr(user), default: { password: "hunter2" } }),
      either: mkOption({ type: types.either(types.int, user), default: { password: "hunter2" } }),
      tagged: mkOption({ type: types.attrTag({ password }), default: { password: "hunter2" } }),
      users: mkOption({ type: types.attrsOf(user), default: {} }),
    };
    const text = JSON.stringify(schema({ options }));
    expect(text).not.toContain("hunter");
    expect(at(schema({ options }), "users")).toMatchObject({ default: {} });
  });

  test("that is not for users is accepted, but not offered", () => {
    const hidden = { type: "integer", doNotSuggest: true };
    expect(ofOption(mkOption({ type: types.int, internal: true }))).toMatchObject(hidden);
    expect(ofOption(mkOption({ type: types.int, visible: false }))).toMatchObject(hidden);
    expect(ofOption(mkOption({ type: types.int, visible: "shallow" }))).not.toHaveProperty("doNotSuggest");
  });

  test("that is read-only takes what its default leaves it", () => {
    expect(ofOption(mkOption({ type: types.int, readOnly: true }))).toMatchObject({ type: "integer", readOnly: true });
    const given = [{ options: { o: mkOption({ type: types.int, readOnly: true, default: 1 }) } }];
    expect(evaluates(given, { o: 2 })).toBe(false);
    expect(schemaOf(...given)({ o: 2 })).toBe(false);
    expect(schemaOf(...given)({})).toBe(true);
  });

  test("in a submodule has no default made of the name that it has not", () => {
    const path = mkOption({ type: types.str, default: ({ name }: { readonly name: string }) => `/srv/${name}` });
    const sites = mkOption({ type: types.attrsOf(types.submodule({ options: { path } })) });
    expect(JSON.stringify(schema({ options: { sites } }))).not.toContain("/srv/");
  });

  test("of a deprecated type says so", () => {
    expect(ofOption(mkOption({ type: types.loaOf(types.int) }))).toMatchObject({ type: "object", deprecated: true });
  });
});

describe("old names", () => {
  const modules = [
    { options: { now: { a: mkOption({ type: types.int }), b: mkOption({ type: types.str }) } } },
    mkRenamedOptionModule(["old"], ["now", "a"]),
    mkRenamedOptionModule(["oldSet"], ["now"]),
    mkAliasOptionModule(["alias"], ["now", "b"]),
    mkRemovedOptionModule(["gone"], "Use `now`."),
    mkChangedOptionModule(["changed"], ["now", "a"], () => 1),
  ];

  test("are deprecated, unless they are as good as the new ones", () => {
    const all = schema(...modules);
    const deprecated = { deprecated: true, doNotSuggest: true };
    expect(at(all, "old")).toMatchObject({ ...deprecated, type: "integer", description: "Alias of `now.a`." });
    expect(at(all, "oldSet")).toMatchObject({ ...deprecated, type: "object" });
    expect(at(all, "changed")).toMatchObject(deprecated);
    expect(at(all, "gone")).toMatchObject({ ...deprecated, not: {}, deprecationMessage: "Use `now`." });
    expect(at(all, "alias")).not.toHaveProperty("deprecated");
  });

  test.each([
    { old: 1 },
    { old: "x" },
    { oldSet: { a: 1 } },
    { oldSet: 1 },
    { alias: "x" },
    { alias: 1 },
    { gone: 1 },
    { changed: "anything" },
  ])("take what the evaluator takes: %j", (data) => {
    expect(schemaOf(...modules)(data)).toBe(evaluates(modules, data));
  });
});

describe("the root", () => {
  const modules = [{ options: { a: { b: mkOption({ type: types.int }) }, imports: mkOption({ type: types.int }) } }];

  test.each([
    {},
    { $schema: "./schema.json", a: { b: 1 } },
    { $schema: 5 },
    { imports: [] },
    { imports: ["./x.yaml", { path: "./y.yaml", priority: "default" }, { a: { b: 1 } }] },
    { imports: 5 },
    { imports: [5] },
    { disabledModules: ["./x.yaml", { key: "x" }] },
    { disabledModules: "./x.yaml" },
    { a: {} },
    { a: null },
    { a: { c: 1 } },
    { c: 1 },
    { options: {} },
    { config: {} },
    { key: "x" },
    { _module: { args: { x: 1 } } },
    { _module: { check: true } },
    { _module: { freeformType: null } },
    [],
    null,
  ])("takes what the evaluator takes: %j", (data) => {
    expect(schemaOf(...modules)(data)).toBe(data !== null && !Array.isArray(data) && evaluates(modules, data));
  });

  const freeforms: readonly AnyOptionType[] = [
    types.attrsOf(types.int),
    types.attrsOf(types.attrsOf(types.int)),
    types.lazyAttrsOf(types.raw),
    types.anything,
    types.attrs,
    types.json,
    types.toml,
    types.nullOr(types.attrsOf(types.str)),
    types.addCheck(types.attrsOf(types.int), () => true),
    types.attrsOf(types.listOf(types.str)),
  ];
  const undeclared = [{ x: 1 }, { x: "s" }, { x: null }, { x: { y: 1 } }, { x: ["s"] }, { x: { y: { z: "s" } } }];
  const inside = undeclared.map((each) => ({ a: { b: 1, ...each } }));

  test.each(freeforms)("takes undeclared names as $description takes them", (freeformType) => {
    const open = [...modules, { freeformType }];
    const validate = schemaOf(...open);
    const all = [...undeclared, ...inside];
    expect(all.filter((each) => validate(each))).toEqual(all.filter((each) => evaluates(open, each)));
  });

  test("takes anything where nobody checks names", () => {
    const open = [...modules, { config: { _module: { check: false } } }];
    expect(schemaOf(...open)({ x: 1, a: { c: 1 } })).toBe(true);
    expect(schemaOf(...open)({ a: { b: "x" } })).toBe(false);
  });
});

describe("types that contain themselves", () => {
  const tree: AnyOptionType = types.submodule({ options: { kids: mkOption({ type: () => types.attrsOf(tree) }) } });

  test("are defined once", () => {
    const all = schema({ options: { tree: mkOption({ type: tree }), other: mkOption({ type: types.listOf(tree) }) } });
    expect(at(all, "tree")).toMatchObject({ $ref: "#/$defs/other" });
    expect(at(all, "other")).toMatchObject({ items: { $ref: "#/$defs/other" } });
    expect(Object.keys(all["$defs"] as object)).toEqual(["_module", "other"]);
  });

  test("made anew each time they are open at some depth", () => {
    const grown = (): AnyOptionType =>
      types.submodule({
        options: { a: mkOption({ type: types.int }), kid: mkOption({ type: () => types.nullOr(grown()) }) },
      });
    const modules = [{ options: { o: mkOption({ type: grown() }) } }];
    const validate = schemaOf(...modules);
    expect(validate({ o: { kid: { kid: { a: 1 } } } })).toBe(true);
    expect(validate({ o: { kid: { kid: { a: "x" } } } })).toBe(false);
    expect(validate({ o: { kid: { kid: { kid: { kid: { kid: { a: 1 } } } } } } })).toBe(true);
  });
});

test("every type that Confix offers has a row", () => {
  const { mkOptionType: _ofPeople, ...own } = samples;
  const names = Object.values(own).flatMap((each) => each.map(({ functor }) => functor.name));
  expect(names.filter((name) => !knownTypes.includes(name))).toEqual([]);
});

test("a type of one's own is described", () => {
  const even = types.mkOptionType({ name: "even", description: "even number" });
  expect(ofOption(mkOption({ type: types.listOf(even) }))).toMatchObject({ items: { description: "even number" } });
});

test("the schema is the same for the same options, in whatever order they are declared", () => {
  const [a, b] = [mkOption({ type: types.toml }), mkOption({ type: types.port })];
  const text = (...modules: readonly unknown[]): string => JSON.stringify(schema(...modules));
  expect(text({ options: { a } }, { options: { b } })).toBe(text({ options: { b } }, { options: { a } }));
});

test("submodules of one module function are told apart by their special arguments", () => {
  const byArgument = ({ kind }: { kind: string }): object => ({ options: { [kind]: mkOption({ type: types.int }) } });
  const of = (kind: string): AnyOptionType =>
    types.submoduleWith({ modules: [byArgument], specialArgs: { kind }, shorthandOnlyDefinesConfig: true });
  const both = schema({ options: { a: mkOption({ type: of("x") }), b: mkOption({ type: of("y") }) } });
  expect(at(both, "a")).toMatchObject({ properties: { x: {} }, additionalProperties: false });
  expect(at(both, "b")).toMatchObject({ properties: { y: {} }, additionalProperties: false });
});
