// Edits change what they are for, and nothing else.
import { MagicString } from "magic-string";
import { assert, nat, property, string } from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../src/source/apply-edits.ts";
import type { TextEdit } from "../../src/source/script-source.ts";

const edit = (start: number, end: number, text: string): TextEdit => ({ start, end, text });

test.each<readonly [readonly (readonly TextEdit[])[], string, readonly boolean[]]>([
  [[], "abcdef", []],
  [[[edit(1, 2, "X")]], "aXcdef", [true]],
  [[[edit(1, 3, "")], [edit(3, 3, "X")]], "aXdef", [true, true]],
  // The same edit may belong to several groups.
  [
    [
      [edit(0, 0, "i"), edit(1, 2, "X")],
      [edit(0, 0, "i"), edit(4, 5, "Y")],
    ],
    "iaXcdYf",
    [true, true],
  ],
  // A group stands or falls as a whole.
  [[[edit(1, 4, "X")], [edit(3, 5, "Y"), edit(5, 6, "Z")]], "aXef", [true, false]],
])("%#", (groups, text, applied) => {
  expect(applyEdits(MagicString, "abcdef", groups)).toEqual({ text, applied });
});

test("what no edit is for stays, whatever it is", () => {
  const texts = string({ unit: "binary", minLength: 1, maxLength: 40 });
  assert(
    property(texts, nat(), nat(), string(), (text, left, right, replacement) => {
      const [start = 0, end = 0] = [left % (text.length + 1), right % (text.length + 1)].toSorted((a, b) => a - b);
      const { text: changed } = applyEdits(MagicString, text, [[edit(start, end, replacement)]]);
      expect(changed).toBe(text.slice(0, start) + replacement + text.slice(end));
    }),
  );
});
