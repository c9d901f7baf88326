// POSIX character classes, which JavaScript's regular expressions do not have, and what to write instead.

// As in the C locale; `_` and beyond are left to the author. Each stands inside brackets.
const classes: Readonly<Record<string, string>> = {
  alnum: "a-zA-Z0-9",
  alpha: "a-zA-Z",
  blank: " \\t",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\s",
  upper: "A-Z",
  xdigit: "0-9a-fA-F",
};

const names = Object.keys(classes).join("|");

/** The pattern with its POSIX classes written in JavaScript, or null if it has none. */
export function replacePosixClasses(pattern: string): string | null {
  const replaced = pattern.replaceAll(bracketExpression, (whole) =>
    whole.replaceAll(new RegExp(`\\[:(${names}):\\]`, "g"), (_class, name: string) => classes[name] ?? ""),
  );
  return replaced === pattern ? null : replaced;
}

// A bracket expression with at least one class in it. An escaped bracket opens none.
const bracketExpression = new RegExp(
  `(?<!\\\\)\\[\\^?(?:[^\\]\\[\\\\]|\\\\.)*(?:\\[:(?:${names}):\\](?:[^\\]\\[\\\\]|\\\\.)*)+\\]`,
  "gs",
);
