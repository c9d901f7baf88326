// What values and names are made of. The first of each pool are by far the most frequent.
import type { Path, Scalar } from "../description/description.ts";
import type { Choices } from "./choices.ts";

/** Paths of options, none of which leads through another. */
export const optionPaths: readonly Path[] = [
  ["a"],
  ["b"],
  ["n", "x"],
  ["c"],
  ["n", "y"],
  ["m", "k", "z"],
  ["d"],
  ["n", "o", "w"],
  ["e"],
  ["10"],
  ["constructor"],
  ["x y"],
  ["B"],
  ["9"],
];

/** Names that are declared nowhere. */
export const strangeNames: readonly string[] = ["q", "aa", "toString", "é", "if", ""];

const keys: readonly string[] = [
  "a",
  "b",
  "c",
  "10",
  "9",
  "x y",
  "é",
  "\u{1F600}",
  "\uE000",
  "__proto__",
  "constructor",
  "",
  "if",
];
const texts: readonly string[] = [
  "",
  "a",
  "b",
  "a\n",
  "x y",
  "10",
  '"',
  "\\n",
  "${x}",
  "é",
  "a:b",
  " ",
  "A\nb",
  "''",
  "\t",
];
const paths: readonly string[] = ["/", "/a", "/a/b"];
const numbers: readonly number[] = [0, 1, 2, -1, 300, 70000];
const floats: readonly number[] = [0.5, 1.25, -2.5];

export function generateKey(choices: Choices): string {
  return choices.pick(choices.chance(25) ? keys : keys.slice(0, 3));
}

export function generateText(choices: Choices): string {
  return choices.pick(choices.chance(30) ? texts : texts.slice(0, 3));
}

export function generatePath(choices: Choices): string {
  return choices.pick(paths);
}

export function generateInt(choices: Choices): number {
  return choices.pick(choices.chance(10) ? numbers : numbers.slice(0, 3));
}

export function generateFloat(choices: Choices): number {
  return choices.pick(floats);
}

/** Any scalar but a float, whose kind JavaScript cannot tell from an integer's. */
export function generateScalar(choices: Choices): Scalar {
  switch (choices.draw(4)) {
    case 0:
      return generateInt(choices);
    case 1:
      return generateText(choices);
    case 2:
      return choices.chance(50);
    default:
      return null;
  }
}
