// What TypeScript knows where a freeform type lets any name be defined: which names, at which level, and their values.
import { defineModule, defineSubmodule, evalModules, mkBefore, mkForce, mkIf, mkMerge, mkOption, types } from "confix";
import { describe, expectTypeOf, test } from "vitest";

const options = {
  web: { port: mkOption({ type: types.str }) },
  flag: mkOption({ type: types.bool }),
  list: mkOption({ type: types.listOf(types.str) }),
};

const open = defineSubmodule({ freeformType: types.attrsOf(types.attrsOf(types.int)), options });

describe("sets of numbers, in a module", () => {
  test("are accepted beside declared names and below a declared set", () => {
    open.config({ other: { a: 1 }, web: { port: "x", foo: 1 }, flag: true });
    open.config({ web: mkForce({ port: mkForce("x"), foo: ({ config }) => config.web.port.length }) });
    open.config({ other: mkMerge([{ a: mkIf(true, 1) }, ({ config, name }) => ({ [name]: config.list.length })]) });
    open.config(
      mkIf(({ config }) => config.flag, {
        web: mkForce({ port: mkForce("x"), foo: mkIf(({ config }) => config.flag, 1) }),
        list: mkBefore([() => "x"]),
      }),
    );
  });

  test("are read, and declared names keep their own type", () => {
    open.config({
      web: ({ config }) => {
        expectTypeOf(config["other"]).toEqualTypeOf<Readonly<Record<string, number>> | undefined>();
        expectTypeOf(config.web["foo"]).toEqualTypeOf<number | undefined>();
        expectTypeOf(config.web.port).toEqualTypeOf<string>();
        expectTypeOf(config.flag).toEqualTypeOf<boolean>();
        return { foo: config.web["foo"] ?? 1 };
      },
    });
  });

  test("must be sets of numbers", () => {
    // @ts-expect-error a number for a set
    open.config({ other: 1 });
    // @ts-expect-error in a property
    open.config({ other: mkForce(1) });
    // @ts-expect-error in a property in a property
    open.config(mkIf(true, { other: mkForce(1) }));
    // @ts-expect-error returned by a function
    open.config({ other: () => 1 });
    // @ts-expect-error a wrong value in the set
    open.config({ other: { a: null } });
    // @ts-expect-error a wrong value below a declared set
    open.config({ web: { port: "x", foo: null } });
    // @ts-expect-error the same in a property
    open.config({ web: mkForce({ port: "x", foo: mkForce(null) }) });
    // @ts-expect-error a number that is read is no string
    open.config({ list: [({ config }) => config.web["foo"]] });
  });

  test("do not loosen what is declared", () => {
    // @ts-expect-error a number for a string
    open.config({ web: { port: 1 } });
    // @ts-expect-error a number for a boolean
    open.config({ flag: 1 });
    // @ts-expect-error in a property
    open.config({ flag: mkForce({ a: 1 }) });
  });
});

describe("sets of numbers, in a submodule", () => {
  const freeformType = types.attrsOf(types.attrsOf(types.int));
  const host = defineModule({
    options: {
      made: mkOption({ type: types.submodule(open) }),
      inPlace: mkOption({ type: types.submodule({ freeformType, options }) }),
      several: mkOption({ type: types.attrsOf(types.submodule([{ freeformType, options }])) }),
      port: mkOption({ type: types.int }),
    },
  });

  test("are accepted beside declared names and below a declared set", () => {
    host.config({ made: { other: { a: 1 }, web: { port: "x", foo: 1 }, flag: mkForce(true) } });
    host.config({ inPlace: { other: { a: 1 }, web: mkForce({ port: "x", foo: mkForce(1) }) } });
    host.config({ several: { a: { other: { a: 1 }, web: mkIf(true, { foo: ({ config }) => config.port }) } } });
  });

  test("are read", () => {
    host.config({
      port: ({ config }) => {
        expectTypeOf(config.made.web["foo"]).toEqualTypeOf<number | undefined>();
        expectTypeOf(config.inPlace.web["foo"]).toEqualTypeOf<number | undefined>();
        expectTypeOf(config.inPlace["other"]?.["a"]).toEqualTypeOf<number | undefined>();
        expectTypeOf(config.inPlace.web.port).toEqualTypeOf<string>();
        expectTypeOf(config.several["a"]?.web["foo"]).toEqualTypeOf<number | undefined>();
        return 1;
      },
    });
  });

  test("must be sets of numbers", () => {
    // @ts-expect-error a number for a set
    host.config({ made: { other: 1 } });
    // @ts-expect-error a wrong value below a declared set
    host.config({ made: { web: { foo: null } } });
    // @ts-expect-error a wrong value of a declared option
    host.config({ made: { web: { port: 1 } } });
    // @ts-expect-error a wrong value in the set
    host.config({ inPlace: { other: { a: null } } });
    // @ts-expect-error a wrong value below a declared set
    host.config({ inPlace: { web: mkForce({ foo: null }) } });
    // @ts-expect-error of several modules
    host.config({ several: { a: { web: { foo: null } } } });
  });
});

describe("the level below a declared set", () => {
  test("takes nothing more where the freeform type takes no sets", () => {
    const module = defineModule({ freeformType: types.attrsOf(types.int), options });
    module.config({ other: 1, web: { port: "x" } });
    // @ts-expect-error at run time too: `web` would have to be a number
    module.config({ web: { port: "x", foo: 1 } });
  });

  test("takes data of a format at any depth", () => {
    const deep = { a: { b: { c: mkOption({ type: types.str }) } } };
    const module = defineModule({ freeformType: types.json, options: deep });
    module.config({ x: [null, { y: 1 }], a: { x: true, b: { x: { y: ["z"] }, c: "c" } } });
    module.config({
      a: mkIf(true, { b: mkForce({ x: ({ config }) => config.a.b.c, c: ({ config }) => config.a.b.c }) }),
    });
    // @ts-expect-error no data
    module.config({ a: { b: { x: () => 1n } } });
    // @ts-expect-error a wrong value of a declared option
    module.config({ a: { b: { c: 1, x: 1 } } });
  });

  test("takes anything", () => {
    const module = defineModule({ freeformType: types.anything, options });
    module.config({ x: 1n, web: { foo: [({ config }) => config.web.port], bar: mkForce(new Date()) } });
    module.config({
      web: {
        port: ({ config }) => {
          expectTypeOf(config.web["foo"]).toBeUnknown();
          return config.web.port;
        },
      },
    });
    // @ts-expect-error a wrong value of a declared option
    module.config({ web: { port: 1, foo: 1 } });
  });

  test("is open where another module declares it", () => {
    const closed = defineModule({ options: { net: { host: mkOption({ type: types.str }) } } });
    const both = defineModule({
      imports: [open, closed],
      options: { more: { n: mkOption({ type: types.nullOr(types.str) }) } },
    });
    both.config({ net: { host: "x", foo: 1 }, more: { n: null, foo: 1 }, web: { foo: 1 }, other: { a: 1 } });
    // @ts-expect-error a wrong value there
    both.config({ net: { host: "x", foo: true } });
    // @ts-expect-error a wrong value of a declared option
    both.config({ more: { n: 1 } });
  });
});

test("an evaluation knows them too", () => {
  const { config } = evalModules({ modules: [open, { freeformType: types.attrsOf(types.raw), options: {} }] });
  expectTypeOf(config.web.port).toEqualTypeOf<string>();
  const alone = evalModules({ modules: [open] }).config;
  expectTypeOf(alone.web["foo"]).toEqualTypeOf<number | undefined>();
});
