// What no type computes before it is needed. Every member of `types` has its row; a new one without fails here.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { mkDefault, mkIf, mkOption } from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import type { Untyped } from "../../src/model/typed.ts";
import { types } from "../../src/types/types.ts";
import { evaluateOption } from "./evaluate-option.ts";

/** What to try with a type. */
interface Row {
  readonly type: AnyOptionType;
  /** Some definition of the type, of which a weaker one must not be computed. */
  readonly good: unknown;
  /** A definition with a bomb inside, which must not go off when the value is read; absent: nothing inside is lazy. */
  readonly armed?: (bomb: () => never) => unknown;
  /** Sets the bomb off, with the value: else the row would show nothing. */
  readonly trigger?: (value: Untyped) => unknown;
}

const { int, str, attrsOf } = types;
const port = types.submodule({ options: { port: mkOption({ type: int, default: 1 }) } });

function leaf(type: AnyOptionType, good: unknown): Row {
  return { type, good };
}

function set(type: AnyOptionType): Row {
  return { type, good: {}, armed: (bomb) => ({ a: { x: bomb } }), trigger: (value) => value.a.x };
}

const rows: Readonly<Record<keyof typeof types, readonly Row[]>> = {
  addCheck: [set(types.addCheck(attrsOf(attrsOf(int)), () => true))],
  anything: [set(types.anything)],
  attrListOf: [attrList(types.attrListOf(attrsOf(int)))],
  attrListWith: [
    { ...attrList(types.attrListWith({ elemType: attrsOf(int), asAttrs: true })), trigger: (value) => value.a[0].x },
  ],
  attrTag: [
    {
      type: types.attrTag({ a: mkOption({ type: int }) }),
      good: { a: 1 },
      armed: (bomb) => ({ a: bomb }),
      trigger: (value) => value.a,
    },
  ],
  attrs: [data(types.attrs)],
  attrsOf: [set(attrsOf(attrsOf(int)))],
  attrsWith: [lazySet(types.attrsWith({ elemType: int, lazy: true }))],
  bool: [leaf(types.bool, true)],
  boolByOr: [leaf(types.boolByOr, true)],
  coercedTo: [set(types.coercedTo(int, () => ({}), attrsOf(attrsOf(int))))],
  commas: [leaf(types.commas, "a")],
  deferredModule: [module(types.deferredModule)],
  deferredModuleWith: [module(types.deferredModuleWith({ staticModules: [{}] }))],
  either: [set(types.either(attrsOf(attrsOf(int)), int)), set(types.either(int, attrsOf(attrsOf(int))))],
  enum: [leaf(types.enum(["a"]), "a")],
  envVar: [leaf(types.envVar, "a")],
  externalPath: [leaf(types.externalPath, "/a")],
  float: [leaf(types.float, 1.5)],
  fromSchema: [leaf(types.fromSchema(z.int()), 1)],
  functionTo: [
    {
      type: types.functionTo(int),
      good: () => () => 1,
      armed: (bomb) => () => () => bomb(),
      trigger: (value) => value(),
    },
  ],
  int: [leaf(int, 1)],
  ints: Object.values(types.ints).map((type) => leaf(typeof type === "function" ? type(0, 9) : type, 1)),
  json: [set(types.json)],
  lazyAttrsOf: [lazySet(types.lazyAttrsOf(int))],
  lines: [leaf(types.lines, "a")],
  listOf: [
    list(types.listOf(types.lazyAttrsOf(int))),
    {
      type: types.listOf(port),
      good: [],
      armed: (bomb) => [{ port: bomb }],
      trigger: (value) => value[0].port,
    },
  ],
  loaOf: [set(types.loaOf(attrsOf(int)))],
  luaInline: [leaf(types.luaInline, { _type: "lua-inline", expr: "" })],
  mergeTypes: [],
  mkOptionType: [leaf(types.mkOptionType({ name: "own" }), 1)],
  nixpkgsConfig: [leaf(types.nixpkgsConfig, {})],
  nonEmptyListOf: [list(types.nonEmptyListOf(types.lazyAttrsOf(int)))],
  nonEmptyStr: [leaf(types.nonEmptyStr, "a")],
  nullOr: [set(types.nullOr(attrsOf(attrsOf(int))))],
  number: [leaf(types.number, 1)],
  numbers: Object.values(types.numbers).map((type) => leaf(typeof type === "function" ? type(0, 9) : type, 1)),
  oneOf: [set(types.oneOf([int, str, attrsOf(attrsOf(int))]))],
  optionDeclaration: [
    {
      type: types.optionDeclaration,
      good: mkOption({}),
      armed: (bomb) => mkOption({ default: bomb, description: bomb }),
      trigger: (value) => value.default(),
    },
  ],
  optionType: [
    {
      type: types.optionType,
      good: int,
      armed: (bomb) => types.mkOptionType({ name: "own", description: bomb }),
      trigger: (value) => value.description,
    },
  ],
  package: [leaf(types.package, "/a")],
  packageSet: [leaf(types.packageSet, {})],
  passwdEntry: [leaf(types.passwdEntry(str), "a")],
  path: [leaf(types.path, "/a")],
  pathInStore: [leaf(types.pathInStore, "/nix/store/0fb3ykw9r5hpayd05sr0cizwadzq1d8q-bash")],
  pathWith: [leaf(types.pathWith({}), "a")],
  port: [leaf(types.port, 1)],
  raw: [data(types.raw)],
  separatedString: [leaf(types.separatedString(","), "a")],
  serializableValueWith: [set(types.serializableValueWith({ typeName: "X" }))],
  singleLineStr: [leaf(types.singleLineStr, "a")],
  str: [leaf(str, "a")],
  strMatching: [leaf(types.strMatching("a"), "a")],
  submodule: [module(port)],
  submoduleWith: [module(types.submoduleWith({ modules: [{ options: { port: mkOption({}) } }] }))],
  toml: [set(types.toml)],
  uniq: [set(types.uniq(attrsOf(attrsOf(int))))],
  unique: [set(types.unique({ message: "" }, attrsOf(attrsOf(int))))],
  unspecified: [data(types.unspecified)],
};

function lazySet(type: AnyOptionType): Row {
  return { type, good: {}, armed: (bomb) => ({ a: bomb }), trigger: (value) => value.a };
}

function list(type: AnyOptionType): Row {
  return { type, good: [{}], armed: (bomb) => [{ a: bomb }], trigger: (value) => value[0].a };
}

function attrList(type: AnyOptionType): Row {
  return { type, good: [], armed: (bomb) => [{ a: { x: bomb } }], trigger: (value) => value[0].a.x };
}

// Functions in it are data; what a getter gives is not asked for.
function data(type: AnyOptionType): Row {
  return {
    type,
    good: {},
    armed: (bomb) => Object.defineProperty({}, "a", { get: bomb, enumerable: true }),
    trigger: (value) => value.a,
  };
}

function module(type: AnyOptionType): Row {
  return {
    type,
    good: {},
    armed: (bomb) => ({ port: bomb }),
    trigger: (value) =>
      value.port ?? evalModules({ modules: [{ options: { port: mkOption({}) } }, value] }).config["port"],
  };
}

const named = Object.entries(rows).flatMap(([name, all]) =>
  all.map((row, at) => ({ ...row, name: at === 0 ? name : `${name}, ${at + 1}` })),
);

/** A bomb that counts how often it went off. */
function makeBomb(): (() => never) & { wentOff: number } {
  const bomb = Object.assign(
    (): never => {
      bomb.wentOff += 1;
      throw new Error("this must not be computed");
    },
    { wentOff: 0 },
  );
  return bomb;
}

test("every member of `types` has a row, but what is no type", () => {
  expect(Object.keys(rows).toSorted()).toEqual(Object.keys(types).toSorted());
  expect(Object.keys(rows).filter((name) => rows[name as keyof typeof rows].length === 0)).toEqual(["mergeTypes"]);
});

describe.each(named)("$name", ({ type, good }) => {
  test("a definition is not computed before the value is", () => {
    const bomb = makeBomb();
    const { options, config } = evaluateOption(type, bomb);
    const option = Object(options["option"]);
    expect(Object.keys(config)).toEqual(["option"]);
    expect("option" in config).toBe(true);
    expect([option.type.name, option.declarations]).toEqual([type.name, ["/0.ts"]]);
    expect(bomb.wentOff).toBe(0);
    expect(() => config["option"]).toThrow(/must not be computed/);
    expect(bomb.wentOff).toBe(1);
  });

  test("a definition that is weaker, or under a false condition, and a default that is not needed, are not", () => {
    const bomb = makeBomb();
    const definitions = { option: good };
    const { config } = evalModules({
      modules: [
        { options: { option: mkOption({ type, default: bomb }) } },
        { config: { option: mkDefault(bomb) } },
        { config: { option: mkIf(false, bomb) } },
        { config: definitions },
      ],
    });
    expect(() => config["option"]).not.toThrow();
    expect(bomb.wentOff).toBe(0);
  });
});

const inside = named.flatMap(({ name, type, armed, trigger }) =>
  armed === undefined || trigger === undefined ? [] : [{ name, type, armed, trigger }],
);

test.each(inside)("$name: what is inside is computed when it is read", ({ type, armed, trigger }) => {
  const bomb = makeBomb();
  const value = evaluateOption(type, armed(bomb)).config["option"];
  if (typeof value === "object" && value !== null) Object.keys(value);
  expect(bomb.wentOff).toBe(0);
  expect(() => trigger(value)).toThrow(/must not be computed/);
  expect(bomb.wentOff).toBe(1);
});
