// option/placeholder-description: a description says something that the name does not.
import { literalMD, mkEnableOption, types } from "confix";
import { expect, test } from "vitest";
import { bomb, judge, option } from "../judge.ts";

const rule = "option/placeholder-description";

function why(description: unknown): unknown {
  const options = { web: { openFirewall: option({ type: types.bool, description }) } };
  return judge(rule, options)[0]?.data["why"] ?? null;
}

test.each([
  ["", "empty"],
  ["  \n", "empty"],
  ["TODO", "placeholder"],
  ["todo", "placeholder"],
  ["TODO: describe", "placeholder"],
  ["The ports. TODO", "placeholder"],
  ["FIXME.", "placeholder"],
  ["...", "placeholder"],
  ["-", "placeholder"],
  ["Description", "placeholder"],
  ["N/A", "placeholder"],
  ["Lorem ipsum dolor.", "placeholder"],
  ["openFirewall", "name"],
  ["Open firewall.", "name"],
  ["`web.openFirewall`", "name"],
  ["Whether to enable Whether to enable it.", "doubled"],
  ["Whether to enable whether the firewall is open.", "doubled"],
  ["Whether to enable.", "placeholder"],
  ["Whether the firewall lets connections through.", null],
  ["The todo list of the server.", null],
  ["Whether to enable the open firewall.", null],
  ["説明。", null],
])("%j", (description, expected) => {
  expect(why(description)).toBe(expected);
  expect(why(literalMD(description))).toBe(expected);
});

test("a computed description is not judged", () => {
  expect(why(bomb)).toBe(null);
});

test("what mkEnableOption makes of a text that begins with its own words", () => {
  const found = judge(rule, { a: mkEnableOption("Whether to enable the server"), b: mkEnableOption("the server") });
  expect(found.map(({ path }) => path)).toEqual([["a"]]);
});
