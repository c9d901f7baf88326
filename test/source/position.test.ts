import { expect, test } from "vitest";
import { positionAt } from "../../src/source/position.ts";

test.each([
  ["", 0, 1, 1],
  ["abc", 2, 1, 3],
  ["a\nb", 2, 2, 1],
  ["a\r\nb", 3, 2, 1],
  ["a\r\nb", 1, 1, 2],
  ["a\rb", 2, 2, 1],
  ["a\n\nb", 3, 3, 1],
  ["ä\u{1f600}b", 3, 1, 4],
])("in %j the offset %i is line %i, column %i", (text, offset, line, column) => {
  expect(positionAt(text, offset)).toEqual({ line, column });
});
