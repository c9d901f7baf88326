import { describe, expect, test } from "vitest";
import {
  defineModule,
  defineSubmodule,
  mkBefore,
  mkDefault,
  mkForce,
  mkIf,
  mkMerge,
  mkOption,
} from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { attrsOf, lazyAttrsOf } from "../../src/types/attrs-of.ts";
import { functionTo } from "../../src/types/function-to.ts";
import { int } from "../../src/types/int.ts";
import { listOf } from "../../src/types/list-of.ts";
import { nullOr } from "../../src/types/null-or.ts";
import { str } from "../../src/types/str.ts";
import { submodule, submoduleWith } from "../../src/types/submodule.ts";
import { argumentProblemOf, bomb, dataOf, problemOf, toData, valueOf, valueOfBoth } from "./evaluate-option.ts";
import { accepts, diagnosticsOf, refuses } from "./expect-type.ts";

const number = mkOption({ type: int });
const numbers = mkOption({ type: listOf(int) });

accepts(submodule({}), [{}, () => ({}), "/module.ts", "./module.ts", "file:///module.ts", defineModule({})]);
refuses(submodule({}), [
  [1, null],
  [null, null],
  [[], null],
  ["module", null],
]);

describe("definitions", () => {
  const site = { options: { a: number, b: mkOption({ type: int, default: 5 }) } };

  test.each([
    ["fill the options, defaults the rest", [{ a: 1 }], { a: 1, b: 5 }],
    ["of several modules are put together", [{ a: 1 }, { b: 2 }], { a: 1, b: 2 }],
    ["have priorities option by option", [{ a: 1 }, { a: mkForce(2) }, { b: mkDefault(3) }], { a: 2, b: 3 }],
    [
      "have conditions option by option and as a whole",
      [mkIf(true, { a: mkIf(true, 1) }), mkIf(false, { a: 2 })],
      { a: 1, b: 5 },
    ],
    ["may come in a property of several", [mkMerge([{ a: 1 }, { b: 2 }])], { a: 1, b: 2 }],
    ["may have an order", [mkBefore({ a: 1 }), { b: 2 }], { a: 1, b: 2 }],
    ["may be lazy, as a whole and inside", [() => ({ a: () => 1 })], { a: 1, b: 5 }],
    ["may be modules: a function", [() => () => ({ config: { a: 1 } })], { a: 1, b: 5 }],
    [
      "may be modules: a shorthand function",
      [
        () =>
          ({ name }: { name: string }) => ({ a: name.length }),
      ],
      { a: 6, b: 5 },
    ],
    [
      "may be modules made by defineModule",
      [defineModule({ options: { c: mkOption({ type: int, default: 7 }) } }), { a: 1 }],
      { a: 1, b: 5, c: 7 },
    ],
  ])("%s", (_, definitions, expected) => {
    expect(dataOf(submodule(site), ...definitions)).toEqual(expected);
  });

  test("nothing defined is what the modules give by themselves, under a placeholder of a name", () => {
    const type = submodule({
      options: { a: mkOption({ type: str, default: (args: { name: string }) => args.name }), b: number },
    });
    expect(Object(valueOf(type)).a).toBe("‹name›");
    expect(problemOf(() => Object(valueOf(type)).b)).toBe("missing-value at b");
  });

  test("with shorthand, names that a module would have are options", () => {
    const options = { options: number, imports: number, config: number, key: number };
    const values = { options: 1, imports: 2, config: 3, key: 4 };
    expect(dataOf(submodule({ options }), values)).toEqual(values);
  });

  test("without shorthand, a set is a module", () => {
    const type = submoduleWith({ modules: [{ options: { a: number } }] });
    expect(dataOf(type, { imports: [{ options: { b: number } }], config: { a: 1, b: 2 } })).toEqual({ a: 1, b: 2 });
    expect(dataOf(type, { a: 1 })).toEqual({ a: 1 });
  });

  test("of undeclared names are errors with the whole path", () => {
    expect(problemOf(() => dataOf(submodule(site), { a: 1, c: 2 }))).toBe("undeclared-option at option.c");
  });
});

describe("the name inside", () => {
  const named = submodule({
    options: { name: mkOption({ type: str, default: (args: { name: string }) => args.name }) },
  });

  test.each<[string, AnyOptionType, unknown, unknown]>([
    ["of an option", named, {}, { name: "option" }],
    ["in a set", attrsOf(named), { web: {} }, { web: { name: "web" } }],
    ["in a list", listOf(named), [{}], [{ name: "[definition 1-entry 1]" }]],
    ["behind nullOr", nullOr(named), {}, { name: "option" }],
  ])("%s is the last of the path", (_, type, definition, expected) => {
    expect(dataOf(type, definition)).toEqual(expected);
  });
});

describe("the order of lists, base first unless a definition is a module", () => {
  const base = { options: { l: numbers }, config: { l: [0] } };

  // The expected lists are nixpkgs'.
  test.each([
    ["a set with shorthand", submodule(base), [{ l: [1] }], [0, 1]],
    ["a set without", submoduleWith({ modules: [base] }), [{ l: [1] }], [1, 0]],
    ["pieces in one", submodule({ options: { l: numbers } }), [mkMerge([{ l: [1] }, { l: [2] }])], [2, 1]],
    ["pieces inside", submodule({ options: { l: numbers } }), [{ l: mkMerge([[1], [2]]) }], [1, 2]],
  ])("%s", (_, type, definitions, expected) => {
    expect(dataOf(type, ...definitions)).toEqual({ l: expected });
  });

  test("modules and sets mixed", () => {
    const definitions = [() => () => ({ l: [1] }), { l: [2] }, () => () => ({ l: [3] })];
    // Roots in this order merge in the opposite one.
    const modules = [
      { options: { option: mkOption({ type: submodule(base) }) } },
      ...definitions.map((option) => ({ option })),
    ];
    expect(toData(evalModules({ modules }).config["option"])).toEqual({ l: [1, 3, 0, 2] });
  });
});

describe("lazy: what is not read is not computed", () => {
  test("options of a submodule", () => {
    const value = Object(valueOf(submodule({ options: { a: number, b: number } }), { a: bomb, b: 1 }));
    expect(Object.keys(value)).toEqual(["a", "b"]);
    expect(value.b).toBe(1);
  });

  test("submodules of a set", () => {
    const value = Object(valueOf(lazyAttrsOf(submodule({ options: { a: number } })), { x: bomb, y: { a: 1 } }));
    expect(toData(value.y)).toEqual({ a: 1 });
  });

  test("modules and default of an unread submodule", () => {
    const options = { a: number, sub: mkOption({ type: submodule(bomb) }) };
    expect(evalModules({ modules: [{ options, config: { a: 1 } }] }).config["a"]).toBe(1);
  });
});

test("arguments: specialArgs of the type, and the enclosing module's where a definition is written", () => {
  const type = submoduleWith({
    modules: [
      ({ greeting }: { greeting: string }) => ({ options: { text: mkOption({ type: str, default: greeting }) } }),
    ],
    specialArgs: { greeting: "hello" },
  });
  expect(dataOf(type)).toEqual({ text: "hello" });
  const outer = {
    options: { sub: mkOption({ type: submodule({ options: { a: number } }) }), n: number },
    config: { n: 4, sub: { a: ({ config }: { config: { n: number } }) => config.n } },
  };
  expect(toData(evalModules({ modules: [outer] }).config)).toEqual({ n: 4, sub: { a: 4 } });
});

test("the class of modules is checked", () => {
  const type = submoduleWith({ modules: [{ _class: "nixos" }], class: "home" });
  expect(diagnosticsOf(() => dataOf(type, {}))[0]?.code).toBe("class-mismatch");
});

test("a submodule with freeformType takes any name", () => {
  const type = submodule({ freeformType: attrsOf(int), options: { a: number } });
  expect(type.description).toBe("open submodule of attribute set of signed integer");
  expect(dataOf(type, { a: 1, b: 2 })).toEqual({ a: 1, b: 2 });
  expect(submodule(defineSubmodule({ freeformType: attrsOf(int) })).description).toContain("open submodule of");
  expect(submoduleWith({ modules: [], description: "site" }).description).toBe("site");
});

describe("a submodule that contains itself", () => {
  const tree: AnyOptionType = submodule({
    options: {
      value: number,
      children: mkOption({ type: () => attrsOf(tree), default: {} }),
    },
  });

  test("is made and described without going into itself", () => {
    expect(tree.description).toBe("submodule");
    expect(tree.subModules).toHaveLength(1);
  });

  test("is evaluated as deep as it is defined", () => {
    const value = { value: 1, children: { a: { value: 2, children: { b: { value: 3 } } } } };
    expect(dataOf(tree, value)).toEqual({
      value: 1,
      children: { a: { value: 2, children: { b: { value: 3, children: {} } } } },
    });
  });

  test("is merged with another declaration at the top", () => {
    const more = submodule({ options: { label: mkOption({ type: str, default: "x" }) } });
    expect(toData(valueOfBoth([tree, more], { value: 1 }))).toEqual({ value: 1, label: "x", children: {} });
  });
});

describe("declared twice", () => {
  const a = { options: { a: mkOption({ type: int, default: 1 }) } };
  const b = { options: { b: mkOption({ type: int, default: 2 }) } };

  test("modules add up, also inside other types", () => {
    expect(toData(valueOfBoth([submodule(a), submodule(b)]))).toEqual({ a: 1, b: 2 });
    expect(toData(valueOfBoth([attrsOf(submodule(a)), attrsOf(submodule(b))], { x: {} }))).toEqual({
      x: { a: 1, b: 2 },
    });
    expect(toData(valueOfBoth([nullOr(submodule(a)), nullOr(submodule(b))], {}))).toEqual({ a: 1, b: 2 });
    const call: unknown = valueOfBoth([functionTo(submodule(a)), functionTo(submodule(b))], () => () => ({}));
    expect(toData(Reflect.apply(Object(call), undefined, []))).toEqual({ a: 1, b: 2 });
  });

  test("with another kind of type they do not agree", () => {
    expect(submodule(a).typeMerge(int)).toBeNull();
    expect(submodule(a).typeMerge(attrsOf(submodule(a)))).toBeNull();
  });

  test("what one leaves open, the other says", () => {
    const open = submoduleWith({ modules: [], shorthandOnlyDefinesConfig: null });
    const merged = open.typeMerge(
      submoduleWith({ modules: [], class: "home", description: "home", specialArgs: { x: 1 } }),
    );
    expect(merged?.submodule).toMatchObject({ class: "home", specialArgs: { x: 1 } });
    expect(merged?.description).toBe("home");
    expect(open.typeMerge(submodule(a))?.subModules).toEqual([a]);
  });

  test.each([
    ["class", { class: "home" }, { class: "nixos" }, ["home", "nixos"]],
    ["description", { description: "x" }, { description: "y" }, ["x", "y"]],
    ["shorthandOnlyDefinesConfig", { shorthandOnlyDefinesConfig: true }, {}, ["true", "false"]],
    ["specialArgs", { specialArgs: { p: 1, q: 2, r: 3 } }, { specialArgs: { p: 1, q: 0, r: 0 } }, ["q", "r"]],
  ])("a different %s is refused", (what, left, right, values) => {
    const merge = (): unknown =>
      submoduleWith({ modules: [], ...left }).typeMerge(submoduleWith({ modules: [], ...right }));
    expect(diagnosticsOf(merge)[0]).toMatchObject({ code: "submodule-conflict", data: { what, values } });
  });
});

test("options declared below the option extend it", () => {
  const options = { sub: { deep: mkOption({ type: int, default: 3 }) } };
  const modules = [
    { options: { sub: mkOption({ type: submodule({ options: { a: number } }) }) }, config: { sub: { a: 1 } } },
    { options },
  ];
  expect(toData(evalModules({ modules }).config)).toEqual({ sub: { a: 1, deep: 3 } });
});

test("modules are a list", () => {
  // The cast: what TypeScript would refuse.
  expect(argumentProblemOf(() => submoduleWith({ modules: {} as never }))).toBe(
    "submoduleWith: `modules` must be a list",
  );
  expect(submodule([{}, {}]).subModules).toHaveLength(2);
});
