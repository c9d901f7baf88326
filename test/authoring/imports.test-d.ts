// What TypeScript knows of imported modules: those given by value, however they are mixed with others.
import { defineModule, mkOption, types } from "confix";
import { describe, expectTypeOf, test } from "vitest";

const a = defineModule({ options: { a: mkOption({ type: types.int }), shared: { a: mkOption({ type: types.int }) } } });
const b = defineModule({ imports: [a], options: { b: mkOption({ type: types.str }) } });
const c = defineModule({
  options: { c: mkOption({ type: types.bool }), shared: { c: mkOption({ type: types.str }) } },
});

describe("imports", () => {
  test("bring their own imports along", () => {
    defineModule({ imports: [b] }).config({ a: 1, b: ({ config }) => String(config.a) });
  });

  test("after the second step are the same", () => {
    defineModule({ imports: [b.config({ a: 1 })] }).config({ a: 1, b: "x" });
  });

  test("add up, also where they declare in the same set", () => {
    const module = defineModule({ imports: [b, c], options: { shared: { own: mkOption({ type: types.float }) } } });
    module.config({ a: 1, b: "x", c: true, shared: { a: 1, c: "x", own: 1.5 } });
    module.config({
      a: ({ config }) => {
        expectTypeOf(config.shared.a).toEqualTypeOf<number>();
        expectTypeOf(config.shared.c).toEqualTypeOf<string>();
        expectTypeOf(config.shared.own).toEqualTypeOf<number>();
        return config.a;
      },
    });
    // @ts-expect-error a wrong value for the option of an import
    module.config({ shared: { c: 1 } });
    // @ts-expect-error a misspelt name beside those of imports
    module.config({ shared: { a: 1, d: 1 } });
  });

  test("may be mixed with paths, data files, plain objects and functions", () => {
    const module = defineModule({
      imports: [
        "./site.yaml",
        b,
        { path: "./site.toml", priority: "default" },
        ({ config, name }) => ({ x: config.y.z, list: [({ config: again }) => again.y, name] }),
        c,
        { options: { d: mkOption({ type: types.int }) }, d: 1 },
      ],
      options: {},
    });
    module.config({ a: ({ config }) => (config.c ? config.a : 1) });
    // @ts-expect-error what a plain object declares is not known here
    module.config({ d: 1 });
  });

  test("by a function that returns a module are known", () => {
    defineModule({ imports: [() => c] }).config({ c: ({ config }) => config.shared.c === "" });
  });

  test("in a list of unknown length add up", () => {
    const more: readonly (typeof a | typeof c)[] = [a, c];
    defineModule({ imports: [...more] }).config({ a: 1, c: true });
    defineModule({ imports: [b, ...more] }).config({ a: 1, b: "x", c: true });
  });
});

test("one option declared by two modules has what both give it", () => {
  const first = defineModule({
    options: {
      sites: mkOption({ type: types.attrsOf(types.submodule({ options: { root: mkOption({ type: types.str }) } })) }),
    },
  });
  const second = defineModule({
    imports: [first],
    options: {
      sites: mkOption({ type: types.attrsOf(types.submodule({ options: { tls: mkOption({ type: types.bool }) } })) }),
    },
  });
  second.config({ sites: { x: { root: "/srv", tls: ({ config }) => config.sites["x"]?.root === "/" } } });
  // @ts-expect-error a misspelt name beside them
  second.config({ sites: { x: { root: "/srv", tsl: true } } });
});

test("a function may say itself which arguments it takes, or take any", () => {
  const made = ({ region }: { readonly region: string }): object => ({ a: region });
  defineModule({ imports: [made, ({ region, config }) => ({ a: () => region + config.b }), b] }).config({ a: 1 });
});
