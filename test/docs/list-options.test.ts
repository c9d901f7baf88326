// `documentOptions` and the listing behind the command: records with places, present values, and what fails.
import { describe, expect, it } from "vitest";
import { type DocumentProblem, documentOptions, listOptions, type PlacedOption } from "../../src/docs/index.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import type { AnyOptionType } from "../../src/model/option-type.ts";
import { types } from "../../src/types/types.ts";
import { bomb, option } from "../evaluate/evaluation.ts";
import { problemOf } from "../evaluate/problems.ts";

const { attrsOf, int, listOf, nullOr, str, submodule } = types;

function optionsOf(...modules: readonly object[]): unknown {
  return evalModules({ modules }).options;
}

/** Without the options of the evaluator. */
function own(options: readonly PlacedOption[]): readonly PlacedOption[] {
  return options.filter(({ loc }) => !loc.includes("_module"));
}

describe("documentOptions", () => {
  it("adds the places of declarations, with files called as one likes", () => {
    const options = optionsOf({ _file: "/a/f.ts", options: { a: option(int) } });
    expect(own(documentOptions(options, { nameOf: (file) => file.replace("/a/", "") }))).toMatchObject([
      { name: "a", declarations: ["f.ts"], declaredAt: [{ file: "f.ts", line: null, column: null }] },
    ]);
    expect(own(documentOptions(options))[0]?.declarations).toEqual(["/a/f.ts"]);
  });

  it("leaves out what is not for users, unless it is asked for", () => {
    const inner = submodule({ options: { x: option(int) } });
    const options = optionsOf({
      options: {
        a: option(int),
        b: option(int, { internal: true }),
        c: option(inner, { visible: false }),
        d: option(inner, { visible: "transparent" }),
      },
    });
    const names = (internal: boolean): readonly string[] =>
      own(documentOptions(options, { internal })).map(({ name }) => name);
    expect(names(false)).toEqual(["a", "d.x"]);
    expect(names(true)).toEqual(["a", "b", "c", "d", "d.x"]);
  });

  it("throws what fails, or tells of it and goes on", () => {
    const options = optionsOf({ options: { a: option(int, { default: bomb }), b: option(int, { default: 1 }) } });
    expect(problemOf(() => documentOptions(options))).toMatchObject({ code: "value-threw", path: "a" });
    const problems: DocumentProblem[] = [];
    const records = own(documentOptions(options, { onProblem: (problem) => problems.push(problem) }));
    expect(records.map((record) => record.default)).toEqual([
      { _type: "literalMD", text: "(cannot be computed)" },
      { _type: "literalExpression", text: "1" },
    ]);
    expect(problems).toMatchObject([{ path: ["a"], diagnostics: [{ code: "value-threw" }] }]);
  });

  it("goes on after what uses up the stack", () => {
    const endless = (): unknown => [endless()];
    const problems: DocumentProblem[] = [];
    const options = optionsOf({ options: { a: option(types.raw, { default: endless }), b: option(int) } });
    const records = own(documentOptions(options, { onProblem: (problem) => problems.push(problem) }));
    expect(records.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(problems[0]?.path).toEqual(["a"]);
  });

  it("is frozen, and refuses what is no tree of options", () => {
    const records = documentOptions(optionsOf({ options: { a: option(int) } }));
    for (const part of [records, records[0], records[0]?.declaredAt]) expect(part).toSatisfy(Object.isFrozen);
    expect(problemOf(() => documentOptions(3))).toMatchObject({ code: "bad-argument" });
  });
});

describe("a present value", () => {
  /** What is told of the option of that name in `a`, at a path. */
  function currentOf(type: AnyOptionType, definition: unknown, name: string, at: readonly string[]): unknown {
    const options = optionsOf({ options: { a: option(type) } }, { _file: "/d.ts", config: { a: definition } });
    const fails = ({ diagnostics }: DocumentProblem): never => expect.fail(JSON.stringify(diagnostics));
    const listed = listOptions(options, { nameOf: (file) => file, onProblem: fails });
    return listed.find((each) => each.name === name)?.recordNow(options, at).current;
  }

  const inner = submodule({
    options: { x: option(int, { default: 0 }), s: option(str, { sensitive: true, default: "" }) },
  });
  const defined = { value: "1", definedIn: [{ file: "/d.ts" }] };

  it.each<[string, AnyOptionType, unknown, string, readonly string[]]>([
    ["an option", int, 1, "a", ["a"]],
    ["a submodule", inner, { x: 1 }, "a.x", ["a", "x"]],
    ["a member of a set", attrsOf(inner), { m: { x: 1 } }, "a.<name>.x", ["a", "m", "x"]],
    ["an element of a list", listOf(inner), [{}, { x: 1 }], "a.*.x", ["a", "1", "x"]],
    ["a submodule or null", nullOr(inner), { x: 1 }, "a.x", ["a", "x"]],
    ["types in one another", attrsOf(listOf(nullOr(inner))), { m: [{ x: 1 }] }, "a.<name>.*.x", ["a", "m", "0", "x"]],
  ])("is found in %s", (_, type, definition, name, at) => {
    expect(currentOf(type, definition, name, at)).toMatchObject(defined);
  });

  it.each<[string, AnyOptionType, unknown, string, readonly string[]]>([
    ["a member that nobody defines", attrsOf(inner), {}, "a.<name>.x", ["a", "m", "x"]],
    ["all members at once", attrsOf(inner), { m: {} }, "a.<name>.x", ["a", "<name>", "x"]],
    ["an element beyond the end", listOf(inner), [{}], "a.*.x", ["a", "1", "x"]],
    ["what is null", nullOr(inner), null, "a.x", ["a", "x"]],
  ])("is absent for %s", (_, type, definition, name, at) => {
    expect(currentOf(type, definition, name, at)).toBeUndefined();
  });

  it("that is the default is defined nowhere, and a secret is not shown", () => {
    expect(currentOf(inner, {}, "a.x", ["a", "x"])).toEqual({ value: "0", definedIn: [] });
    expect(currentOf(inner, { s: "hush" }, "a.s", ["a", "s"])).toMatchObject({ value: "‹sensitive›" });
    expect(currentOf(attrsOf(inner), { m: { s: "hush" } }, "a", ["a"])).toMatchObject({ value: "‹sensitive›" });
  });
});
