// Which options documentation finds inside an option. The expectations are what nixpkgs answers for the same options.
import { describe, expect, it } from "vitest";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { optionAttrSetToDocList } from "../../src/docs/index.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import type { OptionTree } from "../../src/model/option.ts";
import { mkOptionType } from "../../src/types/define-type.ts";
import { types } from "../../src/types/types.ts";
import { bomb, type Given, option } from "../evaluate/evaluation.ts";
import { documented, listed, names } from "./documented.ts";

const { attrsOf, either, int, listOf, nullOr, oneOf, str, submodule } = types;

/** A submodule with the option `x`. */
const inner: AnyOptionType = submodule({ options: { x: option(int) } });

describe("the path of an option in a submodule", () => {
  it.each<[string, AnyOptionType, string]>([
    ["submodule", inner, "a.x"],
    ["attrsOf", attrsOf(inner), "a.<name>.x"],
    ["lazyAttrsOf", types.lazyAttrsOf(inner), "a.<name>.x"],
    ["attrsWith", types.attrsWith({ elemType: inner, placeholder: "host" }), "a.<host>.x"],
    ["listOf", listOf(inner), "a.*.x"],
    ["nonEmptyListOf", types.nonEmptyListOf(inner), "a.*.x"],
    ["attrListOf", types.attrListOf(inner), "a.*.x"],
    ["functionTo", types.functionTo(inner), "a.<function body>.x"],
    ["nullOr", nullOr(inner), "a.x"],
    ["uniq", types.uniq(inner), "a.x"],
    ["addCheck", types.addCheck(inner, () => true), "a.x"],
    ["coercedTo", types.coercedTo(int, (x) => ({ x }), inner), "a.x"],
    ["deferredModule", types.deferredModuleWith({ staticModules: [{ options: { x: option(int) } }] }), "a.x"],
    ["types in one another", attrsOf(listOf(nullOr(inner))), "a.<name>.*.x"],
  ])("in %s", (_, type, path) => {
    expect(names({ a: option(type) })).toEqual(["a", path]);
  });

  it.each([
    int,
    types.anything,
    attrsOf(str),
    either(int, inner),
    oneOf([inner, int, str]),
    either(inner, nullOr(inner)),
  ])("does not exist in $description", (type) => {
    expect(listed({ options: { a: option(type) } }).filter(({ loc }) => loc[0] === "a")).toHaveLength(1);
  });

  it("goes through submodules in submodules", () => {
    const outer = submodule({ options: { y: { z: option(attrsOf(inner)) }, w: option(int) } });
    expect(names({ a: option(listOf(outer)) })).toEqual(["a", "a.*.w", "a.*.y.z", "a.*.y.z.<name>.x"]);
  });

  it("stands at once after the option with the submodule", () => {
    expect(names({ b: option(int), a: option(inner), c: option(int) })).toEqual(["a", "a.x", "b", "c"]);
  });
});

describe("an alternative of a tagged union", () => {
  const union = types.attrTag({
    b: option(inner, { description: "one" }),
    c: mkOption({ type: int, default: 3, apply: () => "three" }),
  });

  it("stands under its tag, without options of the evaluator", () => {
    const records = listed({ options: { a: option(listOf(union)) } });
    const paths = records.filter(({ loc }) => loc[0] === "a" && !loc.includes("b")).map(({ name }) => name);
    expect(paths).toEqual(["a", "a.*.c"]);
    expect(documented({ options: { a: option(union) } })).toMatchObject([
      { name: "a" },
      { name: "a.b", description: "one", type: "submodule" },
      { name: "a.b.x" },
      { name: "a.c", default: { text: "3" }, type: "signed integer" },
    ]);
  });

  it("is declared where the union is", () => {
    const module = {
      _file: "/f.ts",
      options: { a: option(types.attrTag({ b: option(types.attrTag({ c: option(int) })) })) },
    };
    expect(documented(module).map(({ declarations }) => declarations)).toEqual([["/f.ts"], ["/f.ts"], ["/f.ts"]]);
  });

  it("may have a default that needs a definition", () => {
    const asks = option(int, { default: ({ config }: Given) => config.port });
    expect(documented({ options: { a: option(types.attrTag({ b: asks })) } })[1]?.default?.text).toBe("<computed>");
  });
});

describe("a submodule", () => {
  it("is evaluated with a placeholder for its name, and without checks", () => {
    const module = ({ name, config }: Given): object => ({
      options: {
        x: option(str, { default: () => `${name}.example.org` }),
        y: option(int, { default: () => config.z + 1 }),
        z: option(int),
      },
      config: { nope: bomb, z: 4 },
    });
    const records = documented({ options: { a: option(attrsOf(submodule(module))) } });
    expect(records.map((record) => record.default?.text)).toEqual([undefined, '"‹name›.example.org"', "5", undefined]);
  });

  it("has the declarations of its modules, whose files are those of the option if they name none", () => {
    const one = { _file: "/f.ts", options: { a: option(inner) } };
    const other = {
      _file: "/g.ts",
      options: { a: option(submodule({ _file: "/h.ts", options: { y: option(int) } })) },
    };
    expect(documented(one, other).map(({ name, declarations }) => [name, declarations])).toEqual([
      ["a", ["/g.ts", "/f.ts"]],
      ["a.x", ["/f.ts"]],
      ["a.y", ["/h.ts"]],
    ]);
  });

  it("has the options that other modules declare below it", () => {
    const records = documented({ options: { a: option(inner) } }, { options: { a: { y: option(int) } } });
    expect(records.map(({ name }) => name)).toEqual(["a", "a.x", "a.y"]);
  });

  it("may import a module by its path", () => {
    const loader = {
      resolve: (path: string): string => path,
      load: () => ({ options: { loaded: option(int) } }),
    };
    const modules = [{ options: { a: option(submodule({ imports: ["/inner.ts"] })) } }];
    const records = optionAttrSetToDocList(evalModules({ modules, loader }).options);
    expect(records.map(({ name }) => name)).toContain("a.loaded");
  });

  it.each([
    [true, ["a", "a.x"]],
    [false, ["a"]],
    ["shallow", ["a"]],
    ["transparent", ["a", "a.x"]],
  ] as const)("with `visible: %o` is listed as %j", (visible, expected) => {
    expect(names({ a: option(inner, { visible }) })).toEqual(expected);
  });

  it("in an internal option is listed, and not internal itself", () => {
    expect(documented({ options: { a: option(inner, { internal: true }) } })).toMatchObject([
      { name: "a", internal: true },
      { name: "a.x", internal: false },
    ]);
  });

  it("that is not listed is not looked at", () => {
    expect(names({ a: option(submodule(bomb), { visible: "shallow" }) })).toEqual(["a"]);
  });
});

describe("the options of undeclared names", () => {
  it("stand in the place of `_freeformOptions`, at the path of the submodule", () => {
    const options = { Up: option(int), low: option(int), _a: option(int) };
    const open = submodule({ freeformType: attrsOf(inner), options });
    const paths = ["a.<name>.Up", "a.<name>._a", "a.<name>.<name>.x", "a.<name>.low"];
    expect(names({ a: option(attrsOf(open)) })).toEqual(["a", ...paths]);
    const all = listed({ options: { a: option(attrsOf(open)) } }).map(({ name }) => name);
    expect(all.indexOf("a.<name>.<name>.x")).toBeLessThan(all.indexOf("a.<name>._module.args"));
  });

  it("are found where only the evaluation of the submodule tells", () => {
    expect(names({ a: option(submodule(() => ({ freeformType: attrsOf(inner) }))) })).toEqual(["a", "a.<name>.x"]);
  });

  it("are not there if these are no options, or at the root", () => {
    const open = submodule({ freeformType: attrsOf(int), options: { low: option(int) } });
    expect(names({ a: option(open) })).toEqual(["a", "a.low"]);
    expect(documented({ freeformType: attrsOf(inner), options: { a: option(int) } })).toHaveLength(1);
  });
});

describe("a submodule that contains itself", () => {
  it("is listed once", () => {
    const node: AnyOptionType = submodule((): object => ({
      options: { name: option(str), parts: option(attrsOf(node)) },
    }));
    expect(names({ tree: option(node) })).toEqual(["tree", "tree.name", "tree.parts"]);
    const lazy: { readonly options: OptionTree } = {
      options: { x: option((): AnyOptionType => listOf(submodule(lazy))) },
    };
    expect(names(lazy.options)).toEqual(["x", "x.*.x"]);
  });

  it("is listed in each place where it begins", () => {
    const node: AnyOptionType = submodule((): object => ({ options: { next: option(nullOr(node)) } }));
    expect(names({ a: option(node), b: option(listOf(node)) })).toEqual(["a", "a.next", "b", "b.*.next"]);
  });

  it("is listed once for its undeclared names", () => {
    const open: AnyOptionType = submodule((): object => ({ freeformType: attrsOf(open), options: { q: option(int) } }));
    expect(names({ a: option(open) })).toEqual(["a", "a.q"]);
  });

  it("ends also where a function makes it anew", () => {
    const make = (): AnyOptionType => submodule(() => ({ options: { kid: option(nullOr(make())) } }));
    expect(names({ a: option(make()) })).toHaveLength(5);
    const grow = (size: number): AnyOptionType =>
      submodule(() => ({ options: { [`x${size}`]: option(grow(size + 1)) } }));
    expect(names({ a: option(grow(0)) })).toHaveLength(25);
  });

  it("is not what others are that one function makes", () => {
    const box = (type: AnyOptionType): AnyOptionType => submodule(() => ({ options: { v: option(type) } }));
    expect(names({ a: option(box(box(box(int)))) })).toEqual(["a", "a.v", "a.v.v", "a.v.v.v"]);
  });

  it("ends where types contain themselves without a submodule", () => {
    const self: AnyOptionType = mkOptionType({
      name: "self",
      memberName: "*",
      nestedTypes: () => ({ elemType: self }),
    });
    expect(names({ a: option(self) })).toEqual(["a"]);
  });
});

describe("submodules of one module function", () => {
  it("differ by their special arguments, also inside one another", () => {
    const byArgument = ({ kind, inside }: Given) => ({ options: { [String(kind)]: option(int), ...Object(inside) } });
    const of = (kind: string, inside: object): AnyOptionType =>
      types.submoduleWith({ modules: [byArgument], specialArgs: { kind, inside } });
    const inX = { deep: option(of("y", {})) };
    expect(names({ a: option(of("x", inX)), b: option(of("z", {})) })).toEqual([
      "a",
      "a.deep",
      "a.deep.y",
      "a.x",
      "b",
      "b.z",
    ]);
  });

  it("differ by their class", () => {
    const byClass = ({ _class, inside }: Given) => ({ options: { [String(_class)]: option(int), ...Object(inside) } });
    const inside = {
      deep: option(types.submoduleWith({ modules: [byClass], specialArgs: { inside: {} }, class: "y" })),
    };
    const outer = types.submoduleWith({ modules: [byClass], specialArgs: { inside }, class: "x" });
    expect(names({ a: option(outer) })).toEqual(["a", "a.deep", "a.deep.y", "a.x"]);
  });
});
