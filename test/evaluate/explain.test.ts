// Why a value is what it is: `explain` and `readGraph`.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkMerge } from "../../src/authoring/mk-merge.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { mkBefore } from "../../src/authoring/order.ts";
import { mkDefault, mkForce } from "../../src/authoring/priorities.ts";
import type { Explanation } from "../../src/model/explanation.ts";
import { types } from "../../src/types/types.ts";
import { bomb, evaluate, type Given, option } from "./evaluation.ts";

const int = option(types.int);
const site = {
  options: { root: option(types.str), port: option(types.port, { default: 80 }) },
  config: { root: mkDefault(({ name }: Given) => `/srv/${name as unknown as string}`) },
};
const declarations = {
  _file: "/declarations.ts",
  options: {
    enable: option(types.bool, { default: false, description: "Whether." }),
    l: option(types.listOf(types.str)),
    n: mkOption({ type: types.int, default: 3, apply: (n) => n + 1 }),
    sites: option(types.attrsOf(types.submodule(site)), { default: {} }),
    unread: option(types.int, { default: 1 }),
  },
};
const web = {
  _file: "/web.ts",
  config: mkIf(({ config }: Given) => Boolean(config["enable"]), {
    n: 5,
    l: mkBefore(["b"]),
    sites: { blog: { port: 81 } },
  }),
};
const host = {
  _file: "/host.ts",
  config: {
    enable: true,
    n: mkDefault(({ config }: Given) => config.sites.blog.port as unknown),
    l: mkMerge([["c"], mkIf(false, ["no"]), [mkIf(false, "never"), "d"]]),
    sites: { blog: ({ config }: Given) => ({ root: `/x/${String(config["n"])}` }) },
  },
};
const explain = (...path: readonly string[]): Explanation => evaluate(declarations, web, host).explain(path);
const told = ({ definitions }: Explanation): readonly unknown[] =>
  definitions.map(({ origin, shown, fate, priority }) => [origin.file, shown, fate, priority]);

describe("explain", () => {
  it("tells of every definition, the default among them, what became of it", () => {
    const found = explain("n");
    expect(told(found)).toEqual([
      ["/declarations.ts", "3", "overridden", 1500],
      ["/host.ts", null, "overridden", 1000],
      ["/web.ts", "5", "used", 100],
    ]);
    expect(found.definitions.map(({ isDefault, lostTo }) => [isDefault, lostTo])).toEqual([
      [true, 100],
      [false, 100],
      [false, null],
    ]);
    expect(found).toMatchObject({ option: ["n"], value: 6, diagnostics: [], apply: { file: "/declarations.ts" } });
  });

  it("tells the type, the place and the description of the declaration", () => {
    expect(explain("enable")).toMatchObject({
      type: { name: "bool", description: "boolean" },
      description: "Whether.",
      declarations: [{ file: "/declarations.ts" }],
      apply: null,
      readOnly: false,
    });
  });

  it("tells the conditions and what they came to, and the order", () => {
    const found = explain("l");
    expect(told(found)).toEqual([
      ["/web.ts", '[\n  "b",\n]', "used", 100],
      ["/host.ts", '[\n  "c",\n]', "used", 100],
      ["/host.ts", '[\n  "no",\n]', "condition-false", 100],
      ["/host.ts", expect.stringMatching(/^\[/), "used", 100],
    ]);
    expect(found.definitions.map(({ order }) => order)).toEqual([500, 1000, 1000, 1000]);
    expect(found.definitions.map(({ conditions }) => conditions.map(({ holds }) => holds))).toEqual([
      [true],
      [],
      [false],
      [],
    ]);
  });

  it("does not ask a condition under a false one", () => {
    const trap = mkIf(
      false,
      mkIf((): boolean => bomb(), { n: 1 }),
    );
    const [definition] = evaluate({ options: { n: int } }, { config: trap }).explain(["n"]).definitions;
    expect(definition).toMatchObject({ fate: "condition-false", conditions: [{ holds: false }, { holds: null }] });
  });

  it("tells of one element of a list", () => {
    expect(told(explain("l", "2"))).toEqual([["/host.ts", '"d"', "used", 100]]);
    expect(explain("l", "2")).toMatchObject({ option: ["l"], value: "d" });
  });

  it("tells of a key of an attribute set", () => {
    const found = explain("sites", "blog");
    expect(found).toMatchObject({ option: ["sites"], value: { port: 81, root: "/x/6" } });
    expect(told(found).map((row) => (row as unknown[])[0])).toEqual(["/host.ts", "/web.ts"]);
  });

  it("tells of an option inside a submodule", () => {
    const found = explain("sites", "blog", "root");
    expect(found).toMatchObject({ option: ["sites", "blog", "root"], type: { name: "str" }, value: "/x/6" });
    expect(told(found)).toEqual([
      ["/declarations.ts", null, "overridden", 1000],
      ["/host.ts", '"/x/6"', "used", 100],
    ]);
  });

  it("tells of a set of options only what is in it", () => {
    const found = evaluate({ options: { a: { n: int } }, config: { a: { n: 1 } } }).explain(["a"]);
    expect(found).toMatchObject({ option: null, type: null, value: { n: 1 }, definitions: [] });
  });

  it("tells of a name that a freeform type allows", () => {
    const found = evaluate(
      { freeformType: types.attrsOf(types.int) },
      { _file: "/a.ts", config: { x: mkForce(1) } },
    ).explain(["x"]);
    expect(found).toMatchObject({ option: ["x"], value: 1, type: { name: "attrsOf" } });
    expect(told(found)).toEqual([["/a.ts", "1", "used", 50]]);
  });

  it("reports what is wrong with the value, and nothing else", () => {
    const evaluation = evaluate({ options: { n: int, m: int } }, { config: { n: "one", m: 1, other: 2 } });
    expect(evaluation.explain(["n"]).diagnostics.map(({ code }) => code)).toEqual(["wrong-type"]);
    expect(evaluation.explain(["m"]).diagnostics).toEqual([]);
    expect(evaluation.explain(["other"]).diagnostics.map(({ code }) => code)).toEqual(["undeclared-option"]);
    expect(evaluation.explain(["nothing"]).diagnostics.map(({ code }) => code)).toEqual(["unknown-name"]);
  });

  it("tells that a definition failed", () => {
    const [definition] = evaluate({ options: { n: int } }, { config: { n: () => bomb() } }).explain(["n"]).definitions;
    expect(definition).toMatchObject({ fate: "failed", shown: null });
  });

  it("leaves the evaluation itself as it was", () => {
    const evaluation = evaluate({ options: { n: int, m: int }, config: { n: 1, m: () => bomb() } });
    expect(evaluation.explain(["n"], { readers: false }).value).toBe(1);
    expect(evaluation.diagnostics()).toEqual([]);
  });

  it("computes nothing that the value does not need, if readers are not asked for", () => {
    const evaluation = evaluate({ options: { n: int, m: int }, config: { n: 1, m: () => bomb() } });
    expect(evaluation.explain(["n"], { readers: false })).toMatchObject({ value: 1, readers: null });
  });
});

describe("reading", () => {
  it("is told from both sides", () => {
    expect(explain("enable").readers).toEqual([["l"], ["n"], ["sites"]]);
    expect(explain("n")).toMatchObject({ reads: [["enable"]], readers: [["sites", "blog"]] });
    expect(explain("unread")).toMatchObject({ reads: [], readers: [] });
  });

  it("counts what is read for the values around an option", () => {
    expect(explain("sites", "blog", "root").reads).toEqual([["enable"], ["n"]]);
  });

  it("names the innermost path that was read", () => {
    const reader = { options: { r: int }, config: { r: ({ config }: Given) => config.sites.blog.port as unknown } };
    const evaluation = evaluate(declarations, web, host, reader);
    expect(evaluation.explain(["r"]).reads).toEqual([["sites", "blog", "port"]]);
    expect(evaluation.explain(["sites", "blog", "port"]).readers).toEqual([["r"]]);
    expect(evaluation.explain(["sites"]).readers).toEqual([["r"]]);
  });

  it("leaves out what the evaluator asks for itself", () => {
    const inside = types.submodule({ options: { x: mkOption({ type: types.int, default: 1 }) } });
    const reader = {
      options: { r: int, s: mkOption({ type: inside, default: {} }) },
      config: { r: ({ config }: Given) => config.nowhere as unknown, s: { x: "no", y: 1 } },
    };
    const evaluation = evaluate(reader);
    expect(evaluation.explain(["r"]).reads).toEqual([]);
    expect(evaluation.explain(["s", "x"]).reads).toEqual([]);
  });

  it("is told of all options at once", () => {
    const options = evaluate(declarations, web, host)
      .readGraph()
      .options.map(({ path, reads }) => [path.join("."), reads]);
    expect(options).toEqual([
      ["l", [["enable"]]],
      ["n", [["enable"]]],
      ["sites", [["enable"], ["n"]]],
      ["sites.blog", [["n"]]],
    ]);
  });
});
