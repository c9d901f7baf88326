// Values that need themselves: found as such, whatever they go through and however long the way is.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import { evalModules } from "./lint-cases.ts";
import { showPath } from "../../src/kernel/path.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, type Given, option, read } from "./evaluation.ts";
import { diagnosticOf, inShort, problemOf } from "./problems.ts";

interface Step {
  readonly kind: string;
  readonly path: readonly string[];
}

/** What a cycle goes through, in the order of reading. */
function stepsOf(code: () => unknown): readonly string[] {
  const { code: name, data } = diagnosticOf(code);
  expect(name).toBe("infinite-recursion");
  // The cast: what the catalogue asks for.
  return (data["steps"] as readonly Step[]).map(({ kind, path }) =>
    kind === "option" ? showPath(path) : `${kind} ${showPath(path)}`,
  );
}

const int = option(types.int);

/** Options `o0`, `o1`, … of which each reads the next, and the last the first. */
function ring(length: number): object {
  const names = Array.from({ length }, (_, at) => `o${at}`);
  const next = (at: number): string => `o${(at + 1) % length}`;
  return {
    options: Object.fromEntries(names.map((name) => [name, int])),
    config: Object.fromEntries(names.map((name, at) => [name, ({ config }: Given) => config[next(at)] as unknown])),
  };
}

describe("a cycle through options", () => {
  it.each([1, 2, 3])("of length %i is found, with its way", (length) => {
    const expected = Array.from({ length }, (_, at) => `o${at}`);
    expect(stepsOf(() => read(evaluate(ring(length)), "o0"))).toEqual(expected);
  });

  it("leaves out what only leads to it", () => {
    const lead = {
      options: { start: int, on: int },
      config: { start: ({ config }: Given) => config.on as unknown, on: ({ config }: Given) => config.o1 as unknown },
    };
    expect(stepsOf(() => read(evaluate(ring(3), lead), "start"))).toEqual(["o1", "o2", "o0"]);
  });

  it("entered far from where it closes leaves out a long way there", { timeout: 60_000 }, () => {
    const options = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`p${at}`, int]));
    const config = Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => [
        `p${at}`,
        ({ config }: Given) => config[at === 0 ? "o77" : `p${at - 1}`] as unknown,
      ]),
    );
    const steps = stepsOf(() => read(evaluate(ring(500), { options, config }), "p1999"));
    expect(steps.toSorted()).toEqual(Array.from({ length: 500 }, (_, at) => `o${at}`).toSorted());
  });
});

const bool = option(types.bool, { default: true });
const lazyInts = option(types.lazyAttrsOf(types.int));
const self =
  (path: string): unknown =>
  ({ config }: Given): unknown =>
    read({ config }, path);

describe("a cycle is found through", () => {
  it.each<readonly [string, object, object, string, readonly string[]]>([
    ["a default", { a: option(types.int, { default: self("a") }) }, {}, "a", ["a"]],
    [
      "a condition that is guarded by itself",
      { on: bool },
      { on: mkIf(self("on") as () => boolean, false) },
      "on",
      ["on", "condition on"],
    ],
    [
      "a condition around everything",
      { on: option(types.bool), s: { n: int } },
      mkIf(self("on") as () => boolean, { on: true, s: { n: 1 } }),
      "s.n",
      ["condition ", "on"],
    ],
    [
      "an argument",
      { a: int },
      { a: ({ extra }: Given): unknown => extra, _module: { args: { extra: self("a") } } },
      "a",
      ["a", "_module.args.extra"],
    ],
    ["attributes", { a: lazyInts }, { a: { x: self("a.y"), y: self("a.x") } }, "a.x", ["a.x", "a.y"]],
    ["names of attrsOf", { a: option(types.attrsOf(types.int)) }, { a: { x: self("a.y"), y: 1 } }, "a.y", ["a", "a.x"]],
    [
      "list elements",
      { l: option(types.listOf(types.int)) },
      { l: [self('l."0"')] },
      "l",
      ["l", 'l."[definition 1-entry 1]"'],
    ],
    ["a submodule", { s: option(types.submodule({ options: { x: int } })) }, { s: { x: self("s.x") } }, "s.x", ["s.x"]],
    [
      "two submodules",
      { s: option(types.attrsOf(types.submodule({ options: { x: int } }))) },
      { s: { a: { x: self("s.b.x") }, b: { x: self("s.a.x") } } },
      "s.a.x",
      ["s.a.x", "s.b.x"],
    ],
    [
      "the type of an option",
      { a: option(({ config }: Given) => config.a as typeof types.int) },
      { a: 1 },
      "a",
      ["a", "type a"],
    ],
    [
      "apply",
      { a: int, b: mkOption({ type: types.int, apply: (value: number) => value }) },
      { a: self("b"), b: self("a") },
      "a",
      ["a", "b"],
    ],
    [
      "another option's definitions",
      { a: int },
      { a: ({ options }: Given) => options.a.definitions.length as unknown },
      "a",
      ["a"],
    ],
    ["its own priority", { a: int }, { a: ({ options }: Given) => options.a.highestPrio as unknown }, "a", ["a"]],
    [
      "a function's result",
      { f: option(types.functionTo(types.int)), a: int },
      {
        f:
          () =>
          ({ config }: Given) =>
            config.a as unknown,
        a: ({ config }: Given) => config.f({ config }) as unknown,
      },
      "a",
      ["a", "f.<function body>"],
    ],
  ])("%s", (_name, options, config, path, steps) => {
    const evaluation = evaluate({ options }, { config });
    expect(stepsOf(() => read(evaluation, path))).toEqual(steps);
  });

  it.each<readonly [string, object, readonly string[]]>([
    ["lazyAttrsOf", types.lazyAttrsOf(types.int), ["x", "y"]],
    ["attrsOf", types.attrsOf(types.int), ["", "x"]],
  ])("freeform values of %s", (_name, freeformType, steps) => {
    const evaluation = evaluate({ freeformType }, { x: self("y"), y: self("x") });
    expect(stepsOf(() => read(evaluation, "x"))).toEqual(steps);
  });

  it("a freeform value and a declared option", () => {
    const evaluation = evaluate(
      { freeformType: types.lazyAttrsOf(types.int), options: { a: int } },
      { a: self("x"), x: self("a") },
    );
    expect(stepsOf(() => read(evaluation, "a"))).toEqual(["a", "x"]);
  });

  it("_module.check and _module.freeformType", () => {
    const check = evaluate({ options: { a: int } }, { a: 1, x: 1, _module: { check: self("_module.check") } });
    expect(stepsOf(() => check.config)).toEqual(["_module.check"]);
    const freeform = evaluate({ freeformType: self("x") }, { x: 1 });
    expect(stepsOf(() => freeform.config)).toEqual(["_module.freeformType"]);
  });

  it("the whole of config, which cannot be read value by value in its own definition", () => {
    const evaluation = evaluate({ options: { a: option(types.raw) } }, { a: ({ config }: Given) => ({ ...config }) });
    expect(stepsOf(() => read(evaluation, "a"))).toEqual(["a"]);
  });
});

describe("the path of the error", () => {
  it("is that of the first option, with the prefix of the evaluation", () => {
    const evaluation = evalModules({ modules: [ring(2)], prefix: ["p"] });
    expect(inShort(diagnosticOf(() => evaluation.config["o1"])).path).toBe("p.o1");
  });

  it("comes with the files that define the options of the cycle", () => {
    const modules = ["/a.ts", "/b.ts"].map((_file, at) => ({ _file, config: { [`o${at}`]: self(`o${1 - at}`) } }));
    const problem = problemOf(() => read(evaluate({ options: { o0: int, o1: int } }, ...modules), "o0"));
    expect(problem).toEqual({ code: "infinite-recursion", path: "o0", files: ["/a.ts", "/b.ts"] });
  });
});

describe("after a cycle was found", () => {
  it("the same error stays with everything in it", () => {
    const evaluation = evaluate(ring(3));
    const first = diagnosticOf(() => read(evaluation, "o0"));
    for (const path of ["o0", "o1", "o2", "o0"]) expect(diagnosticOf(() => read(evaluation, path))).toBe(first);
    expect(evaluation.output().diagnostics).toEqual([first]);
  });

  it("everything else is computed as ever", () => {
    const other = {
      options: { good: int, bad: int },
      config: { good: 1, bad: ({ config }: Given) => config.good + config.o0 },
    };
    const evaluation = evaluate(ring(3), other);
    expect(problemOf(() => read(evaluation, "bad")).code).toBe("infinite-recursion");
    expect(read(evaluation, "good")).toBe(1);
    expect(evaluation.output({ keepGoing: true }).value).toEqual({ good: 1 });
  });

  it.each(["o0", "o150", "c"])("nobody can catch it, whether `%s` is read first or not", (first) => {
    const catching = {
      options: { c: int },
      config: {
        c: ({ config }: Given): unknown => {
          try {
            return config.o150 as unknown;
          } catch {
            return 7;
          }
        },
      },
    };
    const evaluation = evaluate(ring(300), catching);
    for (const path of [first, "c", "o0", "o299", "c"]) {
      expect(problemOf(() => read(evaluation, path)).code).toBe("infinite-recursion");
    }
  });
});
