// `disabledModules`: what an item names, and what disabling reaches.
import { describe, expect, it } from "vitest";
import { defineModule } from "../../src/authoring/define-module.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, option, read } from "./evaluation.ts";
import { evaluateFiles } from "./files.ts";
import { diagnosticOf } from "./problems.ts";

const list = { options: { l: option(types.listOf(types.str)) } };
const named = (name: string, more: object = {}): object => ({ ...more, config: { l: [name] } });
const disable = (...disabledModules: readonly unknown[]): object => ({ disabledModules });

describe("an item names", () => {
  const object = named("object");
  const defined = defineModule({}).config({ l: ["defined"] });
  const fn = (): object => named("function");
  const modules = [object, defined, fn, named("k", { key: "k" }), named("five", { key: 5 })];
  const all = ["five", "k", "function", "defined", "object"];

  it.each<readonly [string, unknown, string]>([
    ["a module by value", object, "object"],
    ["a defined module", defined, "defined"],
    ["a function", fn, "function"],
    ["a module by its key", { key: "k" }, "k"],
    ["a module by a key that is text of a number", { key: "5" }, "five"],
    ["a module by a number", 5, "five"],
    ["an anonymous module by its place", { key: ":anon-1" }, "object"],
    ["a module by value that has that key", named("other", { key: "k" }), "k"],
  ])("%s", (_name, item, gone) => {
    const off = { imports: [disable(item)] };
    expect(read(evaluate(...modules, list, off), "l")).toEqual(all.filter((name) => name !== gone));
  });

  it.each<readonly [string, string]>([
    ["an absolute path", "/lib/a.ts"],
    ["a path relative to its file", "../lib/a.ts"],
    ["a path below modulesPath", "a.ts"],
  ])("%s", (_name, item) => {
    const files = { "/lib/a.ts": named("a"), "/host/off.ts": disable(item) };
    const evaluation = evaluateFiles(files, [list, "/lib/a.ts", "/host/off.ts"], { modulesPath: "/lib" });
    expect(read(evaluation, "l")).toEqual([]);
  });

  it("a file by value", () => {
    const module = named("a");
    expect(read(evaluateFiles({ "/a.ts": module }, [list, "/a.ts", disable(module)]), "l")).toEqual([]);
  });

  it("in a submodule a path below the modulesPath of the submodule", () => {
    const modules = [list, "/lib/a.ts", disable("a.ts")];
    const options = {
      own: option(types.submoduleWith({ modules, specialArgs: { modulesPath: "/lib" } })),
      parents: option(types.submoduleWith({ modules })),
    };
    const evaluation = evaluateFiles({ "/lib/a.ts": named("a") }, [{ options }], { modulesPath: "/lib" });
    expect(read(evaluation, "own.l")).toEqual([]);
    expect(read(evaluation, "parents.l")).toEqual(["a"]);
  });

  it.each<readonly [string, unknown, string]>([
    ["a set without key", {}, "no-key"],
    ["null", null, "kind"],
    ["a list", [], "kind"],
    ["a function that is no module here", (): object => ({}), "kind"],
  ])("nothing: %s", (_name, item, problem) => {
    expect(diagnosticOf(() => evaluate({ _file: "/a.ts", disabledModules: [item] }).config)).toMatchObject({
      code: "bad-disabled-module",
      origin: { file: "/a.ts" },
      data: { problem },
    });
  });
});

describe("disabling", () => {
  const k = (key: string, ...imports: readonly unknown[]): object => named(key, { key, imports });

  it("acts everywhere in the tree, before and after", () => {
    const modules = [k("a", k("x")), disable({ key: "x" }), k("b", k("x"))];
    expect(read(evaluate(list, ...modules), "l")).toEqual(["b", "a"]);
  });

  it("removes what a module imports only as reached through it", () => {
    const [main, foo, bar] = [
      k("main", k("foo", k("x")), k("bar", k("x"))),
      disable({ key: "foo" }),
      disable({ key: "bar" }),
    ];
    expect(read(evaluate(list, main), "l")).toEqual(["x", "bar", "foo", "main"]);
    expect(read(evaluate(list, main, foo), "l")).toEqual(["x", "bar", "main"]);
    expect(read(evaluate(list, main, bar), "l")).toEqual(["x", "foo", "main"]);
    expect(read(evaluate(list, main, foo, bar), "l")).toEqual(["main"]);
  });

  it("acts also from a module that is disabled, and from those it imports", () => {
    const a = named("a", { key: "a", disabledModules: [{ key: "b" }] });
    const b = named("b", { key: "b", disabledModules: [{ key: "a" }] });
    expect(read(evaluate(list, a, b), "l")).toEqual([]);
    const outer = named("outer", { key: "outer", imports: [disable({ key: "c" })] });
    expect(read(evaluate(list, outer, k("c"), disable({ key: "outer" })), "l")).toEqual([]);
  });

  it("may be of itself", () => {
    expect(read(evaluate(list, named("a", { key: "a", disabledModules: [{ key: "a" }] })), "l")).toEqual([]);
  });

  it("of the module that declares an option makes its definitions errors", () => {
    const declaring = { key: "d", options: { n: option(types.int) } };
    const evaluation = evaluate(declaring, { n: 1 }, disable({ key: "d" }));
    expect(diagnosticOf(() => evaluation.config)).toMatchObject({ code: "undeclared-option", path: ["n"] });
  });

  it("of a place given as text does nothing: text is a path", () => {
    expect(read(evaluate(named("a"), list, disable(":anon-1")), "l")).toEqual(["a"]);
  });

  it("of what nobody imports does nothing", () => {
    expect(read(evaluate(list, named("a"), disable({ key: "nobody" }, 7)), "l")).toEqual(["a"]);
  });
});
