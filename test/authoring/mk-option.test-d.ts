// What TypeScript infers of an option and rejects in its attributes.
import { mkDefault, mkForce, mkIf, mkMerge, mkOption, type Option, types } from "confix";
import { describe, expectTypeOf, test } from "vitest";

describe("the type of an option", () => {
  test("is that of its type", () => {
    expectTypeOf(mkOption({ type: types.str })).toEqualTypeOf<Option<string>>();
    expectTypeOf(mkOption({ type: types.listOf(types.int) })).toEqualTypeOf<Option<readonly number[]>>();
    expectTypeOf(mkOption({ type: types.str, default: "x", description: "y" })).toEqualTypeOf<Option<string>>();
  });

  test("is that of a type that is computed", () => {
    expectTypeOf(mkOption({ type: ({ config }) => (config.strict ? types.str : types.nonEmptyStr) })).toEqualTypeOf<
      Option<string>
    >();
  });

  test("is unknown without a type", () => {
    expectTypeOf(mkOption()).toEqualTypeOf<Option<unknown>>();
    expectTypeOf(mkOption({ default: 1 })).toEqualTypeOf<Option<unknown>>();
  });

  test("is what `apply` returns, but what one writes stays", () => {
    const option = mkOption({ type: types.str, apply: (text) => text.length });
    expectTypeOf(option).toEqualTypeOf<Option<number, string>>();
    expectTypeOf(mkOption({ type: types.str, apply: () => null })).toEqualTypeOf<Option<null, string>>();
  });

  test("reads what was coerced, and takes what is coerced as well", () => {
    const option = mkOption({ type: types.coercedTo(types.int, (n) => n.toFixed(), types.str), default: 1 });
    expectTypeOf(option).toEqualTypeOf<Option<string, number | string>>();
    // @ts-expect-error neither of the two
    mkOption({ type: types.coercedTo(types.int, (n) => n.toFixed(), types.str), default: true });
  });
});

describe("the default", () => {
  test("may be a function of the module arguments", () => {
    mkOption({ type: types.str, default: ({ config, name, modulesPath }) => config.a.b + name + modulesPath });
  });

  test("may be a property, and hold functions and properties", () => {
    mkOption({ type: types.int, default: mkForce(1) });
    mkOption({ type: types.listOf(types.str), default: mkMerge([["a"], [({ name }) => name], mkIf(true, ["b"])]) });
  });

  test("holds properties anywhere if it is a function that takes the arguments", () => {
    mkOption({ type: types.listOf(types.str), default: (_args) => [mkDefault("a"), mkForce(({ name }) => name)] });
    // @ts-expect-error a wrong value in a property
    mkOption({ type: types.listOf(types.str), default: (_args) => [mkDefault(1)] });
  });

  test("must be of the type", () => {
    // @ts-expect-error a string for a number
    mkOption({ type: types.int, default: "1" });
    // @ts-expect-error returned by a function
    mkOption({ type: types.int, default: () => "1" });
    // @ts-expect-error no member of the enum: the default does not widen it
    mkOption({ type: types.enum(["a", "b"]), default: "c" });
    // @ts-expect-error with `apply`, still what one writes
    mkOption({ type: types.str, default: 1, apply: (text) => text.length });
  });

  test("of submodules may be partial", () => {
    const site = { options: { root: mkOption({ type: types.str }), tls: mkOption({ type: types.bool }) } };
    mkOption({ type: types.submodule(site), default: { tls: true } });
    mkOption({ type: types.attrsOf(types.submodule(site)), default: { a: {}, b: { root: ({ name }) => name } } });
    // @ts-expect-error a wrong value in it
    mkOption({ type: types.submodule(site), default: { tls: "yes" } });
    // @ts-expect-error a misspelt name in it
    mkOption({ type: types.submodule(site), default: { tsl: true } });
  });
});

test("`findings` take the final value", () => {
  mkOption({
    type: types.str,
    apply: (text) => text.length,
    findings: (length) => {
      expectTypeOf(length).toEqualTypeOf<number>();
      return [];
    },
  });
  // @ts-expect-error no finding
  mkOption({ type: types.str, findings: () => ["wrong"] });
});

test("a misspelt attribute is rejected", () => {
  // @ts-expect-error a misspelt attribute
  mkOption({ type: types.str, descripton: "x" });
  // @ts-expect-error a value it cannot have
  mkOption({ type: types.str, visible: "deep" });
  // @ts-expect-error a constructor in place of a type
  mkOption({ type: String });
});
