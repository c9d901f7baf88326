import { expect, test } from "vitest";
import { replacePosixClasses } from "../../src/types/posix-classes.ts";

const ascii = Array.from({ length: 127 }, (_, at) => String.fromCodePoint(at + 1));
const digits = "0123456789";
const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = upper.toLowerCase();
const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

// Which of the characters 1 to 127 Nix 2.8 finds in each class.
test.each([
  ["alnum", digits + upper + lower],
  ["alpha", upper + lower],
  ["blank", "\t "],
  ["cntrl", `${ascii.slice(0, 31).join("")}\u007F`],
  ["digit", digits],
  ["graph", digits + upper + lower + punctuation],
  ["lower", lower],
  ["print", ` ${digits}${upper}${lower}${punctuation}`],
  ["punct", punctuation],
  ["space", "\t\n\u000B\u000C\r "],
  ["upper", upper],
  ["xdigit", `${digits}ABCDEFabcdef`],
])("[:%s:] holds what POSIX says", (name, members) => {
  const replaced = replacePosixClasses(`[[:${name}:]]`);
  const expression = new RegExp(`^${replaced}$`, "su");
  const found = ascii.filter((character) => expression.test(character));
  expect(found).toStrictEqual([...members].sort());
});

test.each([
  ["[[:alpha:]]+", "[a-zA-Z]+"],
  ["[^[:digit:]_]x", "[^0-9_]x"],
  ["[_[:upper:]-][[:lower:][:digit:]]*", "[_A-Z-][a-z0-9]*"],
  ["(\\[)[[:digit:]]", "(\\[)[0-9]"],
])("%s is written %s", (pattern, replaced) => {
  expect(replacePosixClasses(pattern)).toBe(replaced);
});

test.each(["[a-z]+", "a:digit:b", "[:digit:]", "\\[[:digit:]", "[[:nonsense:]]", "", "[]", "[:]"])(
  "%j has no class",
  (pattern) => {
    expect(replacePosixClasses(pattern)).toBeNull();
  },
);
