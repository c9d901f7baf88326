// How modules are told apart: keys, identities, files; and the graph that shows them.
import { describe, expect, it } from "vitest";
import { defineModule } from "../../src/authoring/define-module.ts";
import type { ModuleGraphNode } from "../../src/model/module.ts";
import { types } from "../../src/types/types.ts";
import { bomb, counted, evaluate, option, read } from "./evaluation.ts";
import { evaluateFiles } from "./files.ts";

const list = { options: { l: option(types.listOf(types.str)) } };
const named = (name: string, more: object = {}): object => ({ ...more, config: { l: [name] } });

function keysOf(graph: readonly ModuleGraphNode[]): readonly string[] {
  return graph.flatMap(({ key, imports }) => [key, ...keysOf(imports)]);
}

describe("keys", () => {
  it("are given, or made of the place of the first occurrence", () => {
    const root = { _file: "F", imports: [{}, { key: "kk", imports: [{}] }, (): object => ({})] };
    const expected = [":anon-1", ":anon-1:anon-1", "kk", "kk:anon-1", ":anon-1:anon-3", ":anon-2"];
    expect(keysOf(evaluate(root, {}).graph)).toEqual(expected);
  });

  it("are paths for files, unless the file says otherwise", () => {
    const files = { "/a.ts": { imports: ["./b.ts", {}] }, "/b.ts": { key: "b" } };
    expect(keysOf(evaluateFiles(files, ["/a.ts"]).graph)).toEqual(["/a.ts", "b", "/a.ts:anon-2"]);
  });

  it.each([
    [5, "5"],
    [true, "true"],
    ["", ""],
  ])("%o is the text %o", (key, text) => {
    expect(keysOf(evaluate({ key }).graph)).toEqual([text]);
  });

  it("make modules one; the first in the walk is taken, with its imports", () => {
    const first = named("first", { key: "k", imports: [named("of first")] });
    const second = named("second", { key: "k", imports: [named("of second")] });
    expect(read(evaluate(list, first, second), "l")).toEqual(["of first", "first"]);
    expect(read(evaluate(list, { imports: [first] }, second), "l")).toEqual(["of second", "second"]);
  });

  it("may be the names of JavaScript's own properties", () => {
    const modules = ["__proto__", "constructor", "toString"].map((key) => named(key, { key }));
    expect(read(evaluate(list, ...modules), "l")).toEqual(["toString", "constructor", "__proto__"]);
  });
});

describe("one object is one module", () => {
  it.each<readonly [string, unknown]>([
    ["an object", named("x")],
    ["a defined module", defineModule({}).config({ l: ["x"] })],
    ["a function", (): object => named("x")],
  ])("met twice by value: %s", (_name, module) => {
    expect(read(evaluate(list, module, { imports: [module] }, module), "l")).toEqual(["x"]);
  });

  it("met by value and through the paths of its files", () => {
    const module = named("x");
    const files = { "/a.ts": module, "/again.ts": module, "/all.ts": { imports: ["./a.ts", module] } };
    for (const modules of [[module, "/a.ts"], ["/a.ts", module], ["/a.ts", "/again.ts"], ["/all.ts"]]) {
      expect(read(evaluateFiles(files, [list, ...modules]), "l")).toEqual(["x"]);
    }
  });

  it("met through functions that return it", () => {
    const module = named("x");
    expect(
      read(
        evaluate(list, module, () => module, { imports: [() => module] }),
        "l",
      ),
    ).toEqual(["x"]);
  });

  it("is not another object that looks the same", () => {
    expect(read(evaluate(list, named("x"), named("x")), "l")).toEqual(["x", "x"]);
    const make = (): object => named("x");
    expect(
      read(
        evaluate(
          list,
          () => make(),
          () => make(),
        ),
        "l",
      ),
    ).toEqual(["x", "x"]);
  });

  it("is called once", () => {
    const module = counted(() => named("x"));
    expect(read(evaluate(list, module, { imports: [module] }), "l")).toEqual(["x"]);
    expect(module.calls).toBe(1);
  });

  it("declares its options once, and so does the same declaration met through two modules", () => {
    const declared = option(types.int, { default: 1, description: "Once." });
    const evaluation = evaluate({ options: { a: declared } }, { options: { a: declared } });
    expect(read(evaluation, "a")).toBe(1);
    const nested = option(types.submodule({ options: { x: option(types.int) } }));
    const tree = { y: option(types.int, { default: 2 }) };
    expect(
      read(
        evaluate({ options: { s: nested } }, { options: { s: tree } }, { options: { s: tree } }, { s: { x: 1 } }),
        "s.y",
      ),
    ).toBe(2);
  });
});

describe("the file of a module", () => {
  const places = (...modules: readonly unknown[]): unknown => evaluate(list, ...modules).options["l"];

  it("is what it says, that of its defineModule call, or unknown", () => {
    expect(places(named("x", { _file: "/a.ts" }))).toMatchObject({ files: ["/a.ts"] });
    const defined = defineModule({}).config({ l: ["x"] });
    expect(places(defined)).toMatchObject({ files: [import.meta.filename] });
    expect(places(named("x"))).toMatchObject({ files: ["<unknown-file>"] });
  });

  it("is its path, whatever else the path leads to", () => {
    const defined = defineModule({}).config({ l: ["x"] });
    for (const module of [named("x"), defined, (): object => named("x")]) {
      expect(evaluateFiles({ "/a.ts": module }, [list, "/a.ts"]).options["l"]).toMatchObject({ files: ["/a.ts"] });
    }
    const said = named("x", { _file: "/b.ts" });
    expect(evaluateFiles({ "/a.ts": said }, [list, "/a.ts"]).options["l"]).toMatchObject({ files: ["/b.ts"] });
  });
});

describe("the graph", () => {
  const node = (key: string, disabled: boolean, ...imports: readonly object[]): object => ({
    key,
    file: "<unknown-file>",
    disabled,
    imports,
  });

  it("shows the tree as it is written, repeated and disabled modules included", () => {
    const c = { key: "c" };
    const b = { key: "b", imports: [c, { key: "c" }] };
    const a = { key: "a", imports: [b, c], disabledModules: [{ key: "b" }] };
    const shownC = node("c", false);
    const shownB = node("b", true, shownC, shownC);
    expect(evaluate(a, b).graph).toEqual([node("a", false, shownB, shownC), shownB]);
  });

  it("ends where a cycle closes, and is frozen", () => {
    const a = { key: "a", imports: [(): object => b] };
    const b = { key: "b", imports: [(): object => a] };
    const { graph } = evaluate(a);
    expect(graph).toEqual([node("a", false, node("b", false, node("a", false)))]);
    expect(graph.every((each) => Object.isFrozen(each))).toBe(true);
  });

  it("needs neither options nor definitions", () => {
    const module = { key: "m", options: bomb, config: bomb };
    expect(evaluate(module, { undeclared: 1 }).graph.map(({ key }) => key)).toEqual(["m", ":anon-2"]);
  });
});
