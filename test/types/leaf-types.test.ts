// What every leaf type is called and how it describes itself: the answers of nixpkgs, where it has the type.
import { expect, test } from "vitest";
import { type AnyOptionType, isLeaf } from "../../src/model/option-type.ts";
import { addCheck } from "../../src/types/add-check.ts";
import * as leaf from "../../src/types/leaf-types.ts";
import { listOf } from "../../src/types/list-of.ts";
import { mergeValues } from "./merge-context.ts";

const { enumType, ints, numbers, passwdEntry, pathWith, separatedString, serializableValueWith, strMatching } = leaf;

type Row = readonly [type: AnyOptionType, name: string, description: string, descriptionClass: string | null];

const rows: readonly Row[] = [
  [leaf.bool, "bool", "boolean", "noun"],
  [leaf.boolByOr, "boolByOr", "boolean (merged using or)", "noun"],
  [leaf.int, "int", "signed integer", "noun"],
  [ints.between(-3, 7), "intBetween", "integer between -3 and 7 (both inclusive)", "noun"],
  [ints.unsigned, "unsignedInt", "unsigned integer, meaning >=0", "nonRestrictiveClause"],
  [ints.positive, "positiveInt", "positive integer, meaning >0", "nonRestrictiveClause"],
  [ints.u8, "unsignedInt8", "8 bit unsigned integer; between 0 and 255 (both inclusive)", "noun"],
  [ints.u16, "unsignedInt16", "16 bit unsigned integer; between 0 and 65535 (both inclusive)", "noun"],
  [ints.u32, "unsignedInt32", "32 bit unsigned integer; between 0 and 4294967295 (both inclusive)", "noun"],
  [ints.s8, "signedInt8", "8 bit signed integer; between -128 and 127 (both inclusive)", "noun"],
  [ints.s16, "signedInt16", "16 bit signed integer; between -32768 and 32767 (both inclusive)", "noun"],
  [ints.s32, "signedInt32", "32 bit signed integer; between -2147483648 and 2147483647 (both inclusive)", "noun"],
  [leaf.port, "unsignedInt16", "16 bit unsigned integer; between 0 and 65535 (both inclusive)", "noun"],
  [leaf.float, "float", "floating point number", "noun"],
  [leaf.number, "either", "signed integer or floating point number", "conjunction"],
  [
    numbers.between(0.5, 2),
    "numberBetween",
    "integer or floating point number between 0.5 and 2 (both inclusive)",
    "conjunction",
  ],
  [
    numbers.nonnegative,
    "numberNonnegative",
    "nonnegative integer or floating point number, meaning >=0",
    "nonRestrictiveClause",
  ],
  [numbers.positive, "numberPositive", "positive integer or floating point number, meaning >0", "nonRestrictiveClause"],
  [leaf.str, "str", "string", "noun"],
  [leaf.nonEmptyStr, "nonEmptyStr", "non-empty string", "noun"],
  [leaf.singleLineStr, "singleLineStr", "(optionally newline-terminated) single-line string", "noun"],
  [separatedString(""), "separatedString", 'strings concatenated with ""', "noun"],
  [separatedString('\t"'), "separatedString", 'strings concatenated with "\\t\\""', "noun"],
  [leaf.lines, "separatedString", 'strings concatenated with "\\n"', "noun"],
  [leaf.commas, "separatedString", 'strings concatenated with ","', "noun"],
  [leaf.envVar, "separatedString", 'strings concatenated with ":"', "noun"],
  [strMatching("[a-z]+"), 'strMatching "[a-z]+"', "string matching the pattern [a-z]+", "noun"],
  [strMatching('a"$\\.[0-9]+'), 'strMatching "a\\"\\$\\\\.[0-9]+"', 'string matching the pattern a"$\\.[0-9]+', "noun"],
  [strMatching(/[a-z]+/i), 'strMatching "[a-z]+"', "string matching the pattern [a-z]+ in upper or lower case", "noun"],
  [passwdEntry(leaf.str), "passwdEntry str", "string, not containing newlines or colons", "nonRestrictiveClause"],
  [
    passwdEntry(leaf.number),
    "passwdEntry either",
    "(signed integer or floating point number), not containing newlines or colons",
    "nonRestrictiveClause",
  ],
  [
    passwdEntry(ints.positive),
    "passwdEntry positiveInt",
    "(positive integer, meaning >0), not containing newlines or colons",
    "nonRestrictiveClause",
  ],
  [
    passwdEntry(listOf(leaf.str)),
    "passwdEntry listOf",
    "(list of string), not containing newlines or colons",
    "nonRestrictiveClause",
  ],
  [leaf.path, "path", "absolute path", "noun"],
  [leaf.pathInStore, "path", "path in the Nix store", "noun"],
  [leaf.externalPath, "path", "absolute path not in the Nix store", "noun"],
  [pathWith({}), "path", "path", "noun"],
  [pathWith({ absolute: null, inStore: null }), "path", "path", "noun"],
  [pathWith({ absolute: false }), "path", "relative path", "noun"],
  [pathWith({ absolute: true, inStore: true }), "path", "absolute path in the Nix store", "noun"],
  [pathWith({ inStore: false }), "path", "path not in the Nix store", "noun"],
  [enumType([]), "enum", "impossible (empty enum)", "noun"],
  [enumType(["single"]), "enum", 'value "single" (singular enum)', "noun"],
  [enumType([null]), "enum", "value <null> (singular enum)", "noun"],
  [enumType(["a", "b"]), "enum", 'one of "a", "b"', "conjunction"],
  [enumType([true, null, false]), "enum", "one of true, <null>, false", "conjunction"],
  [
    enumType(['a"b', 1, 1.5, {}, [], true, 'a"b']),
    "enum",
    'one of "a"b", 1, <float>, <set>, <list>, true, "a"b"',
    "conjunction",
  ],
  [leaf.raw, "raw", "raw value", "noun"],
  [leaf.unspecified, "unspecified", "unspecified value", "noun"],
  [leaf.attrs, "attrs", "attribute set", null],
  [leaf.luaInline, "luaInline", "inline lua", "noun"],
  [leaf.packageType, "package", "package", "noun"],
  [leaf.packageSet, "packageSet", "package set", "noun"],
  [leaf.nixpkgsConfig, "nixpkgs-config", "nixpkgs config", null],
  [leaf.json, "serializableValue", "JSON value", "conjunction"],
  [leaf.toml, "serializableValue", "TOML value", "conjunction"],
  [serializableValueWith({ typeName: "VAL" }), "serializableValue", "VAL value", "conjunction"],
];

test.each(rows.map(([type, ...texts]) => [texts[0], texts[1], type, texts] as const))(
  "%s: %s",
  (_name, _text, type, texts) => {
    expect([type.name, type.description, type.descriptionClass]).toStrictEqual(texts);
  },
);

test("only sets and nullable data have a value that nobody defined", () => {
  const withEmptyValue = rows.filter(([type]) => type.emptyValue !== null);
  expect(withEmptyValue.map(([{ description }]) => description)).toStrictEqual([
    "(list of string), not containing newlines or colons",
    "attribute set",
    "package set",
    "nixpkgs config",
    "JSON value",
    "VAL value",
  ]);
  expect(withEmptyValue.map(([type]) => mergeValues(type))).toEqual([[], {}, {}, {}, null, null]);
});

test.each(rows.map((row) => [row[2], row[0]] as const))("%s agrees with itself", (_, type) => {
  expect(type.typeMerge(type)).toBe(type);
});

test("types of different functors do not agree", () => {
  const pairs = rows.flatMap(([left]) => rows.map(([right]) => [left, right] as const));
  const different = pairs.filter(([left, right]) => left.functor.name !== right.functor.name);
  const agreeing = different.filter(([left, right]) => left.typeMerge(right) !== null);
  expect(different.length).toBeGreaterThan(1000);
  expect(agreeing.map((pair) => pair.map(({ name }) => name))).toStrictEqual([]);
});

test.each(rows.map((row) => [row[2], row[0]] as const))("%s is frozen", (_, type) => {
  expect(Object.isFrozen(type)).toBe(true);
});

test("a leaf gives an only definition back as it is", () => {
  const samples = ["", "x", "x\n", "a:b", "/etc", "/nix/store/x", 0, 1, -1, 8080, 0.5, true, false, null];
  const leaves = rows.map(([type]) => type).filter(isLeaf);
  expect(leaves.length).toBeGreaterThan(20);
  for (const type of leaves) {
    const accepted = samples.filter((sample) => type.check(sample));
    expect(accepted.map((sample) => mergeValues(type, sample))).toEqual(accepted);
  }
  const updated = { ...leaf.int, check: () => true };
  expect([isLeaf(updated), isLeaf(addCheck(leaf.int, () => true)), isLeaf(leaf.raw)]).toEqual([false, false, false]);
});
