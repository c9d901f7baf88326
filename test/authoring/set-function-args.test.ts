// Function modules that say which arguments they take, and sets with such a function inside.
import { mkForce, mkOption, setDefaultModuleLocation, setFunctionArgs, types } from "confix";
import { describe, expect, test } from "vitest";
import { dataOf, evaluate, type Given } from "../evaluate/evaluation.ts";
import { problemOf } from "../evaluate/problems.ts";

const options = { tools: mkOption({ type: types.attrsOf(types.str), default: {} }), git: mkOption({ default: null }) };
const extra = { _module: { args: { pkgs: { git: "git-2" } } } };

describe("a module with declared arguments", () => {
  const declared = setFunctionArgs(
    ({ pkgs, config }) => ({ config: { tools: pkgs, git: () => `${pkgs().git}, ${config.tools.git}` } }),
    { pkgs: false },
  );

  test("may destructure what only `_module.args` gives", () => {
    expect(dataOf(evaluate({ options }, extra, declared))).toEqual({ tools: { git: "git-2" }, git: "git-2, git-2" });
  });

  test("gets an argument that another module of the evaluation decides", () => {
    const stronger = { _module: { args: { pkgs: mkForce({ git: "git-3" }) } } };
    expect(dataOf(evaluate({ options }, declared, extra, stronger))).toMatchObject({ git: "git-3, git-3" });
  });

  test("fails only where an argument that nobody gives is needed", () => {
    const unused = setFunctionArgs(({ nobody }) => ({ git: 1, tools: nobody }), { nobody: true });
    const evaluation = evaluate({ options }, unused);
    expect((evaluation.config as Given)["git"]).toBe(1);
    expect(problemOf(() => (evaluation.config as Given)["tools"] as unknown)).toMatchObject({
      code: "missing-argument",
      path: "tools",
    });
  });

  test("may not use it where names are collected", () => {
    const early = setFunctionArgs(({ pkgs }) => ({ tools: { [pkgs().git]: "x" } }), { pkgs: false });
    expect(problemOf(() => evaluate({ options }, extra, early).config).code).toBe("early-read");
  });

  test("says which they are, and is one module wherever it is met", () => {
    expect(declared.__functionArgs).toEqual({ pkgs: false });
    const lists = { options: { l: mkOption({ type: types.listOf(types.int) }) } };
    const one = setFunctionArgs(() => ({ l: [1] }), {});
    expect(dataOf(evaluate(lists, one, { imports: [one] }))).toEqual({ l: [1] });
  });

  test("works in a submodule, and behind a module that places it", () => {
    const site = types.submodule(
      setFunctionArgs(({ name, root }) => ({ options: { root: mkOption({ default: () => `${root()}/${name}` }) } }), {
        root: false,
      }),
    );
    const given = { a: { _module: { args: { root: "/srv" } } } };
    expect(dataOf(evaluate({ options: { sites: mkOption({ type: types.attrsOf(site) }) } }, { sites: given }))).toEqual(
      {
        sites: { a: { root: "/srv/a" } },
      },
    );
    expect(dataOf(evaluate({ options }, extra, setDefaultModuleLocation("/a.ts", declared)))).toMatchObject({
      git: "git-2, git-2",
    });
  });

  test("refuses arguments of the wrong kind", () => {
    // The casts: TypeScript would refuse them as well.
    const none = 1 as unknown as () => object;
    expect(problemOf(() => setFunctionArgs(none, {})).code).toBe("bad-argument");
    expect(problemOf(() => setFunctionArgs(() => ({}), ["a"] as never)).code).toBe("bad-argument");
    expect(problemOf(() => setFunctionArgs(() => ({}), { a: 1 } as never)).code).toBe("bad-argument");
  });
});

describe("a set with a function inside", () => {
  const functor = {
    __functor: (self: { readonly amount: number }) => (): object => ({ git: self.amount }),
    amount: 2,
    key: "ignored",
  };

  test("is the module that the function makes", () => {
    expect(dataOf(evaluate({ options }, functor))).toEqual({ git: 2, tools: {} });
    expect(dataOf(evaluate({ options }, { ...functor, amount: 3 }))).toEqual({ git: 3, tools: {} });
  });

  test("is one module wherever it is met", () => {
    const lists = { options: { l: mkOption({ type: types.listOf(types.int) }) } };
    const one = { __functor: () => () => ({ l: [1] }) };
    expect(dataOf(evaluate(lists, one, { imports: [one] }))).toEqual({ l: [1] });
  });

  test("gets the module arguments, and is placed by whoever imports it", () => {
    const reading = { __functor: () => () => ({ git: ({ config }: Given) => config["tools"].a }) };
    expect(dataOf(evaluate({ options }, { tools: { a: "x" } }, reading))).toMatchObject({ git: "x" });
    const wrong = { __functor: () => () => ({ tools: 1 }) };
    expect(problemOf(() => evaluate({ options }, setDefaultModuleLocation("/a.ts", wrong)).config["tools"])).toEqual({
      code: "wrong-type",
      path: "tools",
      files: ["/a.ts"],
    });
  });

  test("defines a submodule option as data", () => {
    const site = types.submodule({ options: { amount: mkOption({ type: types.int }) } });
    const { config } = evaluate(
      { options: { site: mkOption({ type: site }) } },
      { site: { __functor: functor.__functor } },
    );
    expect(problemOf(() => config["site"])).toMatchObject({ code: "undeclared-option", path: "site.__functor" });
  });
});
