import { expectTypeOf, test } from "vitest";
import type { OptionType } from "../../src/model/option-type.ts";
import { strMatching } from "../../src/types/str-matching.ts";

test("is a string, however the pattern is written", () => {
  expectTypeOf(strMatching("[a-z]+")).toEqualTypeOf<OptionType<string>>();
  expectTypeOf(strMatching(/[a-z]+/i)).toEqualTypeOf<OptionType<string>>();
});

test("takes a string or a RegExp", () => {
  // @ts-expect-error a list of patterns is none
  strMatching(["a", "b"]);
});
