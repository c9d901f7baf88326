// How types describe themselves, and what is put in parentheses inside another type.
import { mkOption, types as t } from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { defineGroup, gives } from "../case.ts";

const ab = t.enum(["a", "b"]);
const digits = t.strMatching("[0-9]+");
const intOrStr = t.either(t.int, t.str);
const strOrInt = t.oneOf([t.str, t.int]);
const openStrings = t.submodule({ freeformType: t.attrsOf(t.str) });
const absolute = t.pathWith({ absolute: true });
const unique = t.unique({ message: "one" }, t.str);

function coerced(from: AnyOptionType, to: AnyOptionType): AnyOptionType {
  return t.coercedTo(from, (value) => value, to);
}

function open(freeformType: AnyOptionType): AnyOptionType {
  return t.submodule({ freeformType });
}

function openWith(freeformType: AnyOptionType): AnyOptionType {
  return t.submoduleWith({ modules: [{ freeformType }] });
}

// A type, as an example of each form inside another: noun, conjunction, composite, clause.
const inner = [t.str, t.int, t.bool, intOrStr, t.nullOr(t.str), t.listOf(t.str), t.attrsOf(t.int), t.ints.positive];

/** What wrapping each of `inner` is called: the words around it, and the words for the parts in between. */
function around(wrap: (type: AnyOptionType) => AnyOptionType, ...words: readonly string[]): readonly Row[] {
  return inner.map((type, at) => [wrap(type), words[at] ?? ""]);
}

type Row = readonly [AnyOptionType, string];

const leaves: readonly Row[] = [
  [t.str, "string"],
  [t.int, "signed integer"],
  [t.enum([true, null, false]), "one of true, <null>, false"],
  [t.enum([]), "impossible (empty enum)"],
  [t.enum(["single"]), 'value "single" (singular enum)'],
  [ab, 'one of "a", "b"'],
  [t.enum([true, false]), "one of true, false"],
  [t.enum([1, 2, 3]), "one of 1, 2, 3"],
  [t.enum([null]), "value <null> (singular enum)"],
  [t.pathWith({}), "path"],
  [absolute, "absolute path"],
  [t.pathWith({ inStore: true }), "path in the Nix store"],
  [t.pathWith({ absolute: true, inStore: true }), "absolute path in the Nix store"],
  [t.pathWith({ absolute: false }), "relative path"],
  [t.pathWith({ absolute: null }), "path"],
  [t.pathWith({ inStore: false }), "path not in the Nix store"],
  [t.pathWith({ inStore: null }), "path"],
  [t.separatedString(""), 'strings concatenated with ""'],
  [t.separatedString(","), 'strings concatenated with ","'],
  [t.separatedString("\n"), String.raw`strings concatenated with "\n"`],
  [t.separatedString(":"), 'strings concatenated with ":"'],
  [t.strMatching("[a-z]+"), "string matching the pattern [a-z]+"],
  [t.strMatching("[0-9]{3}-[0-9]{2}"), "string matching the pattern [0-9]{3}-[0-9]{2}"],
  [t.strMatching(".*\\.txt"), String.raw`string matching the pattern .*\.txt`],
  [t.json, "JSON value"],
  [t.toml, "TOML value"],
];

const submodules: readonly Row[] = [
  [t.submodule({}), "submodule"],
  [t.submodule([]), "submodule"],
  [t.submodule([{ options: { foo: mkOption({ type: t.str }) } }]), "submodule"],
  [openStrings, "open submodule of attribute set of string"],
  [t.submodule([{ freeformType: t.lazyAttrsOf(t.int) }]), "open submodule of lazy attribute set of signed integer"],
  [t.submoduleWith({ modules: [] }), "submodule"],
  [t.submoduleWith({ modules: [], description: "custom" }), "custom"],
];

const inAttrsOf: readonly Row[] = [
  [ab, '(one of "a", "b")'],
  [digits, "string matching the pattern [0-9]+"],
  [t.nonEmptyListOf(t.str), "non-empty (list of string)"],
  [strOrInt, "(string or signed integer)"],
  [coerced(t.str, t.int), "(signed integer or string convertible to it)"],
  [t.functionTo(t.str), "function that evaluates to a(n) string"],
  [t.passwdEntry(t.str), "(string, not containing newlines or colons)"],
  [t.uniq(t.str), "string"],
  [unique, "string"],
  [absolute, "absolute path"],
  [t.separatedString(","), 'strings concatenated with ","'],
  [t.lazyAttrsOf(t.str), "lazy attribute set of string"],
  [t.submodule({}), "(submodule)"],
  [openStrings, "(open submodule of attribute set of string)"],
  [t.addCheck(t.str, () => true), "string"],
  [t.enum([]), "impossible (empty enum)"],
  [t.ints.u32, "32 bit unsigned integer; between 0 and 4294967295 (both inclusive)"],
  [t.numbers.positive, "(positive integer or floating point number, meaning >0)"],
];

// After "boolean or", and before "or boolean".
const besideBool: readonly (readonly [AnyOptionType, string, string])[] = [
  [t.str, "string", "string"],
  [t.int, "signed integer", "signed integer"],
  [ab, 'one of "a", "b"', 'one of "a", "b"'],
  [digits, "string matching the pattern [0-9]+", "string matching the pattern [0-9]+"],
  [t.nonEmptyListOf(t.str), "non-empty (list of string)", "(non-empty (list of string))"],
  [strOrInt, "string or signed integer", "string or signed integer"],
  [
    coerced(t.str, t.int),
    "(signed integer or string convertible to it)",
    "(signed integer or string convertible to it)",
  ],
  [t.functionTo(t.str), "function that evaluates to a(n) string", "(function that evaluates to a(n) string)"],
  [t.passwdEntry(t.str), "(string, not containing newlines or colons)", "string, not containing newlines or colons,"],
  [t.uniq(t.str), "string", "string"],
  [unique, "string", "string"],
  [absolute, "absolute path", "absolute path"],
  [t.separatedString(","), 'strings concatenated with ","', 'strings concatenated with ","'],
  [t.attrsOf(t.str), "attribute set of string", "(attribute set of string)"],
  [t.listOf(t.str), "list of string", "(list of string)"],
  [t.nullOr(t.str), "null or string", "null or string"],
  [t.lazyAttrsOf(t.str), "lazy attribute set of string", "(lazy attribute set of string)"],
  [t.submodule({}), "(submodule)", "(submodule)"],
  [t.ints.positive, "(positive integer, meaning >0)", "positive integer, meaning >0,"],
  [
    t.numbers.positive,
    "(positive integer or floating point number, meaning >0)",
    "positive integer or floating point number, meaning >0,",
  ],
];

// What each of `inner` is called inside a composite type, and inside one that only takes a noun.
const inComposite = [
  "string",
  "signed integer",
  "boolean",
  "(signed integer or string)",
  "(null or string)",
  "list of string",
  "attribute set of signed integer",
  "(positive integer, meaning >0)",
];
const asNoun = inComposite.map((text, at) => (at === 5 || at === 6 ? `(${text})` : text));
const asArm = asNoun.map((text, at) => (at === 3 || at === 4 ? text.slice(1, -1) : text));

function each(start: string, texts: readonly string[], end: string = ""): readonly string[] {
  return texts.map((text) => start + text + end);
}

const rows: readonly Row[] = [
  ...leaves,
  ...submodules,
  ...around(t.attrsOf, ...each("attribute set of ", inComposite)),
  ...around((elemType) => t.attrsWith({ elemType }), ...each("attribute set of ", inComposite)),
  ...around((elemType) => t.attrsWith({ elemType, lazy: true }), ...each("lazy attribute set of ", inComposite)),
  ...around(t.lazyAttrsOf, ...each("lazy attribute set of ", inComposite)),
  ...around(t.listOf, ...each("list of ", inComposite)),
  ...around(t.attrListOf, ...each("attribute list of ", inComposite)),
  ...around(t.nonEmptyListOf, ...each("non-empty (list of ", inComposite, ")")),
  ...around(t.functionTo, ...each("function that evaluates to a(n) ", inComposite)),
  ...around(open, ...each("open submodule of ", inComposite)),
  ...around(openWith, ...each("open submodule of ", inComposite)),
  ...around(t.nullOr, ...each("null or ", asArm)),
  ...around(t.passwdEntry, ...each("", asNoun, ", not containing newlines or colons")),
  ...around((from) => coerced(from, t.str), ...each("string or ", asNoun, " convertible to it")),
  ...around(t.uniq, ...inner.map(({ description }) => description)),
  ...around((type) => t.oneOf([type]), ...inner.map(({ description }) => description)),
  [coerced(t.listOf(t.str), t.attrsOf(t.str)), "(attribute set of string) or (list of string) convertible to it"],
  ...inAttrsOf.map(([type, text]) => [t.attrsOf(type), `attribute set of ${text}`] as const),
  ...besideBool.map(([type, right]) => [t.either(t.bool, type), `boolean or ${right}`] as const),
  ...besideBool.map(([type, , left]) => [t.either(type, t.bool), `${left} or boolean`] as const),
  [t.oneOf([t.attrsOf(t.str), t.int, t.bool]), "(attribute set of string) or signed integer or boolean"],
  [t.oneOf([t.listOf(t.str), t.int, t.bool]), "(list of string) or signed integer or boolean"],
  [t.oneOf([t.ints.positive, t.str]), "positive integer, meaning >0, or string"],
  [t.either(intOrStr, t.bool), "signed integer or string or boolean"],
];

export default defineGroup({
  number: "9",
  title: "type descriptions",
  files: {
    types: { options: { assertions: mkOption({ default: rows.map(([{ description }]) => description) }) } },
  },
  cases: [
    gives(
      "config.assertions",
      ["types"],
      rows.map(([, text]) => text),
    ),
  ],
});
