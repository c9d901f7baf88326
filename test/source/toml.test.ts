import { expect, test } from "vitest";
import { parse, problem } from "./parse.ts";

test("every kind of value is read; dates become strings", () => {
  const text = [
    'text = "x"',
    "numbers = [1, -2.5, 0x1f]",
    "yes = true",
    "instant = 2020-01-01T10:00:00Z",
    "offset = 2020-01-01T10:00:00.5+02:00",
    "local = 2020-01-01T10:00:00",
    "date = 2020-01-01",
    "time = 10:00:00",
    "[table.sub]",
    "a = 1",
    "[[list]]",
    "b = 1",
    "[[list]]",
    "b = 2",
  ].join("\n");
  expect(parse("toml", text)).toEqual({
    text: "x",
    numbers: [1, -2.5, 31],
    yes: true,
    instant: "2020-01-01T10:00:00Z",
    offset: "2020-01-01T10:00:00.500+02:00",
    local: "2020-01-01T10:00:00",
    date: "2020-01-01",
    time: "10:00:00",
    table: { sub: { a: 1 } },
    list: [{ b: 1 }, { b: 2 }],
  });
});

test("names that JavaScript gives to every object are keys like others, and pollute nothing", () => {
  const value = parse("toml", "__proto__.polluted = 1\nconstructor = 2\n10 = 3\n") as object;
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(new Set(Object.keys(value))).toEqual(new Set(["10", "__proto__", "constructor"]));
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test.each([
  ["a = 1\nb = \n", "2:5"],
  ["a = 1\na = 2\n", "2:1"],
  ["[x]\na = 1\n[x]\n", "3:2"],
  ["a = [1,\n", "2:1"],
])("%j is a syntax error at %s", (text, at) => {
  expect(problem("toml", text)).toMatchObject({ code: "syntax-error", at });
});

test("the sentence has the library's reason, and not its picture of the place", () => {
  expect(problem("toml", "a = \n").message).toBe("This is not correct TOML: invalid value.");
});

test("an integer that a number cannot hold is an error", () => {
  expect(problem("toml", "a = 9007199254740993\n")).toMatchObject({ code: "data-not-representable" });
});

test.each(["nan", "-inf"])("%s is no number that JSON could say", (number) => {
  expect(problem("toml", `a = ${number}\n`)).toMatchObject({ code: "data-not-representable" });
});

test("1,000 levels are read", () => {
  const text = `a = ${"[".repeat(1000)}${"]".repeat(1000)}\n`;
  expect(JSON.stringify(parse("toml", text))).toBe(`{"a":${"[".repeat(1000)}${"]".repeat(1000)}}`);
});
