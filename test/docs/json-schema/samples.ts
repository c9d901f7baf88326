// Types and values with which the schema of a configuration is compared with the evaluator.
import * as z from "zod";
import { defineSubmodule } from "../../../src/authoring/define-module.ts";
import { mkOption } from "../../../src/authoring/mk-option.ts";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { types } from "../../../src/types/types.ts";

const t = types;
const site = defineSubmodule({ options: { a: mkOption({ type: t.int }), b: mkOption({ type: t.str }) } });
const open = { freeformType: t.attrsOf(t.int), options: { b: mkOption({ type: t.str }) } };
const nested = {
  options: { set: { a: mkOption({ type: t.int }) }, readOnce: mkOption({ default: 1, readOnly: true }) },
};

const tree: AnyOptionType = t.submodule({
  options: { a: mkOption({ type: t.int }), kids: mkOption({ type: () => t.attrsOf(tree) }) },
});
const expression: AnyOptionType = t.attrTag({
  a: mkOption({ type: t.int }),
  sum: mkOption({ type: () => t.listOf(expression) }),
});

/** One type or more for each of those that Confix offers, by the names under which it offers them. */
export const samples: Readonly<Record<keyof typeof types, readonly AnyOptionType[]>> = {
  addCheck: [t.addCheck(t.int, (value) => value > 0), t.listOf(t.addCheck(t.str, (value) => value === "a"))],
  anything: [t.anything],
  attrListOf: [t.attrListOf(t.int)],
  attrListWith: [t.attrListWith({ elemType: t.str, asAttrs: true })],
  attrTag: [t.attrTag({ a: mkOption({ type: t.int }), b: mkOption({ type: t.str }) }), expression],
  attrs: [t.attrs],
  attrsOf: [
    t.attrsOf(t.int),
    t.attrsOf(t.attrsOf(t.int)),
    t.attrsOf(t.submodule(site)),
    t.attrsOf(t.functionTo(t.int)),
  ],
  attrsWith: [t.attrsWith({ elemType: t.int, placeholder: "x" })],
  bool: [t.bool],
  boolByOr: [t.boolByOr],
  coercedTo: [
    t.coercedTo(t.int, String, t.str),
    t.coercedTo(t.listOf(t.int), (list) => list.join(" "), t.str),
    t.listOf(t.coercedTo(t.str, (a) => ({ b: a }), t.submodule(site))),
  ],
  commas: [t.commas],
  deferredModule: [t.deferredModule],
  deferredModuleWith: [t.deferredModuleWith({ staticModules: [nested] })],
  either: [
    t.either(t.int, t.str),
    t.either(t.listOf(t.int), t.listOf(t.str)),
    t.either(t.listOf(t.int), t.str),
    t.either(t.attrsOf(t.int), t.either(t.attrs, t.str)),
    t.either(t.nonEmptyListOf(t.int), t.listOf(t.str)),
    t.either(t.bool, t.submodule(site)),
    t.either(
      t.addCheck(t.listOf(t.int), (list) => list.length === 1),
      t.listOf(t.str),
    ),
  ],
  enum: [t.enum(["a", 1, true, null]), t.enum(["/a", { a: 1 }, [1]]), t.enum([])],
  envVar: [t.envVar],
  externalPath: [t.externalPath],
  float: [t.float],
  fromSchema: [
    t.fromSchema(z.object({ a: z.int(), b: z.string().optional() })),
    t.fromSchema(z.union([z.literal("a"), z.number().min(1), z.array(z.boolean())])),
    t.fromSchema(z.object({ a: z.coerce.number(), b: z.string().trim().min(1).catch("x") })),
    t.fromSchema(z.email().or(z.stringbool())),
    t.fromSchema(
      z.object({
        a: z.int(),
        get kids() {
          return z.array(z.json()).optional();
        },
      }),
    ),
    t.fromSchema(z.string().refine((value) => value.length === 1)),
    t.fromSchema(z.preprocess((value) => String(value), z.string().max(3))),
  ],
  functionTo: [t.functionTo(t.int), t.nullOr(t.functionTo(t.int))],
  int: [t.int],
  ints: [...Object.values(t.ints).filter((each) => typeof each !== "function"), t.ints.between(-1, 1)],
  json: [t.json],
  lazyAttrsOf: [t.lazyAttrsOf(t.str)],
  lines: [t.lines],
  listOf: [t.listOf(t.int), t.listOf(t.listOf(t.int)), t.listOf(t.submodule(site)), t.listOf(t.anything)],
  loaOf: [t.loaOf(t.int)],
  luaInline: [t.luaInline],
  mergeTypes: [t.mergeTypes(t.enum(["a"]), t.enum(["abc"])) ?? t.str],
  mkOptionType: [
    t.mkOptionType({ name: "even", check: (value) => typeof value === "number" && value % 2 === 0 }),
    t.mkOptionType({ name: "str", check: (value) => value === 1 || value === "a" }),
    t.mkOptionType({ name: "listOf", nestedTypes: { elemType: t.int }, check: (value) => !Array.isArray(value) }),
    t.mkOptionType({ name: "nonEmptyStr", check: (value) => typeof value === "string" }),
    { ...t.str, name: "host", description: "host name" },
    { ...t.str, check: (value: unknown): boolean => typeof value === "boolean" },
    { ...t.listOf(t.int), merge: (_context, [first]) => first?.value },
  ],
  nixpkgsConfig: [t.nixpkgsConfig],
  nonEmptyListOf: [t.nonEmptyListOf(t.int), t.attrsOf(t.nonEmptyListOf(t.str))],
  nonEmptyStr: [t.nonEmptyStr],
  nullOr: [
    t.nullOr(t.int),
    t.nullOr(t.enum(["a", "b"])),
    t.nullOr(t.submodule(site)),
    t.nullOr(t.toml),
    t.nullOr(t.raw),
  ],
  number: [t.number],
  numbers: [t.numbers.nonnegative, t.numbers.positive, t.numbers.between(0.5, 1.5)],
  oneOf: [t.oneOf([t.int, t.str, t.listOf(t.str)]), t.oneOf([t.listOf(t.int), t.attrsOf(t.int), t.strMatching("a.c")])],
  optionDeclaration: [t.optionDeclaration],
  optionType: [t.optionType],
  package: [t.package],
  packageSet: [t.packageSet],
  passwdEntry: [t.passwdEntry(t.str), t.passwdEntry(t.nullOr(t.nonEmptyStr))],
  path: [t.path],
  pathInStore: [t.pathInStore],
  pathWith: [t.pathWith({ absolute: false }), t.pathWith({}), t.pathWith({ inStore: false })],
  port: [t.port],
  raw: [t.raw],
  separatedString: [t.separatedString(";")],
  serializableValueWith: [
    t.serializableValueWith({ typeName: "X" }),
    t.serializableValueWith({ typeName: "Y", nullable: false }),
  ],
  singleLineStr: [t.singleLineStr],
  str: [t.str],
  strMatching: [
    t.strMatching("a.[.b]?"),
    t.strMatching(/A/i),
    t.strMatching("a|/a"),
    t.strMatching("\\S+"),
    t.strMatching(new RegExp("[a-z]+", "v")),
    t.strMatching("."),
  ],
  submodule: [
    t.submodule(site),
    t.submodule(open),
    t.submodule(nested),
    tree,
    t.submodule({ freeformType: t.json, options: nested.options }),
    t.submodule({ config: { _module: { check: false } }, options: nested.options }),
    t.submodule([site, open]),
  ],
  submoduleWith: [
    t.submoduleWith({ modules: [site] }),
    t.submoduleWith({ modules: [open] }),
    t.submoduleWith({ modules: [nested], shorthandOnlyDefinesConfig: true }),
  ],
  toml: [t.toml],
  uniq: [t.uniq(t.listOf(t.int))],
  unique: [t.unique({ message: "" }, t.str)],
  unspecified: [t.unspecified],
};

/**
 * Where JSON Schema cannot say what the evaluator asks, by the name of the type and its place among its samples: the
 * schema accepts more.
 */
export const wider: Readonly<Record<string, string>> = {
  "addCheck 0": "the check is a function",
  "addCheck 1": "the check is a function",
  "coercedTo 1": "what it is turned into a function says",
  "externalPath 0": "only walking a path tells where `..` leads",
  "pathInStore 0": "only walking a path tells where `..` leads",
  "pathWith 2": "only walking a path tells where `..` leads",
  "strMatching 4": "brackets mean more under the flag `v`",
  "either 6": "the check of the left side decides which side it is",
  "fromSchema 3": "formats differ between libraries, and what a codec takes is known to it alone",
  "fromSchema 5": "the refinement is a function",
  "fromSchema 2": "what can be coerced the library knows",
  "fromSchema 6": "what is prepared by a function",
  "mkOptionType 0": "its check is a function",
  "mkOptionType 1": "its check is a function",
  "mkOptionType 2": "its check is a function",
  "mkOptionType 3": "its check is a function",
  "mkOptionType 5": "its check was replaced by a function",
  "strMatching 1": "there are no flags",
};
