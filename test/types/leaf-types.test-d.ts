import { expectTypeOf, test } from "vitest";
import type { ValueOf } from "../../src/model/typed.ts";
import * as leaf from "../../src/types/leaf-types.ts";

type Value<N extends keyof typeof leaf> = ValueOf<(typeof leaf)[N]>;

test("what one reads from types without parameters", () => {
  expectTypeOf<Value<"bool" | "boolByOr">>().toEqualTypeOf<boolean>();
  expectTypeOf<Value<"int" | "float" | "number" | "port">>().toEqualTypeOf<number>();
  expectTypeOf<Value<"str" | "nonEmptyStr" | "singleLineStr" | "path" | "lines">>().toEqualTypeOf<string>();
  expectTypeOf<Value<"raw" | "unspecified">>().toBeUnknown();
  expectTypeOf<Value<"attrs" | "packageSet" | "nixpkgsConfig">>().toEqualTypeOf<Readonly<Record<string, unknown>>>();
});

test("a package is a path, or data with a type and a name", () => {
  expectTypeOf<"/opt/hello">().toExtend<Value<"packageType">>();
  expectTypeOf<{ readonly type: "derivation"; readonly name: string }>().toExtend<Value<"packageType">>();
  expectTypeOf<{ readonly name: string }>().not.toExtend<Value<"packageType">>();
});

test("passwdEntry is what its entry is", () => {
  expectTypeOf(leaf.passwdEntry(leaf.enumType(["a", "b"]))).toEqualTypeOf(leaf.enumType(["a", "b"]));
});
