// Where values are written in data files.
import * as fc from "fast-check";
import type * as Jsonc from "jsonc-parser";
import { expect, test } from "vitest";
import { dataLibraries } from "../../src/host/data-libraries.ts";
import type { DataFormat } from "../../src/source/data-format.ts";
import { type DataPlaces, placesOfData } from "../../src/source/data-places.ts";
import { writeToml, writeYaml } from "../../src/source/write-data.ts";
import { parse } from "./parse.ts";
import { readMarks, shown } from "./script/marked.ts";

const libraries = {
  ...dataLibraries,
  // The cast: the package has it beside what the parser of data needs.
  jsonc: () => dataLibraries.jsonc() as typeof Jsonc,
};

function places(format: DataFormat, text: string): DataPlaces {
  const found = placesOfData(libraries, { file: "/site.data", text, format });
  if (found === null) throw new Error(`this is not correct: ${text}`);
  return found;
}

/** A text, and the path that is looked for: `⟦…⟧` the value, `⟨…⟩` the nearest where there is none. */
const rows: readonly (readonly [format: DataFormat, text: string, path: string])[] = [
  ["json", '{ "a": ⟦1⟧ }', "a"],
  ["json", '⟦{ "a": 1 }⟧\n', ""],
  ["json", '{ "a": { "b": [1, ⟦"x"⟧] } }', "a/b/1"],
  ["json", '{ "a": { "b": ⟦[1, 2]⟧ } }', "a/b"],
  ["json", '{ "a": ⟨{ "b": 1 }⟩ }', "a/c"],
  ["json", '{ "a": ⟨[1]⟩ }', "a/1"],
  ["json", '{ "a": ⟨[1]⟩ }', "a/b"],
  ["json", '{ "a": ⟨1⟩ }', "a/b/c"],
  ["json", '{ "\\u0061": ⟦1⟧ }', "a"],
  ["json", '{ "😀": "é", "a": ⟦null⟧ }', "a"],
  ["json", '{ "__proto__": ⟦1⟧ }', "__proto__"],
  ["json", '{\r\n\t"a": ⟦true⟧\r\n}', "a"],
  ["jsonc", '{ // a\n  /* "a": 0 */ "a": ⟦1⟧, /* b */ }', "a"],
  ["jsonc", '{ "a": [ ⟦{ "b": 1 }⟧, ] }', "a/0"],
  ["yaml", "a: ⟦1⟧\n", "a"],
  ["yaml", "a:\n  b: ⟦text of it⟧ # why\n", "a/b"],
  ["yaml", "a:\n  ⟦b: 1\n  c: 2⟧ # why\n# more\nd: 3\n", "a"],
  ["yaml", "⟦a:\n  b: 1⟧\n\n", ""],
  ["yaml", "a:\n  - 1\n  - ⟦x y⟧\n", "a/1"],
  ["yaml", "a:\n  ⟦- 1\n  - x⟧\n\nb: 1\n", "a"],
  ["yaml", "a:\n- b: ⟦1⟧\n- 2\n", "a/0/b"],
  ["yaml", "a: { b: ⟦[1, 2]⟧, c: 3 }\n", "a/b"],
  ["yaml", "a: { b: [1, ⟦2⟧] }\n", "a/b/1"],
  ["yaml", "a: ⟦'it''s'⟧\n", "a"],
  ["yaml", 'a: ⟦"x\\ny"⟧\n', "a"],
  ["yaml", "a: ⟦|\n  one\n  two⟧\nb: 1\n", "a"],
  ["yaml", "a: ⟦one\n  two⟧\nb: 1\n", "a"],
  ["yaml", "⟦a⟧:\nb: 1\n", "a"],
  ["yaml", "⟦a⟧:", "a"],
  ["yaml", "8080: ⟦x⟧\n", "8080"],
  ["yaml", "'a b': ⟦x⟧\n", "a b"],
  ["yaml", "? a\n: ⟦x⟧\n", "a"],
  ["yaml", "a: &x ⟦1⟧\n", "a"],
  ["yaml", "a: !!str ⟦1⟧\n", "a"],
  ["yaml", "a: &x { b: 1 }\nc: ⟦*x⟧\n", "c"],
  ["yaml", "a: &x { b: ⟦1⟧ }\nc: *x\n", "c/b"],
  ["yaml", "a: &x { b: 1 }\nd: &x { b: ⟦2⟧ }\nc: *x\n", "c/b"],
  ["yaml", "a: &x [1, ⟦2⟧]\nc: *x\n", "c/1"],
  ["yaml", "a: &x k\n*x : ⟦1⟧\n", "k"],
  ["yaml", "a: &x { b: ⟦1⟧ }\nc:\n  <<: *x\n  d: 2\n", "c/b"],
  ["yaml", "a: &x { b: 1 }\nc:\n  <<: *x\n  b: ⟦2⟧\n", "c/b"],
  ["yaml", "a: &x { b: ⟦1⟧ }\nd: &y { b: 2 }\nc:\n  <<: [*x, *y]\n", "c/b"],
  ["yaml", "%YAML 1.2\n---\na: ⟦1⟧\n...\n", "a"],
  ["yaml", "a:\n  ⟨b: 1⟩\n", "a/c"],
  ["yaml", "\uFEFFa: ⟦1⟧\n", "a"],
  ["yaml", "a: ⟦漢字 😀⟧\r\nb: 1\r\n", "a"],
  ["yaml", "{ a: ⟦{ b: 1 }⟧ }", "a"],
  ["toml", "a = ⟦1⟧\n", "a"],
  ["toml", "a.b = ⟦1⟧ # why\n", "a/b"],
  ["toml", "a . 'b c' . \"d\\u0065\" = ⟦1⟧", "a/b c/de"],
  ["toml", "[a]\nb = ⟦1979-05-27 07:32:00⟧ # why\n", "a/b"],
  ["toml", "[a]\nb = 1\n[a.c]\nd = ⟦'x # y'⟧\n", "a/c/d"],
  ["toml", "[a.c]\nd = 1\n[a]\nb = ⟦2⟧\n", "a/b"],
  ["toml", "[[a]]\nb = 1\n[[a]]\nb = ⟦2⟧\n", "a/1/b"],
  ["toml", "[[a]]\nb = 1\n[[a.c]]\nd = ⟦2⟧\n[[a.c]]\nd = 3\n", "a/0/c/0/d"],
  ["toml", "[[a]]\n[a.c]\nd = 1\n[[a]]\n[a.c]\nd = ⟦2⟧\n", "a/1/c/d"],
  ["toml", "a = [1, ⟦[2, 3]⟧, # why\n 4,\n]\n", "a/1"],
  ["toml", "a = [\n  { b = 1 },\n  { b = ⟦2⟧ },\n]\n", "a/1/b"],
  ["toml", "a = { b.c = ⟦1⟧, d = { e = 2 } }\n", "a/b/c"],
  ["toml", "a = ⟦{ b = { c = 1 } }⟧\n", "a"],
  ["toml", 'a = ⟦"""\n\\"""x = "]" # no\n"""""⟧\nb = 1\n', "a"],
  ["toml", 'a = """\nb = 2"""\nb = ⟦1⟧\n', "b"],
  ["toml", "a = ⟦'''\nit's''''⟧\nb = 1\n", "a"],
  ["toml", 'a = ⟦"x \\" ] # y"⟧\n', "a"],
  ["toml", "a = ''\nb = ⟦''⟧", "b"],
  ["toml", 'a = """"""\nb = ⟦true⟧', "b"],
  ["toml", "a = [ ⟦-inf⟧ ]", "a/0"],
  ["toml", "# a = 0\r\na = ⟦0xFF⟧\r\n", "a"],
  ["toml", "[a]\nb.c = ⟨1⟩\n", "a/b/c/d"],
  ["toml", "1.2 = ⟦3⟧", "1/2"],
  ["toml", "\uFEFFa = ⟦1⟧", "a"],
];

test.each(rows)("%s: %j looking for %s", (format, marked, path) => {
  const { text, expected } = readMarks(marked);
  expect(shown(text, [places(format, text).place(path === "" ? [] : path.split("/"))])).toEqual(expected);
});

test("a TOML document is all of its text; a table reaches from its header to its last value", () => {
  const text = "# top\n[a]\nb = 1\n\n[c]\n'' = 2 # end\n";
  const found = places("toml", text);
  const textAt = (...path: readonly string[]): string => {
    const { start, end } = found.place(path);
    return text.slice(start, end);
  };
  expect(textAt()).toBe(text);
  expect(textAt("a")).toBe("a]\nb = 1");
  expect(textAt("c")).toBe("c]\n'' = 2");
  expect(textAt("c", "")).toBe("2");
});

test.each([
  ["json", '{ "x": { "a": 1 } }', '"a"'],
  ["yaml", "x:\n  'a': 1\n", "'a'"],
  ["yaml", "x: &x { a: 1 }\n", "a"],
  ["toml", "[x]\n'a' = 1\n", "'a'"],
  ["toml", "x.a.b = 1\n", "a"],
] as const)("%s: %j has the key %s", (format, text, key) => {
  const found = places(format, text).place(["x", "a"]);
  expect(found.key === null ? null : text.slice(found.key.start, found.key.end)).toBe(key);
  expect(places(format, text).place([]).key).toBe(null);
});

test.each([
  ["json", "{ 1 }"],
  ["json", '{ "a": 1, }'],
  ["json", '{ "a": 1 } // x'],
  ["json", ""],
  ["jsonc", "{"],
  ["yaml", "a: [\n"],
  ["yaml", ""],
  ["yaml", "a: 1\n---\nb: 1\n"],
  ["toml", "a = "],
  ["toml", "a = 1\na = 2"],
] as const)("%s: %j has no places", (format, text) => {
  expect(placesOfData(libraries, { file: "/site.data", text, format })).toBe(null);
});

test.each([
  ["json", `${'{"a":'.repeat(900)}1${"}".repeat(900)}`],
  ["yaml", `${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`],
] as const)("%s that is nested deeply has places all the same", (format, text) => {
  expect(places(format, text).place(["a", "a", "a", "b"])).toMatchObject({ exact: false });
  expect(places(format, text).place(Array.from({ length: 900 }, () => "a"))).toMatchObject({ exact: true });
});

test.each(["json", "toml"] as const)("%s that is nested more deeply than can be parsed does no harm", (format) => {
  const text = `${format === "toml" ? "a = " : ""}${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  expect(() => placesOfData(libraries, { file: "/site.data", text, format })).not.toThrow();
});

// Names that need quotes, look like numbers, or mean something to JavaScript, among others.
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 4 }),
  fc.constantFrom("a", "b", "8080", "a.b", "__proto__", "x y", "é", "😀", "#", "yes"),
);
const leaf = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.boolean(),
  fc.string({ maxLength: 6 }),
  fc.constantFrom("a: b", "# no", "'", '"', "[x]", "x\ny", ""),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(name, tie("tree"), { maxKeys: 4, noNullPrototype: false }),
  ),
}));
const document = fc.dictionary(name, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: false });

/** All paths to values that are neither mappings nor lists with members. */
function leavesOf(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly [path: readonly string[], value: unknown])[] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return members.length === 0 ? [[path, value]] : members.flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

// What stands at a place, parsed by itself.
const readers: Readonly<Record<"json" | "yaml" | "toml", (text: string) => unknown>> = {
  json: (text) => parse("json", text),
  yaml: (text) => parse("yaml", text),
  toml: (text) => (parse("toml", `x = ${text}`) as { readonly x: unknown }).x,
};

const writers: Readonly<Record<"json" | "yaml" | "toml", (value: Readonly<Record<string, unknown>>) => string>> = {
  json: (value) => JSON.stringify(value, null, 2),
  yaml: (value) => writeYaml(dataLibraries.yaml(), value),
  toml: (value) => writeToml(dataLibraries.toml(), value),
};

test.each(["json", "yaml", "toml"] as const)(
  "%s: every value of a file that was written is found where it is",
  (format) => {
    fc.assert(
      fc.property(document, (value) => {
        const text = writers[format](value);
        const found = places(format, text);
        for (const [path, member] of leavesOf(parse(format, text))) {
          const place = found.place(path);
          expect(place.exact).toBe(true);
          const written = text.slice(place.start, place.end);
          // Text of several lines loses its indentation with its place.
          if (format === "yaml" && /[|>]/.test(written.charAt(0))) continue;
          if (Array.isArray(member) || (typeof member === "object" && member !== null)) continue;
          expect(readers[format](written)).toEqual(member);
        }
      }),
      { numRuns: 150 },
    );
  },
);
