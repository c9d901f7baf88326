import { describe, expect, test } from "vitest";
import { nested, parse, problem } from "./parse.ts";

test("every kind of value is read, by the core schema of YAML 1.2", () => {
  const text = [
    "text: plain",
    "quoted: 'it''s'",
    "numbers: [1, -2.5, 0x1F, 0o17, 1e3]",
    "words: [true, false, null, ~, yes, no, on, off]",
    "date: 2020-01-01",
    "time: 2020-01-01T10:00:00Z",
    "block: |",
    "  two",
    "  lines",
    "empty:",
    "list:",
    "  - a: 1",
    "    b: 2",
  ].join("\n");
  expect(parse("yaml", text)).toEqual({
    text: "plain",
    quoted: "it's",
    numbers: [1, -2.5, 31, 15, 1000],
    words: [true, false, null, null, "yes", "no", "on", "off"],
    date: "2020-01-01",
    time: "2020-01-01T10:00:00Z",
    block: "two\nlines\n",
    empty: null,
    list: [{ a: 1, b: 2 }],
  });
});

test("keys are strings, as they are written", () => {
  const value = parse("yaml", "8080: a\n0x10: b\ntrue: c\n'q': d\n1.50: e\n") as object;
  expect(new Set(Object.keys(value))).toEqual(new Set(["8080", "0x10", "true", "q", "1.50"]));
});

test("names that JavaScript gives to every object are keys like others, and pollute nothing", () => {
  const value = parse("yaml", "__proto__:\n  polluted: 1\nconstructor: 2\n") as object;
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("aliases repeat the value of their anchor", () => {
  const text = "base: &base { a: 1 }\nname: &name key\ncopy: *base\n*name : 2\nbase2: &base 3\ncopy2: *base\n";
  expect(parse("yaml", text)).toEqual({ base: { a: 1 }, name: "key", copy: { a: 1 }, key: 2, base2: 3, copy2: 3 });
});

test("an empty document is null", () => {
  expect(parse("yaml", "")).toBeNull();
  expect(parse("yaml", "# only a comment\n")).toBeNull();
});

test.each([
  ["a: 1\nb: [1,\n", "3:1"],
  ["a: b: c\n", "1:4"],
  ["a:\n\t- 1\n", "2:1"],
  ["a: 'open\n", "2:1"],
  ["a: *nowhere\n", "1:4"],
  ["a: !vault x\n", "1:4"],
  ["a: 1\n b: 2\n", "1:4"],
  ["a:\n  - !!binary aGVsbG8=\n", "2:5"],
  ["a: !!set {x, y}\n", "1:4"],
  ["a: !!omap [{x: 1}]\n", "1:4"],
  ["%YAML 1.1\n---\na: !!binary aGVsbG8=\n", "3:4"],
])("%j is a syntax error at %s", (text, at) => {
  expect(problem("yaml", text)).toMatchObject({ code: "syntax-error", at });
});

test.each([
  ["a: 1\nb:\n  c: 1\n  c: 2\n", "4:3"],
  ["1: a\n'1': b\n", "2:1"],
  ["{a: 1, a: 2}", "1:8"],
])("%j has a key twice, the second at %s", (text, at) => {
  expect(problem("yaml", text)).toMatchObject({ code: "duplicate-key", at });
});

test.each([
  ["a: 1\n---\nb: 2\n", "2:1"],
  ["a: 12345678901234567890\n", "1:4"],
  ["? [a]\n: 1\n", "1:3"],
  ["base: &b {a: 1}\nsite:\n  <<: *b\n", "3:3"],
  ["a: &x\n  b: *x\n", "2:6"],
])("%j says at %s what a configuration cannot hold", (text, at) => {
  expect(problem("yaml", text)).toMatchObject({ code: "data-not-representable", at });
});

test.each(["a: .nan\n", "a: -.inf\n"])("%j is no number that JSON could say", (text) => {
  expect(problem("yaml", text)).toMatchObject({ code: "data-not-representable", at: "1:4" });
});

test.each(["2020-01-01", "2001-12-14t21:59:43.10-05:00"])("the time %s is a string as it is written", (time) => {
  expect(parse("yaml", `a: ${time}\nb: !!timestamp ${time}\n`)).toEqual({ a: time, b: time });
});

test("tags of the core schema are known", () => {
  expect(parse("yaml", "a: !!str 5\nb: !!int '5'\nc: !!map {}\nd: !!seq []\n")).toEqual({ a: "5", b: 5, c: {}, d: [] });
});

test("a quoted << is a name", () => {
  expect(parse("yaml", "'<<': 1\n")).toEqual({ "<<": 1 });
});

test("aliases that grow exponentially are refused", () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let at = 1; at < 12; at += 1)
    lines.push(
      `a${at}: &a${at} [${Array(10)
        .fill(`*a${at - 1}`)
        .join(", ")}]`,
    );
  expect(problem("yaml", lines.join("\n"))).toMatchObject({ code: "data-not-representable" });
});

test("1,000 levels are read, in either style; more than 2,000 are an error", () => {
  expect(JSON.stringify(parse("yaml", nested(1000)))).toBe(nested(1000));
  const block = Array.from({ length: 1000 }, (_, at) => `${" ".repeat(at)}a:\n`).join("");
  expect(JSON.stringify(parse("yaml", `${block}${" ".repeat(1000)}1`))).toBe(nested(1000));
  expect(JSON.stringify(parse("yaml", `${"- ".repeat(1000)}1`))).toBe(`${"[".repeat(1000)}1${"]".repeat(1000)}`);
  expect(problem("yaml", nested(20_000))).toMatchObject({ code: "data-not-representable", at: "1:10001" });
});

test("what is deep down is read like everything else", () => {
  const deep = (inner: string): string => `${"{a: ".repeat(250)}${inner}${"}".repeat(250)}`;
  expect(problem("yaml", deep("{b: 1, b: 2}"))).toMatchObject({ code: "duplicate-key", at: "1:1008" });
  expect(problem("yaml", deep("{b: [1 }"))).toMatchObject({ code: "syntax-error" });
  const anchored = `${"{a: ".repeat(100)}&x {b: [*y]}${"}".repeat(100)}`;
  expect(JSON.stringify(parse("yaml", `y: &y 1\none: ${anchored}\ntwo: *x\n`))).toContain('"two":{"b":[1]}');
});

describe("a text of many lines, which is read in pieces,", () => {
  const sites = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `
  # number ${at}
  site${at}: ${at === 3 ? "&third" : ""}
    root: "/srv/${at}"   # its folder
    names: [a${at}, {b: ${at}}]
    aliases:
    - www${at}

    - text: |
        one

        two
    - *b
    - ? key
      : ${at > 3 ? "*third" : "1"}
    empty:
`,
    ).join("");
  const text = `# About.\n\nfirst: &b { x: 1 }\nsites: &all !!map\n${sites(2000)}\nlast:\n- *all\n- *b\n${"- x\n".repeat(5000)}end: 1`;

  test("gives what it gives as a whole", () => {
    // A directive keeps it in one piece.
    const whole = parse("yaml", `%YAML 1.2\n---\n${text}`) as { sites: Record<string, { names: unknown }> };
    expect(Object.keys(whole.sites)).toHaveLength(2000);
    expect(whole.sites["site1999"]?.names).toEqual(["a1999", { b: 1999 }]);
    expect(parse("yaml", text)).toEqual(whole);
    expect(parse("yaml", text.replaceAll("\n", "\r\n"))).toEqual(whole);
  });

  test.each([
    [`${text}\nsites: 1`, "duplicate-key"],
    [`first: &b 1\na:\n${sites(2000)}  site7: 1\n`, "duplicate-key"],
    [`first: &b 1\na:\n${sites(2000)}  b: [1\n`, "syntax-error"],
    [`first: &b 1\na:\n${sites(2000)}  b: *nowhere\n`, "syntax-error"],
    [`first: &b 1\na: &a\n${sites(2000)}  b: *a\n`, "data-not-representable"],
    [`first: &b 1\na: !!set\n${sites(2000)}`, "syntax-error"],
    [`first: &b 1\na:\n${sites(2000)}---\nb: 1\n`, "data-not-representable"],
  ])("has the same problem at the same place (%#)", (wrong, code) => {
    const found = problem("yaml", wrong);
    expect(found.code).toBe(code);
    const whole = problem("yaml", `%YAML 1.2\n---\n${wrong}`);
    expect({ ...whole, at: whole.at.replace(/^\d+/, (line) => String(Number(line) - 2)) }).toEqual(found);
  });

  test("counts what its aliases repeat", () => {
    const list = `a: &a\n${"- x\n".repeat(300_000)}`;
    expect(Object.keys(parse("yaml", `${list}b: [*a, *a]\n`) as object)).toEqual(["a", "b"]);
    expect(problem("yaml", `${list}b: [*a, *a, *a, *a]\n`)).toMatchObject({ code: "data-not-representable" });
  });
});

// The library compares every key of a mapping with every other: with that check, this text takes minutes.
test("a mapping with 100,000 keys is read", { timeout: 60_000 }, () => {
  const keys = Array.from({ length: 100_000 }, (_, at) => `site${at}: { root: /srv/${at} }`);
  expect(Object.keys(parse("yaml", keys.join("\n")) as object)).toHaveLength(100_000);
  expect(problem("yaml", [...keys, "site7: {}"].join("\n"))).toMatchObject({ code: "duplicate-key", at: "100001:1" });
});
