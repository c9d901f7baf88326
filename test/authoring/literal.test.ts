// Text for documentation that stands for itself.
import { literalCode, literalExample, literalExpression, literalMD } from "confix";
import { expect, test } from "vitest";
import { problemOf } from "../evaluate/problems.ts";

test("is marked as code or as Markdown, and frozen", () => {
  expect(literalExpression("pkgs.hello")).toEqual({ _type: "literalExpression", text: "pkgs.hello" });
  expect(literalMD("*see there*")).toEqual({ _type: "literalMD", text: "*see there*" });
  expect(Object.isFrozen(literalMD(""))).toBe(true);
});

test("literalExample is the old name of literalExpression", () => {
  expect(literalExample("1")).toEqual(literalExpression("1"));
});

test("literalCode is Markdown with code of a language", () => {
  expect(literalCode("toml", "a = 1")).toEqual(literalMD("```toml\na = 1\n```"));
  // The casts: TypeScript would refuse them as well.
  expect(problemOf(() => literalCode(1 as unknown as string, "")).code).toBe("bad-argument");
  expect(problemOf(() => literalCode("nix", 1 as unknown as string)).code).toBe("bad-argument");
});

test.each([literalExpression, literalExample, literalMD])("takes nothing but a string", (literal) => {
  // The cast: TypeScript would refuse it as well.
  expect(problemOf(() => literal(1 as unknown as string)).code).toBe("bad-argument");
});
