// `_class`: what kind of configuration a module is for.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { evalModules } from "./lint-cases.ts";
import { types } from "../../src/types/types.ts";
import { dataOf, evaluate, type Given, option, read } from "./evaluation.ts";
import { evaluateFiles } from "./files.ts";
import { diagnosticOf, problemOf } from "./problems.ts";

const of = (_class: string | null): object => ({ _file: "/m.ts", _class, config: {} });

function summaryOf({ code, origin, data }: Diagnostic): readonly unknown[] {
  return [code, origin?.file, data["actual"], data["expected"]];
}

describe("an evaluation of a class", () => {
  it.each<readonly [string | null, string | null, boolean]>([
    ["nixos", "nixos", true],
    ["nixos", null, true],
    [null, "darwin", true],
    [null, null, true],
    ["nixos", "darwin", false],
  ])("%s: a module of class %s is taken: %s", (className, moduleClass, isTaken) => {
    for (const modules of [[of(moduleClass)], [{ imports: [(): object => of(moduleClass)] }]]) {
      const evaluation = evalModules({ modules, class: className });
      expect(evaluation.class).toBe(className);
      const outcome = isTaken ? dataOf(evaluation) : summaryOf(diagnosticOf(() => evaluation.config));
      const refusal = ["class-mismatch", "/m.ts", moduleClass, className];
      expect(outcome).toEqual(isTaken ? {} : refusal);
    }
  });

  it("refuses other modules also if they are disabled or come twice", () => {
    const other = { key: "k", _class: "darwin", config: {} };
    for (const module of [{ disabledModules: [{ key: "k" }] }, { key: "k" }]) {
      expect(problemOf(() => evalModules({ modules: [module, other], class: "nixos" }).config).code).toBe(
        "class-mismatch",
      );
    }
  });

  it("tells modules its class, which imports may depend on", () => {
    const files = { "/nixos.ts": { n: 1 }, "/darwin.ts": { n: 2 } };
    const module = ({ _class }: Given): object => ({ imports: [`/${String(_class)}.ts`] });
    const n = { options: { n: option(types.int) } };
    const sub = types.submoduleWith({ modules: [n, module], class: "darwin" });
    const evaluation = evaluateFiles(files, [{ options: { s: option(sub) } }]);
    expect(read(evaluation, "s.n")).toBe(2);
  });
});

describe("a submodule", () => {
  it("has a class of its own, not the one around it", () => {
    const sub = (className: string | null): object => ({
      options: { s: option(types.submoduleWith({ modules: [of("sub")], class: className })) },
      config: { s: {} },
    });
    expect(dataOf(evalModules({ modules: [sub("sub")], class: "nixos" }))).toEqual({ s: {} });
    expect(dataOf(evalModules({ modules: [sub(null)], class: "nixos" }))).toEqual({ s: {} });
    expect(problemOf(() => read(evaluate(sub("nixos")), "s")).code).toBe("class-mismatch");
  });

  it("takes `_class` in a shorthand value for a definition", () => {
    const evaluation = evaluate({ options: { s: option(types.submodule({})) } }, { s: { _class: "x" } });
    expect(diagnosticOf(() => read(evaluation, "s"))).toMatchObject({
      code: "undeclared-option",
      path: ["s", "_class"],
    });
  });
});
