import { expectTypeOf, test } from "vitest";
import { z } from "zod";
import type { OptionType } from "../../src/model/option-type.ts";
import type { ValueOf } from "../../src/model/typed.ts";
import { fromSchema } from "../../src/types/from-schema.ts";
import type { StandardSchema } from "../../src/types/standard-schema.ts";

test("reads the output and writes the input of a zod schema", () => {
  expectTypeOf(fromSchema(z.string())).toEqualTypeOf<OptionType<string, string>>();
  expectTypeOf(fromSchema(z.string().transform((text) => text.length))).toEqualTypeOf<OptionType<number, string>>();
  const site = fromSchema(z.object({ port: z.number(), host: z.string().default("localhost") }));
  expectTypeOf(site).toEqualTypeOf<
    OptionType<{ port: number; host: string }, { port: number; host?: string | undefined }>
  >();
  expectTypeOf<ValueOf<typeof site>>().toEqualTypeOf<{ port: number; host: string }>();
});

test("knows unions, literals and arrays", () => {
  expectTypeOf(fromSchema(z.union([z.literal("auto"), z.number()]))).toEqualTypeOf<OptionType<number | "auto">>();
  expectTypeOf(fromSchema(z.array(z.enum(["a", "b"])))).toEqualTypeOf<OptionType<("a" | "b")[]>>();
});

test("takes any Standard Schema", () => {
  const schema: StandardSchema<Date, bigint> = {
    "~standard": { version: 1, vendor: "handmade", validate: () => ({ value: 0n }) },
  };
  expectTypeOf(fromSchema(schema)).toEqualTypeOf<OptionType<bigint, Date>>();
});

test("takes nothing else", () => {
  // @ts-expect-error a function that validates is no schema
  fromSchema((value: unknown) => value === 1);
});
