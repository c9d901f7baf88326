// Imports: cycles, paths, and what a loader is asked.
import { describe, expect, it } from "vitest";
import { defineModule } from "../../src/authoring/define-module.ts";
import { evalModules } from "./lint-cases.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, type Given, option, read } from "./evaluation.ts";
import { evaluateFiles, FakeFiles } from "./files.ts";
import { diagnosticOf, problemOf } from "./problems.ts";

const list = { options: { l: option(types.listOf(types.str)) } };
const named = (name: string, ...imports: readonly unknown[]): object => ({ imports, config: { l: [name] } });

describe("modules that import each other", () => {
  it("do so by value through functions", () => {
    const a: object = named("a", () => b);
    const b: object = named("b", () => a);
    expect(read(evaluate(list, a), "l")).toEqual(["b", "a"]);
    expect(read(evaluate(list, b), "l")).toEqual(["a", "b"]);
    expect(read(evaluate(list, a, b), "l")).toEqual(["b", "a"]);
  });

  it("may be function modules and defined modules", () => {
    const a = (): object => named("a", () => b);
    const b = defineModule({ imports: [(): object => c] }).config({ l: ["b"] });
    const c: object = named("c", a);
    expect(read(evaluate(list, a), "l")).toEqual(["c", "b", "a"]);
  });

  it("may be one module", () => {
    const self: object = named("self", () => self);
    expect(read(evaluate(list, self), "l")).toEqual(["self"]);
  });

  it("do so by path", () => {
    const files = { "/a.ts": named("a", "./b.ts"), "/b.ts": named("b", "./a.ts") };
    expect(read(evaluateFiles(files, [list, "/a.ts"]), "l")).toEqual(["b", "a"]);
  });

  it("may be a thousand in a circle", () => {
    const ring: object[] = Array.from({ length: 1000 }, (_, at) => named(String(at), () => ring[(at + 1) % 1000]));
    expect(read(evaluate(list, ring[0]), "l")).toEqual(ring.map((_, at) => String(999 - at)));
  });

  it("see undefined where ES modules have not run yet, which is an error", () => {
    const error = problemOf(() => evaluate({ _file: "/a.ts", imports: [undefined] }).config);
    expect(error).toEqual({ code: "not-a-module", path: null, files: ["/a.ts"] });
  });
});

describe("a path", () => {
  it("hangs off the file that says it, also in the result of a function and in a function of one path", () => {
    const files = {
      "/x/a.ts": named("a", "./b.ts", "../c.ts", () => "./d.ts"),
      "/x/b.ts": () => named("b", "./y/e.ts"),
      "/c.ts": named("c"),
      "/x/d.ts": named("d"),
      "/x/y/e.ts": named("e"),
    };
    expect(read(evaluateFiles(files, [list, "/x/a.ts"]), "l")).toEqual(["e", "d", "c", "b", "a"]);
  });

  it("may depend on what is known from outside", () => {
    const files = { "/eu.ts": named("eu"), "/us.ts": named("us") };
    const module = ({ region }: Given): object => ({ imports: [`/${region as string}.ts`] });
    expect(read(evaluateFiles(files, [list, module], { region: "us" }), "l")).toEqual(["us"]);
  });

  it("may be computed in a submodule", () => {
    const files = { "/site.ts": named("site") };
    const sub = types.submodule([list, ({ name }: Given): object => ({ imports: [`/${name as string}.ts`] })]);
    const evaluation = evaluateFiles(files, [
      { options: { sites: option(types.attrsOf(sub)) }, config: { sites: { site: {} } } },
    ]);
    expect(read(evaluation, "sites.site.l")).toEqual(["site"]);
  });

  it("may be the value of a submodule option", () => {
    const evaluation = evaluateFiles({ "/site.ts": named("site") }, [
      { options: { site: option(types.submodule(list)) }, config: { site: "/site.ts" } },
    ]);
    expect(read(evaluation, "site.l")).toEqual(["site"]);
  });

  it("relative to a module whose file nobody knows is an error", () => {
    const from = { imports: [named("x", "./a.ts")] };
    expect(problemOf(() => evaluateFiles({ "/a.ts": {} }, [from]).config).code).toBe("unknown-base");
  });

  it("needs a loader", () => {
    const evaluation = evaluate({ _file: "/a.ts", imports: ["./b.ts"] });
    expect(diagnosticOf(() => evaluation.config)).toMatchObject({
      code: "no-loader",
      origin: { file: "/a.ts" },
      data: { specifier: "./b.ts" },
    });
  });

  it("of no file is what the loader says", () => {
    expect(problemOf(() => evaluateFiles({}, ["/a.ts"]).config).code).toBe("file-not-found");
  });
});

describe("the loader", () => {
  it("is asked when names are needed, and not before", () => {
    const loader = new FakeFiles({ "/a.ts": named("a", "./b.ts"), "/b.ts": named("b") });
    const evaluation = evalModules({ modules: [list, "/a.ts"], loader });
    expect(loader.loaded).toEqual([]);
    expect(read(evaluation, "l")).toEqual(["b", "a"]);
    expect(loader.loaded).toEqual(["/a.ts", "/b.ts"]);
  });
});
