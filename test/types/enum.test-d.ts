import { expectTypeOf, test } from "vitest";
import type { OptionType } from "../../src/model/option-type.ts";
import type { ValueOf } from "../../src/model/typed.ts";
import { enumType } from "../../src/types/enum.ts";

test("knows its members", () => {
  expectTypeOf(enumType(["debug", "info"])).toEqualTypeOf<OptionType<"debug" | "info">>();
  expectTypeOf(enumType([1, "auto", null, true])).toEqualTypeOf<OptionType<1 | "auto" | null | true>>();
  expectTypeOf<ValueOf<ReturnType<typeof enumType<[]>>>>().toBeNever();
});

test("knows members that are data", () => {
  const type = enumType([{ kind: "a" }, ["b"]]);
  expectTypeOf<ValueOf<typeof type>>().toEqualTypeOf<{ readonly kind: "a" } | readonly ["b"]>();
});

test("knows as much as its argument tells", () => {
  const levels = ["debug", "info"] as const;
  expectTypeOf(enumType(levels)).toEqualTypeOf<OptionType<"debug" | "info">>();
  const names: readonly string[] = levels;
  expectTypeOf(enumType(names)).toEqualTypeOf<OptionType<string>>();
});

test("takes a list", () => {
  // @ts-expect-error members stand in a list
  enumType("debug", "info");
});
