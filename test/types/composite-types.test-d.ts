// What TypeScript knows of composite types: what is read from an option, and what may be written.
import { expectTypeOf, test } from "vitest";
import { defineModule, defineSubmodule, mkForce, mkIf, mkOption } from "../../src/authoring/index.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import type { OptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";

test("types around another follow it", () => {
  expectTypeOf(types.listOf(types.int)).toEqualTypeOf<OptionType<readonly number[], readonly number[]>>();
  expectTypeOf(types.attrsOf(types.str)).toEqualTypeOf<
    OptionType<Readonly<Record<string, string>>, Readonly<Record<string, string>>>
  >();
  expectTypeOf(types.nullOr(types.int)).toEqualTypeOf<OptionType<number | null, number | null>>();
  expectTypeOf(types.uniq(types.int)).toEqualTypeOf<OptionType<number>>();
  expectTypeOf(types.unique({ message: "" }, types.int)).toEqualTypeOf<OptionType<number>>();
  expectTypeOf(types.addCheck(types.int, (value) => value > 1)).toEqualTypeOf<OptionType<number>>();
});

test("alternatives are unions", () => {
  expectTypeOf(types.either(types.int, types.str)).toEqualTypeOf<OptionType<number | string, number | string>>();
  expectTypeOf(types.oneOf([types.int, types.str, types.bool])).toEqualTypeOf<
    OptionType<number | string | boolean, number | string | boolean>
  >();
  const tagged = types.attrTag({ a: mkOption({ type: types.int }), b: mkOption({ type: types.str }) });
  expectTypeOf(tagged).toExtend<OptionType<{ readonly a: number } | { readonly b: string }>>();
});

test("coercion reads one type and takes two", () => {
  const type = types.coercedTo(types.int, (value) => String(value), types.str);
  expectTypeOf(type).toEqualTypeOf<OptionType<string, number | string>>();
});

test("a submodule is typed by its module, in each form", () => {
  type Expected = OptionType<{ readonly a: number }, { readonly a?: number }>;
  const options = { a: mkOption({ type: types.int }) };
  expectTypeOf(types.submodule(defineSubmodule({ options }))).toExtend<Expected>();
  expectTypeOf(types.submodule({ options })).toExtend<Expected>();
  expectTypeOf(types.submodule(({ name }) => ({ options, config: { a: name.length } }))).toExtend<Expected>();
  expectTypeOf(types.submodule([defineSubmodule({ options })])).toExtend<Expected>();
  expectTypeOf(types.submoduleWith({ modules: [defineSubmodule({ options })] })).toExtend<Expected>();
  expectTypeOf(types.submodule({ options, freeformType: types.attrsOf(types.str) })).toExtend<
    OptionType<{ readonly a: number; readonly [name: string]: unknown }, object>
  >();
});

test("definitions of composite options are checked, and may be lazy and have properties", () => {
  const site = defineSubmodule({ options: { root: mkOption({ type: types.str }) } });
  const module = defineModule({
    options: {
      sites: mkOption({ type: types.attrsOf(types.submodule(site)), default: {} }),
      ports: mkOption({ type: types.listOf(types.port), default: [] }),
      render: mkOption({ type: types.functionTo(types.str) }),
    },
  });
  const defined = module.config({
    sites: { web: { root: ({ config }) => `/srv/${config.ports.length}` }, off: mkIf(false, { root: "/" }) },
    ports: mkForce([80, ({ config }) => Object.keys(config.sites).length]),
    render: () => (title: string) => `<h1>${title}</h1>`,
  });
  const { config } = evalModules({ modules: [defined] });
  expectTypeOf(config.sites["web"]).toExtend<{ readonly root: string } | undefined>();
  expectTypeOf(config.ports).toEqualTypeOf<readonly number[]>();
  expectTypeOf(config.render("x")).toEqualTypeOf<string>();

  // @ts-expect-error a site has no such option
  module.config({ sites: { web: { rot: "/" } } });
  // @ts-expect-error a port is a number
  module.config({ ports: ["80"] });
  // @ts-expect-error what is read is read-only
  config.ports.push(1);
});
