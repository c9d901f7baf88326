// What TypeScript knows of an evaluation, of definitions kept apart, and of the names that renames declare.
import {
  type ConfigOfModule,
  type ConfigOfModules,
  defineModule,
  type Definitions,
  evalModules,
  type InputOfModule,
  type InputOfModules,
  mkAliasDefinitions,
  mkAliasOptionModule,
  mkDefault,
  mkDerivedConfig,
  mkForce,
  mkIf,
  mkMergedOptionModule,
  mkOption,
  mkRemovedOptionModule,
  mkRenamedOptionModule,
  types,
} from "confix";
import { describe, expectTypeOf, test } from "vitest";

const web = defineModule({
  options: { web: { port: mkOption({ type: types.port }), hosts: mkOption({ type: types.listOf(types.str) }) } },
});
const mail = defineModule({ options: { mail: { enable: mkOption({ type: types.bool }) } } });

interface WebConfig {
  readonly web: { readonly port: number; readonly hosts: readonly string[] };
}
interface MailConfig {
  readonly mail: { readonly enable: boolean };
}

describe("an evaluation's `config`", () => {
  test("has what its modules declare", () => {
    const { config } = evalModules({ modules: [web, mail.config({ mail: { enable: true } })] });
    expectTypeOf(config).toExtend<WebConfig & MailConfig>();
    // @ts-expect-error a misspelt name
    expectTypeOf(config.web.prt).toBeNever();
    // @ts-expect-error a misspelt name at the top
    expectTypeOf(config.wbe).toBeNever();
  });

  test("has what plain objects declare", () => {
    const { config } = evalModules({
      modules: [{ options: { a: mkOption({ type: types.int }) }, config: { a: 1 } }, { a: 2 }, web],
    });
    expectTypeOf(config.a).toEqualTypeOf<number>();
    expectTypeOf(config.web.port).toEqualTypeOf<number>();
    // @ts-expect-error a misspelt name
    expectTypeOf(config.b).toBeNever();
  });

  test("may have anything where modules are not known", () => {
    const { config } = evalModules({ modules: ["./a.ts", web, ({ config }) => ({ options: {}, x: config.y.z })] });
    expectTypeOf(config.web.port).toEqualTypeOf<number>();
    expectTypeOf(config["x"].y.z).toBeAny();
    const unknown: readonly unknown[] = [];
    expectTypeOf(evalModules({ modules: unknown }).config["x"].y).toBeAny();
  });

  test("gives functions in plain modules their arguments", () => {
    evalModules({
      modules: [
        {
          config: {
            a: {
              b: mkIf(
                ({ config }) => config.c,
                ({ config }) => [config.d],
              ),
            },
          },
        },
      ],
    });
  });
});

test("the types of lists of modules can be named", () => {
  expectTypeOf<ConfigOfModules<[typeof web, typeof mail]>>().toExtend<WebConfig & MailConfig>();
  expectTypeOf<{ web: { port: 1 } }>().toExtend<InputOfModules<[typeof web, typeof mail]>>();
  expectTypeOf<ConfigOfModule<typeof web>>().toEqualTypeOf<WebConfig>();
  expectTypeOf<{ web: { hosts: [] } }>().toExtend<InputOfModule<typeof web>>();
});

describe("definitions that are kept apart", () => {
  test("are typed by the module they are for", () => {
    const preset: Definitions<typeof web> = mkDefault({ web: { port: ({ config }) => config.web.hosts.length } });
    const inferred = mkForce<Definitions<typeof web>>({ web: { hosts: ["a"] } });
    const conditional = mkIf<Definitions<typeof web>>(({ config }) => config.web.port > 1, { web: { hosts: [] } });
    web.config(preset);
    web.config(inferred);
    web.config(conditional);
    // @ts-expect-error a wrong value
    mkDefault<Definitions<typeof web>>({ web: { port: "x" } });
    // @ts-expect-error a misspelt name
    const misspelt: Definitions<typeof web> = { web: { prt: 1 } };
    expectTypeOf(misspelt).not.toBeNever();
  });

  test("fit a module that imports that one", () => {
    const preset: Definitions<typeof web> = mkIf(({ config }) => config.web.port > 1, { web: { hosts: [] } });
    defineModule({ imports: [web, mail] }).config(preset);
  });
});

describe("a renamed option", () => {
  test("may be defined and read under its old name, unchecked", () => {
    const module = defineModule({
      imports: [
        web,
        mkRenamedOptionModule(["www", "port"], ["web", "port"]),
        mkAliasOptionModule(["hosts"], ["web", "hosts"]),
        mkMergedOptionModule([["p"], ["q", "r"]], ["web", "port"], (config) => config.p),
        mkRemovedOptionModule(["gone"], "Too old."),
      ],
    });
    module.config({
      www: { port: ({ config }) => config.web.port },
      hosts: mkForce(["a"]),
      p: 1,
      q: { r: 2 },
      gone: 3,
    });
    // @ts-expect-error a misspelt old name
    module.config({ www: { prt: 1 } });
    const { config } = evalModules({ modules: [module] });
    expectTypeOf(config.www.port).toEqualTypeOf<unknown>();
  });
});

test("aliases take evaluated options", () => {
  const both = defineModule({
    options: { a: mkOption({ type: types.int }), b: mkOption({ type: types.int }), c: mkOption({ type: types.str }) },
  });
  both.config({
    b: ({ options }) => mkAliasDefinitions(options.a),
    c: ({ options }) => mkDerivedConfig(options.a, (n) => n.toFixed()),
  });
  // @ts-expect-error no option
  both.config({ b: ({ config }) => mkAliasDefinitions(config.a) });
});
