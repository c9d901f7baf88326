// What `options.x` tells about an option.
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { mkDefault, mkDefinition, mkForce, mkIf, mkMerge } from "../../src/authoring/index.ts";
import { evalModules } from "./lint-cases.ts";
import { isOption } from "../../src/model/option.ts";
import { types } from "../../src/types/types.ts";
import { bomb, dataOf, evaluate, type Given, option, read } from "./evaluation.ts";
import { problemOf } from "./problems.ts";
import { defined, definedWith, stateOf } from "./properties-defined.ts";

const { int, listOf } = types;

describe("an evaluated option", () => {
  it("has a path, which is also its text", () => {
    const declared = { options: { services: { "my app": option(int, { default: 1 }) } } };
    const state = stateOf(evalModules({ modules: [declared], prefix: ["hosts", "one"] }), 'services."my app"');
    expect(state.loc).toEqual(["hosts", "one", "services", "my app"]);
    expect(String(state)).toBe('hosts.one.services."my app"');
    expect(isOption(state)).toBe(true);
  });

  it("lists the definitions that won, stripped and in order, with their files", () => {
    const definitions = [
      mkDefault([0]),
      mkForce(mkIf(true, [1])),
      [2],
      mkForce(mkMerge([[3], [4]])),
      mkIf(false, mkForce([5])),
    ];
    const state = stateOf(defined(listOf(int), ...definitions));
    expect(state.definitions).toEqual([[1], [3], [4]]);
    expect(state.files).toEqual(["/2.ts", "/4.ts", "/4.ts"]);
    // Node asks arguments for names of its own when it shows them.
    expect(inspect(state.definitionsWithLocations)).toContain("/");
    expect(state.definitionsWithLocations.map(({ file, origin, value }) => [file, origin.file, value])).toEqual([
      ["/2.ts", "/2.ts", [1]],
      ["/4.ts", "/4.ts", [3]],
      ["/4.ts", "/4.ts", [4]],
    ]);
    expect(state).toMatchObject({ isDefined: true, highestPrio: 50, value: [1, 3, 4] });
  });

  it("has the default for a definition where there is no stronger one", () => {
    expect(stateOf(definedWith(int, { default: 1 }))).toMatchObject({
      isDefined: true,
      highestPrio: 1500,
      definitions: [1],
    });
    expect(stateOf(definedWith(int, { default: 1 }, mkIf(false, 2)))).toMatchObject({
      definitions: [1],
      files: ["/options.ts"],
    });
  });

  it("is not defined where nothing holds, even if it has a value", () => {
    const state = stateOf(defined(listOf(int), mkIf(false, [1])));
    expect(state).toMatchObject({ isDefined: false, highestPrio: 9999, definitions: [], files: [], value: [] });
    expect(problemOf(() => stateOf(defined(int)).value).code).toBe("missing-value");
    expect(stateOf(defined(int)).isDefined).toBe(false);
  });

  it("names the file that a definition gives itself", () => {
    const state = stateOf(defined(int, mkDefinition({ file: "/site.yaml", line: 2, value: 1 })));
    expect([state.files, state.definitionsWithLocations[0]?.origin]).toEqual([
      ["/site.yaml"],
      { file: "/site.yaml", line: 2 },
    ]);
  });

  it("names the files that declare it, in the order of definitions", () => {
    const first = { _file: "/first.ts", options: { a: option(int) } };
    const second = {
      _file: "/second.ts",
      imports: [{ _file: "/third.ts", options: { a: option(int, { default: 1 }) } }],
      options: { a: option() },
    };
    expect(stateOf(evaluate(first, second)).declarations).toEqual(["/third.ts", "/second.ts", "/first.ts"]);
    expect(stateOf(evaluate({ options: { a: option() } })).declarations).toEqual(["<unknown-file>"]);
  });

  it("is told without computing values", () => {
    const state = stateOf(definedWith(int, { default: bomb, example: 3 }, mkForce(bomb)));
    expect([state.loc, state.type.name, state.example, state.declarations, state.highestPrio]).toEqual([
      ["a"],
      "int",
      3,
      ["/options.ts"],
      50,
    ]);
    expect(() => state.isDefined).toThrow("must not be computed");
    expect(() => state.value).toThrow("must not be computed");
  });

  it.each([
    ["a function that says how strong it is", { a: () => mkDefault(1) }, 1000, 1],
    ["a function under a priority", { a: mkForce(() => 1) }, 50, 1],
    ["a function under a condition", { a: mkIf(true, () => 1) }, 100, 1],
    ["a function alone", { a: () => 1 }, 100, 1],
    ["a function, stronger than another one", mkMerge([{ a: mkDefault(() => 0) }, { a: () => 1 }]), 100, 1],
  ])("is the same before and after its value is read: %s", (_what, config, highestPrio, value) => {
    for (const readsFirst of [false, true]) {
      const evaluation = evaluate({ options: { a: option(int) }, config });
      if (readsFirst) void read(evaluation, "a");
      expect(stateOf(evaluation, "a")).toMatchObject({ highestPrio, definitions: [value], isDefined: true, value });
    }
  });

  it("may be asked by other definitions, also whether it is declared", () => {
    const follows = {
      options: { n: option(int), known: option(types.listOf(types.str)) },
      config: {
        n: ({ options }: Given) => options.a.definitions.length as unknown,
        known: ({ options }: Given) => ["a", "b"].filter((name) => name in options),
      },
    };
    const evaluation = evaluate({ options: { a: option(listOf(int)) } }, { a: [1] }, { a: [2] }, follows);
    expect(dataOf(evaluation)).toEqual({ a: [2, 1], known: ["a"], n: 2 });
  });

  it("may declare an option of another evaluation", () => {
    const inner = evaluate({ options: { x: option(int, { default: 4, description: "An x." }) } });
    expect(dataOf(evaluate({ options: { y: inner.options["x"] } }))).toEqual({ y: 4 });
    const again = evaluate({ options: { y: inner.options["x"] } }, { options: { y: option() } });
    expect(stateOf(again, "y")).toMatchObject({ value: 4, description: "An x." });
  });
});
