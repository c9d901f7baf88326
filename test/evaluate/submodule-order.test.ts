// The order of definitions in submodules: it turns round at each level, and once more for definitions that are modules.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkMerge } from "../../src/authoring/mk-merge.ts";
import { defineModule } from "../../src/authoring/define-module.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, option, read } from "./evaluation.ts";

const list = option(types.listOf(types.int));
const withBase = { options: { l: list }, config: { l: [0] } };

/** An option `a` of a submodule that defines `l: [0]` itself. */
const shorthand = { options: { a: option(types.submodule(withBase)) } };
const longhand = { options: { a: option(types.submoduleWith({ modules: [withBase] })) } };

describe("submodules", () => {
  it("turn the order round at each level", () => {
    const inner = types.submodule({ options: { l: list } });
    const outer = types.submodule({ options: { l: list, b: option(inner) } });
    const modules = [1, 2].map((n) => ({ l: [n], a: { l: [n], b: { l: [n] } } }));
    const evaluation = evaluate({ options: { l: list, a: option(outer) } }, ...modules);
    expect(dataOf(evaluation)).toEqual({ l: [2, 1], a: { l: [1, 2], b: { l: [2, 1] } } });
  });

  it("turn it round in attrsOf(submodule) as well", () => {
    const inner = types.attrsOf(types.submodule({ options: { l: list } }));
    const outer = types.attrsOf(types.submodule({ options: { l: list, b: option(inner) } }));
    const modules = [1, 2].map((n) => ({ a: { x: { l: [n], b: { y: { l: [n] } } } } }));
    const evaluation = evaluate({ options: { a: option(outer) } }, ...modules);
    expect(dataOf(evaluation)).toEqual({ a: { x: { l: [1, 2], b: { y: { l: [2, 1] } } } } });
  });

  const fn =
    (n: number): unknown =>
    () =>
    (): object => ({ l: [n] });
  const set = (n: number): unknown => ({ l: [n] });
  const defined = (n: number): unknown => defineModule({}).config({ l: [n] });
  it.each([
    ["a set follows the base", shorthand, [set(1)], [0, 1]],
    ["a set without shorthand is a module, and precedes it", longhand, [set(1)], [1, 0]],
    ["a function precedes the base", shorthand, [fn(1)], [1, 0]],
    ["a defined module precedes the base", shorthand, [defined(1)], [1, 0]],
    ["functions precede, sets follow", shorthand, [fn(1), set(2), fn(3)], [1, 3, 0, 2]],
    ["without shorthand all precede, in the order of roots", longhand, [fn(1), set(2), fn(3)], [1, 2, 3, 0]],
  ])("%s", (_name, module, definitions, expected) => {
    expect(read(evaluate(module, ...definitions.map((a) => ({ a }))), "a.l")).toEqual(expected);
  });

  it.each([
    ["pieces of a value are modules, so they are turned round", mkMerge([{ l: [1] }, { l: [2] }]), [0, 2, 1]],
    ["pieces of an option inside stay", { l: mkMerge([[1], [2]]) }, [0, 1, 2]],
    ["a condition changes nothing", mkIf(true, mkMerge([{ l: [1] }, { l: [2] }])), [0, 2, 1]],
  ])("%s", (_name, a, expected) => {
    expect(read(evaluate(shorthand, { a }), "a.l")).toEqual(expected);
  });

  it("come with all modules of all their declarations", () => {
    const declare = (n: number): object => ({
      options: { a: option(types.submodule({ options: { [`n${n}`]: option(types.int, { default: n }) } })) },
    });
    expect(dataOf(evaluate(declare(1), declare(2)))).toEqual({ a: { n1: 1, n2: 2 } });
  });
});
