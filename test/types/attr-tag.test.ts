import { describe, expect, test } from "vitest";
import { mkDefault, mkForce, mkIf, mkMerge, mkOption } from "../../src/authoring/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { attrTag } from "../../src/types/attr-tag.ts";
import { attrsOf } from "../../src/types/attrs-of.ts";
import { enumType } from "../../src/types/enum.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { str } from "../../src/types/str.ts";
import { submodule } from "../../src/types/submodule.ts";
import { argumentProblemOf, bomb, dataOf, problemOf, valueOf, valueOfBoth } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

const number = mkOption({ type: int });
const shape = attrTag({
  circle: number,
  "a-z": mkOption({ type: listOf(int) }),
  square: mkOption({ type: int, default: 4 }),
});

accepts(shape, [{ circle: 1 }, { circle: "not looked at" }, { square: 1, circle: undefined }]);
refuses(shape, [
  [{}, "it has no name, but takes exactly one"],
  [{ circle: 1, square: 2 }, "it has 2 names, but takes exactly one"],
  [{ cirle: 1 }, "`cirle` is none of its tags, did you mean `circle`?"],
  [{ constructor: 1 }, "`constructor` is none of its tags"],
  ["circle", null],
  [null, null],
]);

test("is described by its tags, sorted", () => {
  expect(shape.description).toBe("attribute-tagged union with choices: a-z, circle, square");
  expect(attrTag({ "a.b": number }).description).toBe('attribute-tagged union with choices: "a.b"');
});

describe("definitions", () => {
  test.each([
    ["choose a tag", [{ circle: 1 }], { circle: 1 }],
    ["of one tag are merged", [{ "a-z": [1] }, { "a-z": [2] }], { "a-z": [1, 2] }],
    ["have priorities inside", [{ circle: mkDefault(1) }, { circle: 2 }], { circle: 2 }],
    ["have several inside", [{ circle: mkMerge([1, mkForce(3)]) }], { circle: 3 }],
    ["may be lazy", [() => ({ circle: () => 1 })], { circle: 1 }],
    ["beat the tag's default", [{ square: 9 }], { square: 9 }],
    ["under a false condition leave the default", [{ square: mkIf(false, 9) }], { square: 4 }],
    ["as a whole may be forced to another tag", [{ circle: 1 }, mkForce({ square: 2 })], { square: 2 }],
  ])("%s", (_, definitions, expected) => {
    expect(dataOf(shape, ...definitions)).toEqual(expected);
  });

  test("must choose the same tag", () => {
    const [found] = diagnosticsOf(() => valueOf(shape, { circle: 1 }, { square: 2 }));
    expect(found).toMatchObject({ code: "different-tags", data: { tags: ["circle", "square"] } });
  });

  test("under a false condition alone choose a tag without a value", () => {
    const value = Object(valueOf(shape, { circle: mkIf(false, 1) }));
    expect(Object.keys(value)).toEqual(["circle"]);
    expect(diagnosticsOf(() => value.circle)[0]).toMatchObject({ code: "missing-value", path: ["option", "circle"] });
  });

  test("are checked under the name of the tag", () => {
    expect(problemOf(() => dataOf(shape, { circle: "x" }))).toBe("wrong-type at option.circle");
  });

  test("are not computed before they are read", () => {
    expect(Object.keys(Object(valueOf(shape, { circle: bomb })))).toEqual(["circle"]);
  });

  test("are necessary", () => {
    expect(diagnosticsOf(() => valueOf(shape))[0]?.code).toBe("missing-value");
  });
});

describe("attributes of a tag's option", () => {
  test("apply is applied", () => {
    const type = attrTag({ a: mkOption({ type: int, apply: (value) => value * 2 }) });
    expect(dataOf(type, { a: 4 })).toEqual({ a: 8 });
    expect(dataOf(attrTag({ a: mkOption({ type: int, apply: () => 5 }) }), { a: mkIf(false, 1) })).toEqual({ a: 5 });
    expect(
      dataOf(attrTag({ a: mkOption({ type: listOf(int), apply: (list) => list.length }) }), { a: mkIf(false, []) }),
    ).toEqual({ a: 0 });
    expect(diagnosticsOf(() => dataOf(attrTag({ a: mkOption({ type: int, apply: bomb }) }), { a: 1 }))[0]?.code).toBe(
      "value-threw",
    );
  });

  test("a default may be a function of the definition's arguments", () => {
    const type = attrTag({ a: mkOption({ type: str, default: ({ name }) => name }) });
    const module = { options: { x: mkOption({ type }) }, config: { x: { a: mkIf(false, "") } } };
    expect(dataOf(attrsOf(submodule(module)), { web: {} })).toEqual({ web: { x: { a: "web" } } });
  });

  test("readOnly takes one definition that holds", () => {
    const type = attrTag({
      a: mkOption({ type: int, readOnly: true }),
      b: mkOption({ type: int, readOnly: true, default: 1 }),
    });
    expect(dataOf(type, { a: 1 }, { a: mkIf(false, 2) })).toEqual({ a: 1 });
    expect(diagnosticsOf(() => valueOf(type, { a: 1 }, { a: 1 }))[0]).toMatchObject({
      code: "read-only",
      path: ["option", "a"],
    });
    expect(diagnosticsOf(() => valueOf(type, { b: 1 }))[0]?.code).toBe("read-only");
  });

  test("without a type, anything goes", () => {
    expect(dataOf(attrTag({ a: mkOption({}) }), { a: [1] }, { a: [2] })).toEqual({ a: [1, 2] });
  });
});

test("may contain itself", () => {
  const term: AnyOptionType = attrTag({ number, sum: mkOption({ type: () => listOf(term) }) });
  expect(term.description).toBe("attribute-tagged union with choices: number, sum");
  expect(term.nestedTypes["number"]).toBe(int);
  expect(dataOf(term, { sum: [{ number: 1 }, { sum: [] }] })).toEqual({ sum: [{ number: 1 }, { sum: [] }] });
  expect(term.typeMerge(attrTag({ other: number }))?.description).toContain("number, other, sum");
});

describe("declared twice", () => {
  test("the alternatives add up, those of both must agree", () => {
    const left = attrTag({ a: mkOption({ type: enumType(["x"]) }), b: number });
    const right = attrTag({ a: mkOption({ type: enumType(["y"]), default: "y" }), c: number });
    expect(valueOfBoth([left, right], { c: 1 })).toEqual({ c: 1 });
    expect(valueOfBoth([left, right], { a: "x" })).toEqual({ a: "x" });
    expect(valueOfBoth([left, right], { a: mkIf(false, "x") })).toEqual({ a: "y" });
    expect(left.typeMerge(attrTag({ a: mkOption({ type: str }) }))).toBeNull();
    expect(left.typeMerge(int)).toBeNull();
  });

  test("of attributes of one tag at most one declaration may give each", () => {
    const one = attrTag({ a: mkOption({ type: int, description: "A" }) });
    expect(one.typeMerge(attrTag({ a: mkOption({ type: int, description: "A" }) }))).toBeNull();
    expect(one.typeMerge(attrTag({ a: mkOption({ type: int, default: 1 }) }))).not.toBeNull();
  });

  test("lazy types are merged when they are needed", () => {
    const left = attrTag({ a: mkOption({ type: () => enumType(["x"]) }) });
    const right = attrTag({ a: mkOption({ type: enumType(["y"]) }) });
    expect(valueOfBoth([left, right], { a: "y" })).toEqual({ a: "y" });
    const wrong = attrTag({ a: mkOption({ type: str }) });
    expect(diagnosticsOf(() => valueOfBoth([left, wrong], { a: "y" }))[0]?.code).toBe("incompatible-declarations");
  });
});

test.each([
  ["a bare type", int, "is a bare type"],
  ["something else", { type: int }, "is none"],
])("a tag that is %s is refused", (_, tag, found) => {
  // The cast: what TypeScript would refuse.
  expect(argumentProblemOf(() => attrTag({ a: tag as never }))).toBe(
    `attrTag: each tag must be an option, made by \`mkOption\`, but \`a\` ${found}`,
  );
});

test("documentation sees its alternatives as options", () => {
  expect(shape.submodule?.modules).toHaveLength(1);
});
