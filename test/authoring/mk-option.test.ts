// mkOption and the options made by it: what they keep, and what they refuse.
import { mkEnableOption, mkOption, types } from "confix";
import { describe, expect, test } from "vitest";
import { catalog } from "../../src/diagnostics/catalog.ts";
import { helpOf, messageOf } from "../../src/diagnostics/render-text.ts";
import { attributeKinds } from "../../src/model/option-attributes.ts";
import { isOption } from "../../src/model/option.ts";
import { dataOf, evaluate } from "../evaluate/evaluation.ts";
import { diagnosticOf } from "../evaluate/problems.ts";

/** What is wrong with attributes that TypeScript would refuse too. */
function refusal(attributes: object): { readonly message: string; readonly help: string | null } {
  const diagnostic = diagnosticOf(() => mkOption(attributes));
  expect(diagnostic.code).toBe("bad-option-attribute");
  return { message: messageOf(diagnostic), help: helpOf(diagnostic) };
}

describe("mkOption", () => {
  test("keeps its attributes, frozen and branded", () => {
    const option = mkOption({ type: types.int, default: 1, description: "A number." });
    expect(isOption(option)).toBe(true);
    expect(Object.isFrozen(option)).toBe(true);
    expect({ ...option }).toMatchObject({ type: types.int, default: 1, description: "A number." });
  });

  test("takes no attributes at all", () => {
    expect(Object.keys(mkOption())).toEqual([]);
    expect(Object.keys(mkOption({}))).toEqual([]);
  });

  test("takes an attribute that is undefined for absent, and one that is null for given", () => {
    expect(Object.keys(mkOption({ type: types.int, default: undefined }))).toEqual(["type"]);
    expect(Object.keys(mkOption({ type: types.nullOr(types.int), default: null }))).toEqual(["type", "default"]);
  });

  test("computes nothing: a lazy default is kept as a function", () => {
    const option = mkOption({ type: types.int, default: () => expect.fail("called") });
    expect(option.default).toBeTypeOf("function");
  });

  test("refuses an attribute that does not exist, and suggests the one that was probably meant", () => {
    expect(refusal({ descripton: "x" }).help).toBe("did you mean `description`?");
    expect(refusal({ mandatory: true })).toEqual({ message: expect.stringContaining("`mandatory`"), help: null });
  });

  test("refuses a type that is undefined: the option would take anything", () => {
    expect(refusal({ type: undefined }).message).toBe(
      "The attribute `type` of `mkOption` must be an option type, such as `types.str`, but is `undefined` (a misspelt name?).",
    );
  });

  test("an attribute that is undefined must exist all the same", () => {
    expect(refusal({ defualt: undefined }).help).toBe("did you mean `default`?");
  });

  test.each([
    ["type", "str"],
    ["type", { name: "str" }],
    ["apply", "toString"],
    ["internal", 1],
    ["visible", "deep"],
    ["readOnly", "no"],
    ["obsolete", 0],
    ["findings", []],
  ])("refuses %s: %j", (attribute, value) => {
    expect(refusal({ [attribute]: value }).message).toContain(`\`${attribute}\``);
  });

  test.each([true, false, "shallow", "transparent"] as const)("takes visible: %j", (visible) => {
    expect(mkOption({ visible }).visible).toBe(visible);
  });

  test("the explanation names every attribute", () => {
    const { explanation } = catalog["bad-option-attribute"];
    expect([...attributeKinds.keys()].filter((name) => !explanation.includes(`\`${name}\``))).toEqual([]);
  });

  test("refuses what is no set of attributes", () => {
    expect(refusal([]).message).toContain("an object");
  });
});

describe("mkEnableOption", () => {
  test("is a boolean that is false until somebody defines it", () => {
    const options = { on: mkEnableOption("the web server"), off: mkEnableOption("the mail server") };
    expect(dataOf(evaluate({ options }, { on: true }))).toEqual({ on: true, off: false });
  });

  test("says what it enables", () => {
    expect(mkEnableOption("the web server").description).toBe("Whether to enable the web server.");
    expect(mkEnableOption("the web server").example).toBe(true);
  });
});
