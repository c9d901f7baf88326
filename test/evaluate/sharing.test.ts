// Evaluations that have modules in common find out once what modules that are objects are, and what they declare.
import { expect, test } from "vitest";
import { evaluateShared, Sharing } from "../../src/evaluate/index.ts";
import { defineModule, mkForce, mkIf, mkOption, types } from "../../src/index.ts";
import type { AnyModule } from "../../src/index.ts";
import { evalModules } from "./lint-cases.ts";

/** A set of options whose names somebody counts being asked for. */
function counted(options: Readonly<Record<string, unknown>>): { readonly tree: object; readonly asked: () => number } {
  let count = 0;
  const tree = new Proxy(options, {
    ownKeys: (target) => {
      count += 1;
      return Reflect.ownKeys(target);
    },
  });
  return { tree, asked: () => count };
}

const host = (name: string): AnyModule => ({ config: { host: { name } } });
const nameOption = { host: { name: mkOption({ type: types.str }) } };

/** What the modules of each host give, shared and each from the start. */
function bothWays(common: readonly AnyModule[], hosts: readonly AnyModule[]): { shared: unknown[]; alone: unknown[] } {
  const sharing = new Sharing();
  const read = ({ output }: { output: () => unknown }): unknown => output();
  return {
    shared: hosts.map((own) => {
      const evaluation = evaluateShared({ modules: [...common, own] }, sharing);
      return read({ output: () => evaluation.output() });
    }),
    alone: hosts.map((own) => evalModules({ modules: [...common, own] }).output()),
  };
}

test("names are asked for once, of objects", () => {
  const { tree, asked } = counted(nameOption);
  const sharing = new Sharing();
  for (const name of ["a", "b", "c"]) {
    const { value } = evaluateShared({ modules: [{ options: tree }, host(name)] }, sharing).output();
    expect(value).toEqual({ host: { name } });
  }
  // The module is a new object each time: nothing is known of it.
  expect(asked()).toBe(3 * countOfOne());
  const module = { options: tree };
  const before = asked();
  for (const name of ["a", "b", "c"]) {
    const { value } = evaluateShared({ modules: [module, host(name)] }, sharing).output();
    expect(value).toEqual({ host: { name } });
  }
  expect(asked() - before).toBe(countOfOne());
});

function countOfOne(): number {
  const { tree, asked } = counted(nameOption);
  evalModules({ modules: [{ options: tree }, host("a")] }).output();
  return asked();
}

test("extensions of one evaluation share as well", () => {
  const { tree, asked } = counted(nameOption);
  const base = evalModules({ modules: [{ options: tree }] });
  const values = ["a", "b", "c"].map((name) => base.extendModules({ modules: [host(name)] }).output().value);
  expect(values).toEqual(["a", "b", "c"].map((name) => ({ host: { name } })));
  expect(asked()).toBe(countOfOne());
});

test("a module that each host imports by value is shared, if it knows where it stands", () => {
  const { tree, asked } = counted({ name: mkOption({ type: types.str }) });
  const common = defineModule({ imports: [defineModule({ options: { host: tree } as never })] });
  const hosts = ["a", "b", "c"].map((name): AnyModule => ({ imports: [common], config: { host: { name } } }));
  const { shared } = bothWays([], hosts);
  expect(shared).toMatchObject(["a", "b", "c"].map((name) => ({ value: { host: { name } } })));
  const once = asked() / 4; // Three hosts from the start, and three that share.
  evalModules({ modules: hosts.slice(0, 1) }).output();
  expect(asked()).toBe(once * 5);
});

test("functions are called for each", () => {
  const calls: string[] = [];
  const module = ({ region }: { readonly region: string }): AnyModule => {
    calls.push(region);
    return { options: { ...nameOption, region: mkOption({ default: region }) } };
  };
  const sharing = new Sharing();
  const values = ["eu", "us"].map((region) => {
    const modules = [module as AnyModule, host("a")];
    return evaluateShared({ modules, specialArgs: { region } }, sharing).output().value;
  });
  expect(values).toEqual(["eu", "us"].map((region) => ({ host: { name: "a" }, region })));
  expect(calls).toEqual(["eu", "us"]);
});

test("a host that declares more does not change what others see, whichever comes first", () => {
  const common = [
    { options: { host: { name: mkOption({ type: types.str }), extra: {} } } },
    { options: { host: { port: mkOption({ type: types.listOf(types.int), default: [1] }) } } },
  ];
  const more: AnyModule = {
    options: {
      host: { extra: { a: mkOption({ default: 1 }) }, port: mkOption({ description: "Another declaration." }) },
      own: mkOption({ default: true }),
    },
    config: { host: { name: "more", port: [2] } },
  };
  for (const hosts of [
    [host("a"), more, host("b")],
    [more, host("a"), more],
  ]) {
    const { shared, alone } = bothWays(common, hosts);
    expect(shared).toEqual(alone);
  }
});

test("a module that a host imports as well is one, at its first place", () => {
  const leaf = { options: nameOption, config: { host: { name: "leaf" } } };
  const common = [{ imports: [{ imports: [leaf] }] }];
  const hosts = [
    { imports: [leaf], config: { host: { name: mkForce("a") } } },
    { config: { host: { name: mkForce("b") } } },
    { disabledModules: [leaf], options: nameOption, config: { host: { name: "c" } } },
  ];
  const { shared, alone } = bothWays(common, hosts);
  expect(shared).toEqual(alone);
  expect(alone).toMatchObject([{ diagnostics: [] }, { diagnostics: [] }, { diagnostics: [] }]);
});

test("submodules, warnings and errors are those of each host", () => {
  const user = types.submodule({
    options: {
      home: mkOption({ type: types.str, default: ({ name }: { name: string }) => `/home/${name}` }),
      id: mkOption({ type: types.int }),
    },
  });
  const common: AnyModule[] = [
    {
      options: {
        users: mkOption({ type: types.attrsOf(user), default: {} }),
        on: mkOption({ type: types.bool, default: false }),
      },
    },
    {
      config: {
        users: { root: { id: 0 }, ops: mkIf(({ config }: { config: { on: boolean } }) => config.on, { id: 1 }) },
      },
    } as AnyModule,
  ];
  const hosts: AnyModule[] = [
    { config: { on: true, users: { ada: { id: 7 } } } },
    { config: { users: { root: { home: "/root" }, bob: { id: "x" } } } },
    { config: { users: { eve: { di: 1 } } } },
    { config: {} },
  ];
  const { shared, alone } = bothWays(common, hosts);
  expect(shared).toEqual(alone);
});
