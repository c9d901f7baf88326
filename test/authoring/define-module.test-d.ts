// What TypeScript infers of a module and rejects in its definitions.
import {
  defineModule,
  mkAfter,
  mkBefore,
  mkDefault,
  mkEnableOption,
  mkForce,
  mkIf,
  mkMerge,
  mkOption,
  mkOrder,
  mkOverride,
  types,
} from "confix";
import { describe, expectTypeOf, test } from "vitest";

const firewall = defineModule({
  options: { networking: { ports: mkOption({ type: types.listOf(types.port), default: [] }) } },
});

const web = defineModule({
  imports: [firewall],
  options: {
    services: {
      web: {
        enable: mkEnableOption("the web server"),
        port: mkOption({ type: types.port, default: 80 }),
        level: mkOption({ type: types.enum(["debug", "info"]), default: "info" }),
        headers: mkOption({ type: types.attrsOf(types.str), default: {} }),
        content: mkOption({ type: types.nullOr(types.str), default: null }),
        anything: mkOption({ type: types.anything }),
      },
    },
  },
});

interface WebConfig {
  readonly networking: { readonly ports: readonly number[] };
  readonly services: {
    readonly web: {
      readonly enable: boolean;
      readonly port: number;
      readonly level: "debug" | "info";
      readonly headers: Readonly<Record<string, string>>;
      readonly content: string | null;
      readonly anything: unknown;
    };
  };
}

describe("`config` is known", () => {
  test("in a lazy value, from the module's own options and those it imports", () => {
    web.config({
      services: {
        web: {
          port: ({ config }) => {
            expectTypeOf(config).toExtend<WebConfig>();
            expectTypeOf(config.services.web.level).toEqualTypeOf<"debug" | "info">();
            expectTypeOf(config.networking.ports).toEqualTypeOf<readonly number[]>();
            return config.services.web.port;
          },
        },
      },
      networking: { ports: [({ config }) => config.services.web.port] },
    });
  });

  test("in a condition, around everything and at one option", () => {
    web.config(mkIf(({ config }) => config.services.web.enable, { networking: { ports: [80] } }));
    web.config({ networking: { ports: mkIf(({ config }) => config.services.web.enable, [80]) } });
    web.config(
      mkMerge([
        mkIf(({ config }) => config.services.web.enable, {
          services: { web: mkIf(({ config }) => config.networking.ports.length > 0, { port: 80 }) },
        }),
      ]),
    );
  });

  test("at any nesting of properties and functions", () => {
    web.config(
      mkForce(
        mkMerge([
          {
            services: mkDefault({
              web: ({ modulesPath }) => ({
                headers: mkBefore({ via: mkForce(({ config }) => config.services.web.level), path: modulesPath }),
                port: mkOverride(
                  5,
                  mkOrder(
                    3,
                    mkMerge([
                      ({ config }) =>
                        mkAfter(({ config: again }) => config.services.web.port + again.networking.ports.length),
                    ]),
                  ),
                ),
              }),
            }),
          },
        ]),
      ),
    );
  });

  test("in what is of no type", () => {
    web.config({ services: { web: { anything: { a: [({ config }) => config.services.web.port] } } } });
    web.config({ services: { web: { anything: mkIf(({ config }) => config.services.web.enable, 1) } } });
  });

  test("in a function above the options", () => {
    web.config(({ options, modulesPath, specialArgs }) => ({
      networking: { ports: () => (modulesPath === "" || "x" in options || "y" in specialArgs ? [1] : [2]) },
    }));
  });

  test("and only what is declared or imported by value", () => {
    // @ts-expect-error a misspelt option
    web.config({ services: { web: { port: ({ config }) => config.services.web.prt } } });
    // @ts-expect-error a misspelt option in a condition
    web.config(mkIf(({ config }) => config.services.web.enabled, {}));
    // @ts-expect-error an option of a module that is not imported
    firewall.config({ networking: { ports: ({ config }) => [config.services.web.port] } });
    // @ts-expect-error what is read is read-only
    web.config({ networking: { ports: ({ config }) => config.networking.ports.sort() } });
  });
});

test("`options` is known", () => {
  web.config({
    services: {
      web: {
        port: ({ options }) => {
          expectTypeOf(options.services.web.level.value).toEqualTypeOf<"debug" | "info">();
          expectTypeOf(options.services.web.level.isDefined).toEqualTypeOf<boolean>();
          return options.services.web.port.highestPrio;
        },
      },
    },
  });
});

describe("rejected is", () => {
  test("a misspelt option", () => {
    // @ts-expect-error at the top
    web.config({ servces: {} });
    // @ts-expect-error below, beside a right one
    web.config({ services: { web: { port: 1, prt: 1 } } });
    // @ts-expect-error in mkIf
    web.config(mkIf(true, { services: { web: { port: 1, prt: 1 } } }));
    // @ts-expect-error in mkIf with a function
    web.config(mkIf(({ config }) => config.services.web.enable, { services: { web: { port: 1, prt: 1 } } }));
    // @ts-expect-error in mkMerge
    web.config(mkMerge([{}, { services: { web: { port: 1, prt: 1 } } }]));
    // @ts-expect-error in mkForce
    web.config({ services: { web: mkForce({ port: 1, prt: 1 }) } });
    // @ts-expect-error in mkOrder
    web.config({ services: { web: mkOrder(1, { port: 1, prt: 1 }) } });
    // @ts-expect-error in a property in a property
    web.config({ services: mkMerge([mkIf(true, { web: mkDefault({ port: 1, prt: 1 }) })]) });
    // @ts-expect-error in what a function returns, if there is nothing right beside it
    web.config({ services: { web: () => ({ prt: 1 }) } });
  });

  test("a name that only the wrappers or functions have", () => {
    // @ts-expect-error a field of mkOverride
    web.config({ services: { web: { port: 1, priority: 1 } } });
    // @ts-expect-error a field of mkIf
    web.config({ services: { web: { port: 1, condition: true } } });
    // @ts-expect-error a property of every function
    web.config({ services: { web: { port: 1, name: "x" } } });
  });

  test("a wrong value", () => {
    // @ts-expect-error a string for a number
    web.config({ services: { web: { port: "80" } } });
    // @ts-expect-error in mkForce
    web.config({ services: { web: { port: mkForce("80") } } });
    // @ts-expect-error in mkIf
    web.config({ services: { web: { port: mkIf(true, "80") } } });
    // @ts-expect-error in mkMerge
    web.config({ services: { web: { port: mkMerge([80, "80"]) } } });
    // @ts-expect-error in mkIf around a set
    web.config({ services: mkIf(true, { web: { port: "80" } }) });
    // @ts-expect-error returned by a function
    web.config({ services: { web: { port: () => "80" } } });
    // @ts-expect-error in a list
    web.config({ networking: { ports: [80, "80"] } });
    // @ts-expect-error in an attribute set
    web.config({ services: { web: { headers: { via: 1 } } } });
    // @ts-expect-error a value for a set of options
    web.config({ services: { web: 80 } });
    // @ts-expect-error null where it is not allowed
    web.config({ services: { web: { port: null } } });
    // @ts-expect-error nothing computed: mkIf is how to define nothing
    web.config({ services: { web: { port: () => undefined } } });
    // @ts-expect-error a condition that is no boolean
    web.config(mkIf(({ config }) => config.services.web.port, {}));
  });

  test("a wrong member of an enum", () => {
    web.config({ services: { web: { level: "debug" } } });
    // @ts-expect-error at the option
    web.config({ services: { web: { level: "debg" } } });
    // @ts-expect-error in mkForce
    web.config({ services: { web: { level: mkForce("debg") } } });
    // @ts-expect-error in mkIf around a set
    web.config(mkIf(true, { services: { web: { level: "debg" } } }));
    // @ts-expect-error returned by a function
    web.config({ services: { web: { level: () => "debg" } } });
  });
});

describe("accepted is", () => {
  test("an option called like a field of a wrapper", () => {
    const module = defineModule({
      options: {
        content: mkOption({ type: types.str }),
        priority: mkOption({ type: types.int }),
        condition: mkOption({ type: types.bool }),
        contents: mkOption({ type: types.listOf(types.str) }),
        name: mkOption({ type: types.str }),
      },
    });
    module.config(
      mkIf(({ config }) => config.condition, {
        content: mkForce(({ config }) => config.name),
        contents: ["a"],
        priority: 1,
      }),
    );
    // @ts-expect-error a wrong value there
    module.config(mkIf(({ config }) => config.condition, { content: 1, contents: ["a"] }));
  });

  test("null and a string where the type has both", () => {
    web.config({ services: { web: { content: null } } });
    web.config({ services: { web: { content: mkMerge([mkForce("x"), null]) } } });
  });
});

test("the attributes of the first step are checked", () => {
  // @ts-expect-error a misspelt attribute
  defineModule({ option: {} });
  // @ts-expect-error definitions belong into the second step
  defineModule({ options: {}, config: {} });
  // @ts-expect-error a type is no option
  defineModule({ options: { a: types.int } });
  // @ts-expect-error an import that is no module
  defineModule({ imports: [1] });
  // @ts-expect-error the second step has been taken
  defineModule({}).config({}).config({});
});

test("a freeform type lets any name be defined and read, and declared options stay checked", () => {
  const module = defineModule({
    freeformType: types.attrsOf(types.int),
    options: { name: mkOption({ type: types.str }), level: mkOption({ type: types.enum(["a", "b"]), default: "a" }) },
  });
  module.config({ name: "x", port: 1, other: ({ config }) => config["port"] ?? config.name.length });
  module.config(mkIf(({ config }) => config.level === "a", { level: "b", port: mkForce(1) }));
  module.config({
    name: ({ config }) => {
      expectTypeOf(config.level).toEqualTypeOf<"a" | "b">();
      expectTypeOf(config["port"]).toEqualTypeOf<number | undefined>();
      return config.name;
    },
  });
  // @ts-expect-error a wrong value of a declared option
  module.config({ name: 1, port: 1 });
  // @ts-expect-error a wrong member, in a property
  module.config(mkIf(true, { level: "c", port: 1 }));
  const open = defineModule({ imports: [module], freeformType: types.attrsOf(types.int) });
  open.config({ level: "a", port: ({ config }) => config.name.length });
  // @ts-expect-error a wrong value of an undeclared name, with the freeform type declared twice
  open.config({ port: true });
});
