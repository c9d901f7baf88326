// Which types an option may be declared with at once: every pair. What each comes to was asked of nixpkgs, whose answer
// stands here but for equal types, which stay what they are.
import { expect, test } from "vitest";
import { mkOption } from "../../src/authoring/index.ts";
import { descriptionOf } from "../../src/model/option-type.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";

const { int, str } = types;
const listToInt = (list: readonly number[]): number => list.length;

// Made anew each time, as two modules would.
const makers: Readonly<Record<string, () => AnyOptionType>> = {
  raw: () => types.raw,
  anything: () => types.anything,
  unspecified: () => types.unspecified,
  bool: () => types.bool,
  boolByOr: () => types.boolByOr,
  int: () => int,
  u8: () => types.ints.u8,
  u16: () => types.ints.u16,
  positive: () => types.ints.positive,
  "1 to 5": () => types.ints.between(1, 5),
  float: () => types.float,
  number: () => types.number,
  nonnegative: () => types.numbers.nonnegative,
  str: () => str,
  nonEmptyStr: () => types.nonEmptyStr,
  singleLineStr: () => types.singleLineStr,
  "strMatching a": () => types.strMatching("a"),
  "strMatching b": () => types.strMatching("b"),
  commas: () => types.commas,
  "separated by comma": () => types.separatedString(","),
  lines: () => types.lines,
  envVar: () => types.envVar,
  "entry str": () => types.passwdEntry(str),
  "entry int": () => types.passwdEntry(int),
  attrs: () => types.attrs,
  path: () => types.path,
  "absolute path": () => types.pathWith({ absolute: true }),
  externalPath: () => types.externalPath,
  pathInStore: () => types.pathInStore,
  luaInline: () => types.luaInline,
  optionDeclaration: () => types.optionDeclaration,
  optionType: () => types.optionType,
  "enum a": () => types.enum(["a"]),
  "enum b": () => types.enum(["b"]),
  package: () => types.package,
  packageSet: () => types.packageSet,
  nixpkgsConfig: () => types.nixpkgsConfig,
  "list of int": () => types.listOf(int),
  "list of u8": () => types.listOf(types.ints.u8),
  "non-empty list": () => types.nonEmptyListOf(int),
  "set of int": () => types.attrsOf(int),
  "set of str": () => types.attrsOf(str),
  "set of int, <x>": () => types.attrsWith({ elemType: int, placeholder: "x" }),
  "set of int, <y>": () => types.attrsWith({ elemType: int, placeholder: "y" }),
  loaOf: () => types.loaOf(int),
  "lazy set of int": () => types.lazyAttrsOf(int),
  attrListOf: () => types.attrListOf(int),
  "int or null": () => types.nullOr(int),
  "int or str": () => types.either(int, str),
  "str or int": () => types.either(str, int),
  "one of three": () => types.oneOf([int, str, types.bool]),
  coercedTo: () => types.coercedTo(types.listOf(int), listToInt, int),
  uniq: () => types.uniq(int),
  unique: () => types.unique({ message: "One." }, int),
  functionTo: () => types.functionTo(int),
  submodule: () => types.submodule({}),
  "list of submodules": () => types.listOf(types.submodule({})),
  deferredModule: () => types.deferredModule,
  "tag a": () => types.attrTag({ a: mkOption({ type: int }) }),
  "tag b": () => types.attrTag({ b: mkOption({ type: int }) }),
  json: () => types.json,
  toml: () => types.toml,
};

// Different types that agree all the same, any two of a row, and what they come to: in both orders alike, or in each.
const rows: readonly (readonly [names: readonly string[], together: string])[] = [
  [["int", "u8", "u16", "positive", "1 to 5", "entry int"], "signed integer"],
  [["number", "nonnegative"], "signed integer or floating point number"],
  [["str", "entry str"], "string"],
  [["commas", "separated by comma"], 'strings concatenated with ","'],
  [["path", "absolute path"], "absolute path"],
  [["list of int", "list of u8", "non-empty list"], "list of signed integer"],
  [["set of int", "loaOf", "set of int, <x>"], "attribute set of signed integer"],
  [["set of int", "loaOf", "set of int, <y>"], "attribute set of signed integer"],
  [["uniq", "unique"], "signed integer"],
];
const inOrder: Readonly<Record<string, string>> = {
  "enum a, enum b": 'one of "a", "b"',
  "enum b, enum a": 'one of "b", "a"',
  "tag a, tag b": "attribute-tagged union with choices: a, b",
  "tag b, tag a": "attribute-tagged union with choices: a, b",
};

function expected(left: string, right: string): string | null {
  const pair = inOrder[`${left}, ${right}`];
  if (pair !== undefined) return pair;
  return rows.find(([names]) => names.includes(left) && names.includes(right))?.[1] ?? null;
}

function merged(left: string, right: string): string | null {
  const type = makers[left]?.().typeMerge(makers[right]?.() ?? types.raw) ?? null;
  return type === null ? null : descriptionOf(type);
}

const names = Object.keys(makers);

test.each(names)("%s with every other", (left) => {
  const others = names.filter((right) => right !== left);
  expect(Object.fromEntries(others.map((right) => [right, merged(left, right)]))).toEqual(
    Object.fromEntries(others.map((right) => [right, expected(left, right)])),
  );
});

test.each(names)("%s with itself", (name) => {
  expect(merged(name, name)).toBe(descriptionOf(makers[name]?.() ?? types.raw));
});

test("the placeholder and the name of a set come from whoever chose one", () => {
  expect(types.attrsOf(int).typeMerge(types.attrsWith({ elemType: int, placeholder: "x" }))?.memberName).toBe("<x>");
  expect(types.attrsWith({ elemType: int, placeholder: "x" }).typeMerge(types.attrsOf(int))?.memberName).toBe("<x>");
});
