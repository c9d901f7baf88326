// option/rename-overdue: old names of options go when everybody knows the new ones.
import { lint, mkOption, mkRenamedOptionModule, mkRenamedOptionModuleWith, types } from "confix";
import { expect, test } from "vitest";

const target = { options: { b: mkOption({ type: types.str, description: "What it is." }) } };

function findings(sinceRelease: number, oldestSupportedRelease?: number): readonly unknown[] {
  const dates = { sinceRelease, ...(oldestSupportedRelease !== undefined && { oldestSupportedRelease }) };
  const found = lint([target, mkRenamedOptionModuleWith({ from: ["old", "a"], to: ["b"], ...dates })]);
  return found.map(({ code, path, data }) => [code, path, data]);
}

test("is found when the oldest release in use is younger than the new name", () => {
  expect(findings(2211, 2405)).toEqual([["option/rename-overdue", ["old", "a"], { since: 2211, oldest: 2405 }]]);
});

test("is not found before, and not without dates", () => {
  expect(findings(2405, 2405)).toEqual([]);
  expect(findings(2405, 2311)).toEqual([]);
  expect(findings(2211)).toEqual([]);
  expect(lint([target, mkRenamedOptionModule(["a"], ["b"])])).toEqual([]);
});
