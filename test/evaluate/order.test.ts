// The order of definitions: modules breadth first, reversed.
import { describe, expect, it } from "vitest";
import { mkMerge } from "../../src/authoring/mk-merge.ts";
import { mkOptionDefault } from "../../src/authoring/priorities.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, option, read } from "./evaluation.ts";
import { diagnosticOf, inShort } from "./problems.ts";

const list = { options: { l: option(types.listOf(types.unspecified)) } };

/** A module that adds its own name to the list. */
function named(name: string, ...imports: readonly unknown[]): object {
  return { imports, config: { l: [name] } };
}

describe("modules", () => {
  it("come breadth first, reversed: imported before importers, later roots before earlier ones", () => {
    const a = named("a", named("a1", named("a1x")), named("a2"));
    const b = named("b", named("b1", named("b1x")));
    expect(read(evaluate(list, a, b), "l")).toEqual(["b1x", "a1x", "b1", "a2", "a1", "b", "a"]);
  });

  it("count where they are met first in that walk: a shallow occurrence beats one written before it", () => {
    const shared = named("shared");
    const deep = named("deep", named("deeper", shared));
    expect(read(evaluate(list, deep, shared), "l")).toEqual(["deeper", "shared", "deep"]);
  });

  it("keep the order that one module writes", () => {
    const merged = { config: mkMerge([{ l: ["x"] }, mkMerge([{ l: ["y"] }]), { l: ["z"] }]) };
    expect(read(evaluate(list, merged), "l")).toEqual(["x", "y", "z"]);
    expect(read(evaluate(list, { l: mkMerge([["x"], ["y"]]) }), "l")).toEqual(["x", "y"]);
  });

  it("order definitions, files and declarations alike", () => {
    const declaring = ["/a.ts", "/b.ts"].map((_file) => ({ _file, options: { l: option(types.listOf(types.str)) } }));
    const defining = ["/c.ts", "/d.ts"].map((_file) => ({ _file, config: { l: [_file] } }));
    const { options } = evaluate(...declaring, ...defining);
    expect(options["l"]).toMatchObject({
      definitions: [["/d.ts"], ["/c.ts"]],
      files: ["/d.ts", "/c.ts"],
      declarations: ["/b.ts", "/a.ts"],
    });
  });

  it("list the later of two conflicting definitions first", () => {
    const modules = ["/a.ts", "/b.ts"].map((_file) => ({ _file, config: { n: _file } }));
    const evaluation = evaluate({ options: { n: option(types.str) } }, ...modules);
    expect(inShort(diagnosticOf(() => read(evaluation, "n"))).files).toEqual(["/b.ts", "/a.ts"]);
  });

  it("let the earlier root win a name of sets that are merged shallowly", () => {
    const sets = { options: { attrs: option(types.attrs), untyped: option() } };
    const both = (value: unknown): object => ({ attrs: value, untyped: value });
    expect(dataOf(evaluate(sets, both({ x: 1 }), both({ x: 2 })))).toEqual({ attrs: { x: 1 }, untyped: { x: 1 } });
    const nested = evaluate(sets, both({ b: { x: 1 } }), both({ b: { y: 2 } }));
    expect(dataOf(nested)).toEqual({ attrs: { b: { x: 1 } }, untyped: { b: { x: 1 } } });
  });

  it("put the default before every definition of the same priority", () => {
    const weak = { options: { l: option(types.listOf(types.str), { default: ["default"] }) } };
    expect(read(evaluate(weak), "l")).toEqual(["default"]);
    expect(read(evaluate(weak, named("a")), "l")).toEqual(["a"]);
    expect(read(evaluate(weak, { l: mkOptionDefault(["a"]) }), "l")).toEqual(["default", "a"]);
  });

  it("take the attributes of the later root where both declare", () => {
    const declared = (internal: boolean): object => ({ options: { a: option(types.int, { internal }) } });
    expect(evaluate(declared(true), declared(false)).options["a"]).toMatchObject({ internal: false });
    expect(evaluate(declared(false), declared(true)).options["a"]).toMatchObject({ internal: true });
  });
});
