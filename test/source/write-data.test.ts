import { expect, test } from "vitest";
import { dataLibraries } from "../../src/host/data-libraries.ts";
import { findNull, writeToml, writeYaml } from "../../src/source/write-data.ts";
import { parse } from "./parse.ts";

const data = JSON.parse(
  '{"b": {"10": 1, "9": 2, "a": [], "c": {}}, "a": [1.5, true, "x", {"y": 1}], "__proto__": "p", "t": "a\\nb", "yes": "no"}',
) as Record<string, unknown>;

test("YAML has its keys in byte order, also those that look like numbers, and reads back", () => {
  const text = writeYaml(dataLibraries.yaml(), { ...data, n: null });
  const keys = ["__proto__", "a", "b", '"10"', '"9"', "a", "c", '"n"', "t", '"yes"'];
  expect(text.match(/(?<=^ *)"?\w+"?(?=:)/gm)).toEqual(keys);
  expect(parse("yaml", text)).toEqual({ ...data, n: null });
});

test.each(["yes", "0777", "1e3", "null", "<<", "2020-01-01", " x", "a: b", "*x", "", "\t", "\u{1f600}", "1:30"])(
  "the string %j survives YAML",
  (text) => {
    expect(parse("yaml", writeYaml(dataLibraries.yaml(), { [text]: text }))).toEqual({ [text]: text });
  },
);

test("a value that stands twice in YAML is written twice", () => {
  const shared = { x: 1 };
  expect(writeYaml(dataLibraries.yaml(), { a: shared, b: shared })).toBe("a:\n  x: 1\nb:\n  x: 1\n");
});

test("TOML reads back", () => {
  expect(parse("toml", writeToml(dataLibraries.toml(), data))).toEqual(data);
});

test("TOML has its keys in byte order, also those that look like numbers", () => {
  const text = writeToml(dataLibraries.toml(), {
    b: 1,
    "9": 1,
    "10": 1,
    a: 1,
    c: { y: 1, "2": 1, x: [{ z: 1, "1": 1 }] },
  });
  expect(text.match(/(?<=^|\{ |, )[a-z\d]+(?= =)/gm)).toEqual(["10", "9", "a", "b", "2", "y", "1", "z"]);
});

test("TOML takes 1,500 levels", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(1500)}1${"}".repeat(1500)}`) as Record<string, unknown>;
  expect(writeToml(dataLibraries.toml(), deep)).toContain(" = 1");
});

test("nulls are found, which TOML cannot say", () => {
  expect(findNull(data)).toBeNull();
  expect(findNull({ a: [{}, { "b.c": null }] })).toEqual(["a", "1", "b.c"]);
});
