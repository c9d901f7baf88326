// Descriptions of types within types, against what nixpkgs says of the same types.
import { describe, expect, test } from "vitest";
import { mkForce } from "../../src/authoring/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { attrs } from "../../src/types/attrs.ts";
import {
  addCheck,
  attrListOf,
  attrsOf,
  coercedTo,
  deferredModule,
  either,
  functionTo,
  lazyAttrsOf,
  listOf,
  nonEmptyListOf,
  nullOr,
  submodule,
  submoduleWith,
  uniq,
} from "../../src/types/composite-types.ts";
import { enumType } from "../../src/types/enum.ts";
import { int } from "../../src/types/int.ts";
import { ints } from "../../src/types/ints.ts";
import { number } from "../../src/types/number.ts";
import { str } from "../../src/types/str.ts";
import descriptions from "./descriptions.json" with { type: "json" };

const leaves: Readonly<Record<string, AnyOptionType>> = {
  attrs,
  between: ints.between(1, 2),
  enum1: enumType(["a"]),
  enum2: enumType(["a", "b"]),
  int,
  module: deferredModule,
  num: number,
  pos: ints.positive,
  str,
  sub: submodule({}),
};

const wrappers: Readonly<Record<string, (type: AnyOptionType) => AnyOptionType>> = {
  add: (type) => addCheck(type, () => true),
  attrListOf,
  attrsOf,
  coerced: (type) => coercedTo(int, String, type),
  eitherStr: (type) => either(type, str),
  functionTo,
  lazyAttrsOf,
  listOf,
  nonEmptyListOf,
  nullOr,
  open: (type) => submodule({ freeformType: type }),
  strEither: (type) => either(str, type),
  uniq,
};

function typeOf(expression: string): AnyOptionType {
  const [outer = "", inner = ""] = expression.split(/[()]/u);
  const content = leaves[inner] ?? wrappers[inner]?.(int);
  const type = content === undefined ? undefined : wrappers[outer]?.(content);
  if (type === undefined) throw new Error(`the table names an unknown type: ${expression}`);
  return type;
}

test.each(Object.entries(descriptions))("%s is %s", (expression, description) => {
  expect(typeOf(expression).description).toBe(description);
});

describe("a submodule whose modules bring several freeform types", () => {
  const a = { freeformType: enumType(["a"]) };
  const b = { freeformType: enumType(["b"]) };

  test("is described by what they agree on", () => {
    const agreed = 'open submodule of (one of "b", "a")';
    expect(submoduleWith({ modules: [a, b] }).description).toBe(agreed);
    expect(submodule({ imports: [a, b] }).description).toBe(agreed);
    // One module is there once, and agrees with itself.
    expect(submodule({ imports: [a, { imports: [a] }] }).description).toBe(
      'open submodule of value "a" (singular enum)',
    );
  });

  test.each([
    ["the types contradict each other", [a, { freeformType: int }]],
    ["one has a priority", [a, { freeformType: mkForce(enumType(["b"])) }]],
    ["a module may be disabled", [a, { disabledModules: [a] }]],
  ])("is plainly one where %s", (_, modules) => {
    expect(submoduleWith({ modules }).description).toBe("submodule");
  });
});
