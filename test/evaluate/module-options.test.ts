// The options under `_module`, through which modules talk to the evaluation.
import { describe, expect, it } from "vitest";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { mkForce } from "../../src/authoring/priorities.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, follow, type Given, option, read } from "./evaluation.ts";
import { evalModules } from "./lint-cases.ts";
import { codesOf, diagnosticOf, diagnosticsOf, problemOf } from "./problems.ts";

const raw = { options: { v: option(types.raw, { default: null }) } };

describe("_module", () => {
  it("is part of options, and of the config that modules see, but not of the result", () => {
    const evaluation = evaluate(raw, { v: ({ config }: Given) => ["_module" in config, config._module.check] });
    expect(read(evaluation, "v")).toEqual([true, true]);
    expect(Object.keys(evaluation.config)).toEqual(["v"]);
    expect("_module" in evaluation.config).toBe(false);
    expect(problemOf(() => evaluation.config["_module"]).code).toBe("unknown-name");
    expect(Object.keys(evaluation.options)).toEqual(["_module", "v"]);
    expect(evaluation.output().value).toEqual({ v: [true, true] });
  });

  it("has its values in the result's `_module`", () => {
    const evaluation = evaluate(raw, { _module: { args: { extra: 1 } } });
    expect(Object.keys(evaluation._module)).toEqual(["args", "check", "freeformType", "specialArgs"]);
    expect(follow(evaluation._module, "args.extra")).toBe(1);
    expect([follow(evaluation._module, "check"), follow(evaluation._module, "freeformType")]).toEqual([true, null]);
  });

  it("may be extended by the options of modules", () => {
    const evaluation = evaluate(
      raw,
      { options: { _module: { own: option(types.int, { default: 1 }) } } },
      { _module: { own: 2 } },
    );
    expect(follow(evaluation._module, "own")).toBe(2);
    expect(Object.keys(evaluation.config)).toEqual(["v"]);
  });

  it("has no other names", () => {
    const evaluation = evaluate(raw, { _module: { chekc: false } });
    expect(diagnosticOf(() => evaluation.config)).toMatchObject({
      code: "undeclared-option",
      path: ["_module", "chekc"],
      data: { suggestions: expect.arrayContaining(["_module.check"]) as unknown },
    });
  });

  it.each([
    ["an option below its arguments", { args: { x: option(types.int) } }, "nested-under-option", ["args"]],
    ["another type of its arguments", { args: option(types.str) }, "incompatible-declarations", ["args"]],
    ["another type of a check", { check: option(types.str) }, "incompatible-declarations", ["check"]],
    [
      "another default",
      { freeformType: option(types.raw, { default: null }) },
      "incompatible-declarations",
      ["freeformType"],
    ],
    ["an option without a type in its place", mkOption(), "nested-under-option", []],
    ["an option in its place", option(types.str), "nested-under-option", []],
    ["a submodule in its place", option(types.submodule({})), "nested-under-option", []],
  ])("is not contradicted by the options of modules: %s", (_what, declared, code, below) => {
    const path = ["_module", ...below];
    for (const more of [
      {},
      { _module: { check: false, args: { y: 1 } } },
      { options: { o: option(types.int) }, config: { o: 1 } },
    ]) {
      const evaluation = evaluate(raw, { options: { _module: declared } }, more);
      expect(diagnosticOf(() => evaluation.config)).toMatchObject({ code, path });
      expect(evaluation.output().diagnostics).toMatchObject([{ code, path }]);
      expect(evaluation.diagnostics({ force: true })).toMatchObject([{ code, path }]);
    }
    const around = evaluate({ options: { s: option(types.submodule({ options: { _module: declared } })) } }, { s: {} });
    expect(around.output().diagnostics).toMatchObject([{ code, path: ["s", ...path] }]);
  });

  it("may be declared again as it is", () => {
    const same = { args: option(types.lazyAttrsOf(types.raw)), check: option(types.bool), freeformType: mkOption() };
    const evaluation = evaluate(
      raw,
      { options: { _module: same } },
      { _module: { args: { y: 1 } } },
      { v: ({ y }: Given) => y },
    );
    expect(evaluation.output()).toMatchObject({ value: { v: 1 }, diagnostics: [] });
  });

  it("documents args at the root alone", () => {
    const seen = { v: ({ options }: Given): unknown => follow(options, "_module.args.internal") };
    const evaluation = evaluate(raw, seen, { options: { s: option(types.submodule([raw, seen])) } }, { s: {} });
    expect([read(evaluation, "v"), read(evaluation, "s.v")]).toEqual([false, true]);
  });
});

describe("_module.specialArgs", () => {
  it("is read-only", () => {
    const evaluation = evaluate(raw, { _module: { specialArgs: {} } });
    expect(diagnosticOf(() => follow(evaluation._module, "specialArgs"))).toMatchObject({
      code: "read-only",
      path: ["_module", "specialArgs"],
    });
  });
});

describe("_module.check", () => {
  const typo = { x: 1 };

  it("takes a boolean, from whoever is strongest, and may read config", () => {
    const check = (value: unknown): object => ({ _module: { check: value } });
    expect(codesOf(diagnosticsOf(() => evaluate(raw, typo, check(false), check(mkForce(true))).config))).toEqual([
      "undeclared-option x",
    ]);
    expect(
      dataOf(
        evaluate(
          raw,
          typo,
          check(({ config }: Given) => config.v !== null),
        ),
      ),
    ).toEqual({ v: null });
    expect(problemOf(() => evaluate(raw, typo, check("no")).config)).toMatchObject({
      code: "wrong-type",
      path: "_module.check",
    });
  });

  it("is held to its type also when every definition has its option", () => {
    const wrong = { code: "wrong-type", path: "_module.check" };
    for (const evaluation of [
      evaluate(raw, { v: 1, _module: { check: "no" } }),
      evaluate(raw, { v: 1 }).extendModules({ modules: [{ _module: { check: "no" } }] }),
    ]) {
      expect(problemOf(() => evaluation.config)).toMatchObject(wrong);
      expect(evaluation.output()).toMatchObject({
        value: undefined,
        diagnostics: [{ ...wrong, path: ["_module", "check"] }],
      });
    }
    const inner = types.submodule([raw, { _module: { check: "no" } }]);
    const evaluation = evaluate({ options: { s: option(inner, { default: {} }) } });
    expect(problemOf(() => read(evaluation, "s.v"))).toMatchObject({ code: "wrong-type", path: "s._module.check" });
  });

  it("is told of beside what is undeclared", () => {
    const evaluation = evaluate(raw, { v: 1, nobody: 1, _module: { check: "no", freeformType: 5 } });
    const codes = ["wrong-type _module.check", "wrong-type _module.freeformType"];
    expect(codesOf(diagnosticsOf(() => evaluation.config))).toEqual(codes);
    expect(evaluation.output({ keepGoing: true })).toMatchObject({
      value: { v: 1 },
      diagnostics: [
        { code: "wrong-type", path: ["_module", "check"] },
        { code: "wrong-type", path: ["_module", "freeformType"] },
      ],
    });
  });

  it("is held to its type by an update that brings it", () => {
    for (const wrong of ["check", "freeformType"]) {
      const [right, next] = [{ v: 1 }, { v: 1, _module: { [wrong]: 5 } }];
      const first = evalModules({ modules: [raw, right], updatable: true });
      expect(dataOf(first)).toEqual({ v: 1 });
      const second = first.update({ replace: [[right, next]] });
      expect(second.output().diagnostics).toMatchObject([{ code: "wrong-type", path: ["_module", wrong] }]);
      expect(dataOf(second.update({ replace: [[next, right]] }))).toEqual({ v: 1 });
    }
  });
});

describe("_module.freeformType", () => {
  const declared = (freeformType: unknown): object => ({ freeformType });

  it("of two modules is one type", () => {
    const evaluation = evaluate(declared(types.attrsOf(types.int)), declared(types.attrsOf(types.int)), { x: 1 });
    expect(dataOf(evaluation)).toEqual({ x: 1 });
  });

  it("of two modules must agree, unless one is stronger", () => {
    const different = [declared(types.attrsOf(types.int)), declared(types.attrsOf(types.str)), { x: 1 }];
    const problem = problemOf(() => read(evaluate(...different), "x"));
    expect(problem).toMatchObject({ code: "incompatible-declarations", path: "_module.freeformType" });
    const forced = [declared(mkForce(types.attrsOf(types.int))), declared(types.attrsOf(types.str)), { x: 1 }];
    expect(dataOf(evaluate(...forced))).toEqual({ x: 1 });
  });

  it("is a type or null, and not both", () => {
    expect(problemOf(() => evaluate(declared("int"), { x: 1 }).config)).toMatchObject({
      code: "wrong-type",
      path: "_module.freeformType",
    });
    const both = evaluate(declared(types.attrsOf(types.int)), { _module: { freeformType: null } }, { x: 1 });
    expect(problemOf(() => both.config)).toMatchObject({ code: "null-and-value", path: "_module.freeformType" });
  });
});
