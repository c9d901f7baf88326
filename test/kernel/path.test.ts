// Option paths: how they are written, read back, and ordered.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNames, isIdentifier, parsePath, showName, showPath, sortNames } from "../../src/kernel/path.ts";

describe("showName", () => {
  it.each([
    ["a", "a"],
    ["A_b-c'9", "A_b-c'9"],
    ["a'b", "a'b"],
    ["_", "_"],
    ["true", "true"],
    ["null", "null"],
    ["__proto__", "__proto__"],
    ["constructor", "constructor"],
    ["*", "*"],
    ["<name>", "<name>"],
    ["<foo bar>", "<foo bar>"],
    ["<function body>", "<function body>"],
    ["", '""'],
    ["2b", '"2b"'],
    ["-a", '"-a"'],
    ["'a", '"\'a"'],
    ["a b", '"a b"'],
    ["a.b", '"a.b"'],
    ["é", '"é"'],
    ["**", '"**"'],
    ["<a>b", '"<a>b"'],
    ["<a", '"<a"'],
    ["<<a>", '"<<a>"'],
    ["[definition 1-entry 2]", '"[definition 1-entry 2]"'],
    ['a"b${c}', '"a\\"b\\${c}"'],
    ["a\nb\\", '"a\\nb\\\\"'],
    ...["assert", "else", "if", "in", "inherit", "let", "or", "rec", "then", "with"].map((word) => [word, `"${word}"`]),
  ])("of %j is %s", (name, shown) => {
    expect(showName(name)).toBe(shown);
  });

  it("is bare for identifiers alone", () => {
    expect(["a", "if", "", "*"].map(isIdentifier)).toEqual([true, false, false, false]);
  });
});

describe("showPath", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", ""], 'a.""'],
    [["sites", "example.org", "root"], 'sites."example.org".root'],
    [["users", "<name>", "*", "x"], "users.<name>.*.x"],
  ])("of %j is %s", (path, shown) => {
    expect(showPath(path)).toBe(shown);
  });
});

describe("parsePath", () => {
  const name = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("a", "", ".", '"', "$", "\\", "<a.b>", "*", "if"),
  );

  it("reads what showPath writes", () => {
    fc.assert(
      fc.property(fc.array(name), (path) => {
        expect(parsePath(showPath(path))).toEqual({ path });
      }),
    );
  });

  it("either reads a text or says where it is wrong, and never throws", () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom("a", ".", '"', "\\", "$", " ", "<", ">")).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parsePath(written);
        const isPlaced = "error" in parsed && written.length >= parsed.error.at && parsed.error.at >= 0;
        expect("path" in parsed ? parsePath(showPath(parsed.path)) : isPlaced).toEqual(
          "path" in parsed ? parsed : true,
        );
      }),
    );
  });

  it.each([
    ["", []],
    ["a.b", ["a", "b"]],
    ["2b.-a", ["2b", "-a"]],
    ["if", ["if"]],
    ["a b", ["a b"]],
    ['""', [""]],
    ['a."b.c".d', ["a", "b.c", "d"]],
    ['"\\u00e9\\n"', ["é\n"]],
    ['"\\${x}"', ["${x}"]],
    ["<foo bar>.x", ["<foo bar>", "x"]],
  ])("reads %s leniently", (text, path) => {
    expect(parsePath(text)).toEqual({ path });
  });

  it.each([
    [".", 0],
    ["a.", 2],
    ["a..b", 2],
    ['a."b', 2],
    ['a."b"c', 5],
    ['"\\x"', 0],
    ['a"b"', 1],
  ])("says where %s is wrong: at %i", (text, at) => {
    expect(parsePath(text)).toMatchObject({ error: { at } });
  });
});

describe("compareNames", () => {
  it("orders by UTF-8 bytes", () => {
    const bytes = (text: string): Buffer => Buffer.from(text, "utf8");
    const wellFormed = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(wellFormed, wellFormed, (a, b) => {
        expect(Math.sign(compareNames(a, b))).toBe(Math.sign(Buffer.compare(bytes(a), bytes(b))));
      }),
    );
  });

  it("is a total order of all strings, lone surrogates too", () => {
    const any = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const [first = "", second = "", third = ""] = sortNames([a, b, c]);
        expect(compareNames(first, second)).toBeLessThanOrEqual(0);
        expect(compareNames(second, third)).toBeLessThanOrEqual(0);
        expect(compareNames(first, third)).toBeLessThanOrEqual(0);
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
        expect(compareNames(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it("puts what JavaScript and other orders put elsewhere where Nix does", () => {
    expect(sortNames(["\u{1F600}", "\uE000", "b", "a", "B", "10", "9", ""])).toEqual([
      "",
      "10",
      "9",
      "B",
      "a",
      "b",
      "\uE000",
      "\u{1F600}",
    ]);
  });

  it("leaves what it sorts as it is", () => {
    const names = Object.freeze(["b", "a"]);
    expect([sortNames(names), names, sortNames(new Set(["z", "y"]))]).toEqual([
      ["a", "b"],
      ["b", "a"],
      ["y", "z"],
    ]);
  });
});
