import { expectTypeOf, test } from "vitest";
import type { OptionType } from "../../src/model/option-type.ts";
import type { Def } from "../../src/model/typed.ts";
import type { JsonValue, TomlValue } from "../../src/types/serializable-value.ts";
import { json, serializableValueWith, toml } from "../../src/types/serializable-value.ts";

interface Args {
  readonly config: { readonly port: number };
}

test("has null where the format has one", () => {
  expectTypeOf(json).toEqualTypeOf<OptionType<JsonValue>>();
  expectTypeOf(toml).toEqualTypeOf<OptionType<TomlValue>>();
  expectTypeOf(serializableValueWith({ typeName: "INI", nullable: false })).toEqualTypeOf<OptionType<TomlValue>>();
  expectTypeOf(serializableValueWith({ typeName: "YAML" })).toEqualTypeOf<OptionType<JsonValue>>();
  expectTypeOf<null>().toExtend<JsonValue>();
  expectTypeOf<null>().not.toExtend<TomlValue>();
});

test("is data at any depth", () => {
  expectTypeOf<{ readonly a: readonly [1, { readonly b: null }] }>().toExtend<JsonValue>();
  expectTypeOf<{ readonly a: readonly [null] }>().not.toExtend<TomlValue>();
  expectTypeOf<{ readonly a: Date }>().not.toExtend<JsonValue>();
  expectTypeOf<() => 1>().not.toExtend<JsonValue>();
});

test("takes lazy values at any depth in definitions", () => {
  const definition: Def<JsonValue, Args> = {
    port: ({ config }) => config.port,
    list: [1, ({ config }) => [config.port, () => null]],
  };
  expectTypeOf(definition).not.toBeNever();
  // @ts-expect-error a date is no data
  const wrong: Def<JsonValue, Args> = { a: () => [new Date(0)] };
  expectTypeOf(wrong).not.toBeNever();
});
