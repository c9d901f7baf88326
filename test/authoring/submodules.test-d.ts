// What TypeScript knows inside submodules and function types.
import { defineModule, defineSubmodule, mkDefault, mkForce, mkIf, mkMerge, mkOption, types } from "confix";
import { describe, expectTypeOf, test } from "vitest";

const tls = defineSubmodule({ options: { key: mkOption({ type: types.str }) } });

const site = defineSubmodule({
  imports: [defineModule({ options: { tags: mkOption({ type: types.listOf(types.str), default: [] }) } })],
  options: {
    root: mkOption({ type: types.str }),
    mode: mkOption({ type: types.enum(["static", "proxy"]), default: "static" }),
    tls: mkOption({ type: types.nullOr(types.submodule(tls)), default: null }),
  },
});

describe("a module for submodules", () => {
  test("receives `name`, and its own `config`", () => {
    site.config({
      root: mkDefault(({ name, config }) => {
        expectTypeOf(name).toEqualTypeOf<string>();
        expectTypeOf(config.mode).toEqualTypeOf<"static" | "proxy">();
        expectTypeOf(config.tags).toEqualTypeOf<readonly string[]>();
        return config.tls === null ? name : config.tls.key;
      }),
    });
    site.config(mkIf(({ config, name }) => config.mode === "proxy" && name !== "", { root: "/proxy" }));
    // @ts-expect-error a misspelt option
    site.config({ root: ({ config }) => config.rooot });
    // @ts-expect-error a wrong member
    site.config(mkIf(true, { mode: "statics" }));
  });

  test("elsewhere there is no `name`", () => {
    // @ts-expect-error no submodule
    defineModule({ options: { a: mkOption({ type: types.str }) } }).config({ a: ({ name }) => name });
  });
});

describe("an option of submodules", () => {
  const web = defineModule({
    options: {
      sites: mkOption({ type: types.attrsOf(types.submodule(site)), default: {} }),
      list: mkOption({ type: types.listOf(types.submodule(site)), default: [] }),
      main: mkOption({ type: types.submodule(site) }),
      domain: mkOption({ type: types.str }),
    },
  });

  test("is defined in part, with the arguments of the module that writes it", () => {
    web.config({
      main: { root: ({ config }) => config.domain },
      sites: {
        a: { mode: "proxy" },
        b: mkIf(({ config }) => config.main.mode === "static", {
          root: mkForce("/b"),
          tags: [({ config }) => config.domain],
        }),
        c: ({ config }) => ({ tls: { key: config.domain } }),
      },
      list: mkMerge([[{ root: "/a" }], [mkDefault({ tls: null })]]),
    });
  });

  test("is read in full", () => {
    web.config({
      domain: ({ config }) => {
        expectTypeOf(config.main.tls).toEqualTypeOf<{ readonly key: string } | null>();
        expectTypeOf(config.sites["a"]?.mode).toEqualTypeOf<"static" | "proxy" | undefined>();
        expectTypeOf(config.list[0]?.tags).toEqualTypeOf<readonly string[] | undefined>();
        return config.main.root;
      },
    });
  });

  test("is checked at any depth", () => {
    // @ts-expect-error a misspelt option
    web.config({ sites: { a: { root: "/a", moed: "static" } } });
    // @ts-expect-error in mkIf
    web.config({ sites: { a: mkIf(true, { root: "/a", moed: "static" }) } });
    // @ts-expect-error a wrong member in mkForce in mkMerge
    web.config({ sites: mkMerge([{ a: mkForce({ mode: "dynamic" }) }]) });
    // @ts-expect-error a wrong value in a submodule in a submodule
    web.config({ sites: { a: { tls: { key: 1 } } } });
    // @ts-expect-error in a list
    web.config({ list: [{ root: 1 }] });
    // @ts-expect-error the module that writes it is no submodule
    web.config({ main: { root: ({ name }) => name } });
  });
});

describe("an option of functions", () => {
  const module = defineModule({
    options: {
      port: mkOption({ type: types.port }),
      add: mkOption({ type: types.functionTo(types.int) }),
      nested: mkOption({ type: types.attrsOf(types.functionTo(types.listOf(types.str))), default: {} }),
    },
  });

  test("is defined by a function that returns it", () => {
    module.config({ add: () => (n: number) => n + 1 });
    module.config({
      add:
        ({ config }) =>
        (n: number) =>
          n + config.port,
    });
    module.config({ add: mkForce(() => (a: number, b: number) => a * b) });
    module.config({ nested: { a: () => () => ["x", () => "y"] } });
  });

  test("is not defined by the function itself, nor by one with other results", () => {
    // @ts-expect-error a number where the function is expected: the outer function is the lazy value
    module.config({ add: () => 1 });
    // @ts-expect-error results of another type
    module.config({ add: () => () => "1" });
    // @ts-expect-error no function at all
    module.config({ add: 1 });
  });

  test("is called when it is read", () => {
    module.config({
      port: ({ config }) => {
        expectTypeOf(config.add(1, "x")).toEqualTypeOf<number>();
        expectTypeOf(config.nested["a"]?.()).toEqualTypeOf<readonly string[] | undefined>();
        return config.add();
      },
    });
  });
});

describe("a module as a value", () => {
  const module = defineModule({
    options: {
      sites: mkOption({ type: types.attrsOf(types.submodule(site)) }),
      extra: mkOption({ type: types.deferredModule, default: {} }),
      extras: mkOption({ type: types.listOf(types.deferredModule), default: [] }),
    },
  });

  test("of a submodule gets the submodule's arguments, and is checked", () => {
    module.config({
      sites: {
        a:
          () =>
          ({ config, name }) => ({ root: config.root + name }),
      },
    });
    module.config({ sites: { a: () => site.config({ root: "/a" }) } });
    // @ts-expect-error a wrong value in it
    module.config({ sites: { a: () => () => ({ root: 1 }) } });
  });

  test("to be imported elsewhere has functions of which nothing is known", () => {
    module.config({ extra: { a: ({ config }) => config.somewhere.b } });
    module.config({ extra: { imports: [site], config: { a: ({ config }) => config.somewhere.b } } });
    module.config({
      extra:
        () =>
        ({ config }) => ({ a: config.somewhere.b }),
    });
    module.config({ extra: ({ config }) => ({ a: config.extra }), extras: [site, mkForce("./file.ts")] });
    // @ts-expect-error no module
    module.config({ extra: 1 });
  });
});
