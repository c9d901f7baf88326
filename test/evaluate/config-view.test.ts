// Sets of options that the body of a function module takes out of `config` before anybody knows which options there are.
import { describe, expect, it } from "vitest";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { types } from "../../src/types/types.ts";
import { bomb, dataOf, evaluate, type Given, option, read } from "./evaluation.ts";
import { diagnosticOf, diagnosticsOf } from "./problems.ts";

const declared = {
  options: {
    services: {
      web: {
        enable: option(types.bool, { default: false }),
        port: option(types.port, { default: 80 }),
        names: option(types.listOf(types.str), { default: ["a", "b"] }),
        unset: option(types.int, { internal: true }),
      },
    },
    x: option(types.anything),
  },
};

/** A function module that takes a set first, and then defines `x`. */
function withWeb(define: (web: Given, args: Given) => unknown): (args: Given) => object {
  return (args) => {
    const web = args["config"].services.web as Given;
    return { _file: "/m.ts", config: { x: () => define(web, args) } };
  };
}

describe("a set taken at the top of a function module", () => {
  it("is read later, lazily, whoever declares it", () => {
    const module = ({ config }: Given): object => {
      const web = config.services.web as Given;
      const { own } = config as Given;
      return {
        options: { own: { n: option(types.int, { default: () => (web["port"] as number) + 1 }) } },
        config: { services: { web: { enable: () => own.n === 81 } }, x: () => web["names"] as unknown },
      };
    };
    const evaluation = evaluate(declared, module);
    expect(read(evaluation, "x")).toEqual(["a", "b"]);
    expect(read(evaluation, "services.web.enable")).toBe(true);
  });

  it("computes nothing that is not read", () => {
    const other = { options: { y: option(types.int, { default: bomb }) } };
    expect(
      read(
        evaluate(
          declared,
          other,
          withWeb((web) => web["port"]),
        ),
        "x",
      ),
    ).toBe(80);
  });

  it("is known in the condition of the whole module, in defaults and in `apply`", () => {
    const module = ({ config }: Given): object => {
      const web = config.services.web as Given;
      const apply = (n: number): number => n + (web["port"] as number);
      return {
        options: { n: mkOption({ type: types.int, default: 1, apply }) },
        config: { x: () => web["enable"] as unknown },
      };
    };
    const evaluation = evaluate(declared, module, { services: { web: { enable: true, port: 8080 } } });
    expect(dataOf(evaluation)).toMatchObject({ n: 8081, x: true });
  });

  it("may be that of a submodule", () => {
    const inner = ({ config }: Given): object => {
      const set = config.a as Given;
      return {
        options: { a: { b: option(types.int, { default: 1 }) }, c: option(types.int) },
        config: { c: () => set["b"] as unknown },
      };
    };
    const options = { sub: option(types.attrsOf(types.submodule(inner))) };
    const evaluation = evaluate({ options, config: { sub: { one: {}, two: { a: { b: 2 } } } } });
    expect(dataOf(evaluation)).toEqual({ sub: { one: { a: { b: 1 }, c: 1 }, two: { a: { b: 2 }, c: 2 } } });
  });

  it("is that of its own evaluation when it is extended", () => {
    const evaluation = evaluate(
      declared,
      withWeb((web) => web["port"]),
    );
    const extended = evaluation.extendModules({ modules: [{ services: { web: { port: 81 } } }] });
    expect([read(extended, "x"), read(evaluation, "x")]).toEqual([81, 80]);
  });

  it("is a value like any set of options", () => {
    const module = ({ config }: Given): object => ({ config: { x: config.services.web as unknown } });
    const evaluation = evaluate(declared, module, { services: { web: { unset: 1 } } });
    expect(read(evaluation, "x")).toEqual({ enable: false, port: 80, names: ["a", "b"], unset: 1 });
  });
});

describe("the object that stands for it", () => {
  it("is the set itself: the same object, before and after", () => {
    const seen: unknown[] = [];
    const module = ({ config }: Given): object => {
      const web = config.services.web as unknown;
      seen.push(config.services.web === web, typeof web);
      return { config: { x: () => [config.services.web === web, typeof web, Object.isFrozen(web)] } };
    };
    const evaluation = evaluate(declared, module);
    expect(read(evaluation, "x")).toEqual([true, "object", true]);
    expect(seen).toEqual([true, "object"]);
    expect(read(evaluation, "services.web")).toBe(read(evaluation, "services.web"));
  });

  it("lists its names, answers `in`, and prints itself afterwards", () => {
    const define = (web: Given): unknown => [
      Object.keys(web),
      "port" in web,
      "prt" in web,
      JSON.stringify(web),
      `${web["port"]}/${Object.prototype.toString.call(web)}`,
      Reflect.getPrototypeOf(web),
    ];
    const evaluation = evaluate(declared, withWeb(define), { services: { web: { unset: 1 } } });
    expect(read(evaluation, "x")).toEqual([
      ["enable", "names", "port", "unset"],
      true,
      false,
      '{"enable":false,"names":["a","b"],"port":80,"unset":1}',
      "80/[object Object]",
      null,
    ]);
  });

  it("has no other names than the set", () => {
    const evaluation = evaluate(
      declared,
      withWeb((web) => web["prt"]),
    );
    expect(diagnosticOf(() => read(evaluation, "x"))).toMatchObject({
      code: "unknown-name",
      data: { name: "prt" },
    });
    expect(
      read(
        evaluate(
          declared,
          withWeb((web) => [web["then"], web["toJSON"]]),
        ),
        "x",
      ),
    ).toEqual([undefined, undefined]);
  });

  it.each<readonly [string, (web: Given) => unknown]>([
    ["listed", (web) => Object.keys(web)],
    ["asked for a name", (web) => "port" in web],
    ["spread", (web) => ({ ...web })],
    ["taken apart, with a rest", ({ port: _port, ...rest }) => rest],
    ["iterated", (web) => [...(web as unknown as Iterable<unknown>)]],
    ["printed as JSON", (web) => JSON.stringify(web)],
    ["put into a text", (web) => `${web as unknown as string}`],
    ["joined to a text", (web) => String(web)],
    ["compared", (web) => Number(web) > 1],
    ["copied", (web) => Object.assign({}, web)],
    ["looked at", (web) => Object.getOwnPropertyDescriptors(web)],
    ["called as a method", (web) => (web as unknown as { map(): unknown }).map()],
  ])("refuses to be %s while modules are collected, also if the error is caught", (_what, use) => {
    const path = { code: "early-read", data: { read: "services.web", kind: "option", module: "/m.ts" } };
    const module = (isCaught: boolean) => ({
      _file: "/root.ts",
      imports: [
        {
          _file: "/m.ts",
          imports: [
            ({ config }: Given): object => {
              try {
                use(config.services.web as Given);
              } catch (error) {
                if (!isCaught) throw error;
              }
              return {};
            },
          ],
        },
      ],
    });
    expect(diagnosticOf(() => evaluate(declared, module(false)).config)).toMatchObject(path);
    if (use.toString().includes("map")) return;
    expect(diagnosticOf(() => evaluate(declared, module(true)).config)).toMatchObject(path);
  });
});

describe("an option taken for a set", () => {
  const uses: readonly (readonly [string, (web: Given) => object])[] = [
    ["is put into a definition", (web) => ({ config: { x: web["port"] as unknown } })],
    ["is put deep into one", (web) => ({ config: { x: { a: [{ b: web["port"] as unknown }] } } })],
    ["is kept for a lazy value", ({ port }) => ({ config: { x: () => port as unknown } })],
    ["decides something", (web) => (web["port"] === true ? { config: { x: 1 } } : { config: { x: 2 } })],
    ["decides by being there", (web) => (web["port"] ? { config: { x: 1 } } : { config: { x: 2 } })],
    ["decides by its type", (web) => (typeof web["port"] === "number" ? { config: { x: 1 } } : {})],
    ["is the definitions", (web) => ({ config: web["port"] as unknown })],
    ["is forgotten", (web) => [web["port"], {}][1] as object],
    ["is a list of imports", (web) => ({ imports: web["port"] as unknown })],
    ["is imported", (web) => ({ imports: [web["port"]] })],
    ["is a key", (web) => ({ key: web["port"] as unknown })],
    ["is the module", (web) => web["port"] as object],
  ];

  it.each(uses)("is an error that names it, if it %s", (_what, use) => {
    const module = { _file: "/m.ts", imports: [({ config }: Given): object => use(config.services.web as Given)] };
    const other = { options: { y: option(types.int, { default: 1 }) } };
    const expected = { code: "early-read", data: { read: "services.web.port", kind: "option", module: "/m.ts" } };
    for (const path of ["x", "y", "services.web.port", ""]) {
      expect(diagnosticOf(() => read(evaluate(declared, other, module), path))).toMatchObject(expected);
    }
    expect(evaluate(declared, other, module).output().diagnostics).toMatchObject([expected]);
  });

  it("is one error, each time the same", () => {
    const evaluation = evaluate(declared, ({ config }: Given) => ({
      config: { x: config.services.web.port as unknown },
    }));
    expect(diagnosticOf(() => evaluation.config)).toBe(diagnosticOf(() => read(evaluation, "x")));
  });

  it("is told of each module and of each option, with the whole chain where nothing is declared", () => {
    const early = (file: string, look: (config: Given) => unknown): object => ({
      _file: file,
      imports: [({ config }: Given): object => ({ config: { x: [look(config as Given)] } })],
    });
    const evaluation = evaluate(
      declared,
      early("/a.ts", ({ services }) => [services.web.port, services.web.port, services.web.enable]),
      early("/b.ts", ({ services }) => services.web.port.length as unknown),
      early("/c.ts", ({ nowhere, services }) => [nowhere.at.all, services.web]),
    );
    const found = diagnosticsOf(() => evaluation.config).map(({ data }) => data);
    expect(found).toEqual([
      { read: "services.web.port", kind: "option", module: "/a.ts" },
      { read: "services.web.port", kind: "option", module: "/b.ts" },
      { read: "services.web.enable", kind: "option", module: "/a.ts" },
      { read: "nowhere.at.all", kind: "option", module: "/c.ts" },
    ]);
  });

  it("is an error also where a freeform type would make it a value", () => {
    const open = { freeformType: types.attrsOf(types.anything), config: { free: { a: 1 } } };
    const evaluation = evaluate(open, ({ config }: Given) => {
      const free = config.free as Given;
      return { config: { y: () => free["a"] as unknown } };
    });
    expect(diagnosticOf(() => read(evaluation, "y"))).toMatchObject({ code: "early-read", data: { read: "free" } });
  });

  it("is named by the option, also if one of its methods was called", () => {
    for (const isDeclared of [true, false]) {
      const modules = isDeclared ? [declared] : [];
      const module = ({ config }: Given): object => ({
        config: { x: config.services.web.names.map(String) as unknown },
      });
      expect(diagnosticOf(() => evaluate(...modules, module).config)).toMatchObject({
        code: "early-read",
        data: { read: "services.web.names" },
      });
    }
  });

  it("leaves other mistakes of the module what they are", () => {
    const module = ({ config }: Given): object => {
      const web = config.services.web as unknown;
      const missing = undefined as unknown as { readonly a: number };
      return { config: { x: [web, missing.a] } };
    };
    expect(diagnosticOf(() => evaluate(declared, module).config).code).toBe("module-threw");
  });
});

it("what was taken of modules that could not be collected stays an error", () => {
  let kept: Given = {};
  const module = ({ config }: Given): object => {
    kept = config.services.web as Given;
    throw new Error("boom");
  };
  const evaluation = evaluate(declared, module);
  expect(diagnosticOf(() => evaluation.config).code).toBe("module-threw");
  expect(diagnosticOf(() => kept["port"]).code).toBe("module-threw");
});
