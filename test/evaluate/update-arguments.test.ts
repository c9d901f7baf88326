// What callers of `evaluation.update` hand in, and what becomes of the evaluation before.
import { describe, expect, it } from "vitest";
import { updateFollowing } from "../../src/evaluate/index.ts";
import { type ConfixError, type Evaluation, isConfixError, mkForce, mkOption, types } from "../../src/index.ts";
import { evalModules } from "./lint-cases.ts";

function begin(...modules: readonly unknown[]): Evaluation {
  return evalModules({ modules, updatable: true });
}

describe("values that are set", () => {
  const declared = {
    options: { a: mkOption({ type: types.int, default: 0 }), s: { b: mkOption({ type: types.attrsOf(types.int) }) } },
    config: { a: mkForce(1), s: { b: { x: 1 } } },
  };

  it("win over every module, stay, and can be taken back", () => {
    const first = begin(declared);
    expect(first.output().value).toEqual({ a: 1, s: { b: { x: 1 } } });
    const second = first.update({ set: { a: 5 } });
    expect(second.output().value).toEqual({ a: 5, s: { b: { x: 1 } } });
    const third = second.update({ set: { "s.b.y": 2 } });
    expect(third.output().value).toEqual({ a: 5, s: { b: { x: 1, y: 2 } } });
    const fourth = third.update({ set: { a: undefined } });
    expect(fourth.output().value).toEqual({ a: 1, s: { b: { x: 1, y: 2 } } });
  });

  it("name themselves where they are wrong", () => {
    const [problem] = begin(declared)
      .update({ set: { a: "five" } })
      .diagnostics({ force: true });
    expect(problem).toMatchObject({ code: "wrong-type", origin: { file: "set: a" } });
  });
});

describe("an evaluation that was not begun to be updated", () => {
  it("is evaluated once more the first time", () => {
    const declared = { options: { a: mkOption({ type: types.int }) } };
    const old = { a: 1 };
    const evaluation: Evaluation = evalModules({ modules: [declared, old] });
    const next = { a: 2 };
    const second = evaluation.update({ replace: [[old, next]] });
    expect(second.config["a"]).toBe(2);
    expect(second.update({ replace: [[next, { a: 3 }]] }).config["a"]).toBe(3);
  });
});

describe("an evaluation whose place another one has taken", () => {
  it("refuses to tell anything", () => {
    const evaluation = begin({ options: { a: mkOption({ type: types.int, default: 1 }) } });
    const updated = evaluation.update({ set: { a: 2 } });
    const asked = [
      () => evaluation.config,
      () => evaluation.output(),
      () => evaluation.update({}),
      () => evaluation.explain(["a"]),
      () => evaluation.readGraph(),
      () => evaluation.extendModules({}),
      () => evaluation.type,
    ];
    for (const ask of asked) {
      expect(errorOf(ask).diagnostics[0]?.code).toBe("evaluation-superseded");
    }
    expect(updated.config["a"]).toBe(2);
  });
});

describe("arguments that make no sense", () => {
  const evaluation = begin({ options: { a: mkOption({ type: types.int, default: 1 }) } });

  it.each([
    [null, "`update`: `the argument` must be an object, but is null."],
    [{ replaced: [] }, "`update`: `replaced` is not known."],
    [{ replace: [[1]] }, "`update`: `replace` must be a list of pairs `[old, new]`."],
    [{ set: [] }, "`update`: `set` must be an object with paths of options as names, but is a list."],
    [{ set: { "": 1 } }, "`update`: `set` has a name that is empty."],
  ])("%j is refused", (change, message) => {
    // The cast: TypeScript would refuse it as well.
    expect(errorOf(() => evaluation.update(change as object)).message).toContain(message);
  });

  it("an update in the middle of a value is refused", () => {
    const held: { evaluation: Evaluation | null } = { evaluation: null };
    const inner = begin({
      options: { a: mkOption({ type: types.int, default: () => Number(held.evaluation?.update({})) }) },
    });
    held.evaluation = inner;
    expect(errorOf(() => inner.config["a"]).message).toContain("while a value of the evaluation is being computed");
  });
});

describe("a module to replace that stands nowhere", () => {
  const options = { a: mkOption({ type: types.int, default: 0 }) };
  const say = (a: number): object => ({ a });
  const declared = { options };

  it.each([
    ["a copy of a module", say(1), "an attribute set is no module of this evaluation", "the very object or function"],
    ["a path", "./web.ts", 'the string "./web.ts" is no module of this evaluation', "what the file exports by default"],
    ["nothing", undefined, "undefined is no module of this evaluation", "the very object or function"],
  ])("is refused: %s", (_, old, message, help) => {
    for (const updatable of [false, true]) {
      for (const isRead of [false, true]) {
        const evaluation: Evaluation = evalModules({ modules: [declared, say(1)], updatable });
        if (isRead) evaluation.output();
        const error = errorOf(() => evaluation.update({ replace: [[old, say(2)]] }));
        expect(error.diagnostics.map(({ code }) => code)).toEqual(["replaces-nothing"]);
        expect(error.message).toContain(message);
        expect(error.message).toContain(help);
        // It is as it was.
        expect(evaluation.config["a"]).toBe(1);
      }
    }
  });

  it("is told for each pair, and nothing is replaced", () => {
    const old = say(1);
    const evaluation = begin(declared, old);
    const pairs = [say(3), old, say(4)].map((each) => [each, say(2)] as const);
    const { diagnostics } = errorOf(() => evaluation.update({ replace: pairs }));
    expect(diagnostics.map(({ data }) => data["at"])).toEqual([0, 2]);
    expect(evaluation.config["a"]).toBe(1);
  });

  it("is one of which another one has taken the place, unless it is the first", () => {
    const [first, second, third, fourth] = [say(1), say(2), say(3), say(4)];
    const evaluation = begin(declared, first)
      .update({ replace: [[first, second]] })
      .update({ replace: [[second, third]] });
    const error = errorOf(() => evaluation.update({ replace: [[second, fourth]] }));
    expect(error.message).toContain("is a module whose place another one has taken");
    expect(evaluation.update({ replace: [[first, fourth]] }).config["a"]).toBe(4);
  });

  it("is none that stands there with the values that are set beside", () => {
    const inner = { config: { b: 1 } };
    const submodule = types.submoduleWith({ modules: [{ options: { b: mkOption({ type: types.int }) } }] });
    const outer = {
      options: { on: mkOption({ type: types.bool, default: false }), s: mkOption({ type: types.attrsOf(submodule) }) },
      config: {
        s: ({ config }: { readonly config: { readonly on: boolean } }) =>
          config.on ? { x: { imports: [inner] } } : {},
      },
    };
    for (const updatable of [false, true]) {
      const evaluation: Evaluation = evalModules({ modules: [outer], updatable });
      const updated = evaluation.update({ replace: [[inner, { config: { b: 2 } }]], set: { on: true } });
      expect(updated.output().value).toEqual({ on: true, s: { x: { b: 2 } } });
    }
  });

  it("cannot be told where a value is wrong that may hold it", () => {
    const inner = { config: { b: 1 } };
    const submodule = types.submoduleWith({ modules: [{ options: { b: mkOption({ type: types.int }) } }] });
    const outer = {
      options: { a: mkOption({ type: types.int }), s: mkOption({ type: submodule }) },
      config: {
        s: ({ config }: { readonly config: { readonly a: number } }) => (config.a > 0 ? { imports: [inner] } : {}),
      },
    };
    const updated = begin(outer).update({ replace: [[inner, { config: { b: 2 } }]] });
    expect(updated.update({ set: { a: 1 } }).output().value).toEqual({ a: 1, s: { b: 2 } });
  });

  it("is no longer one of a module that is not imported any more", () => {
    const inner = say(1);
    const outer = { imports: [inner], config: {} };
    const evaluation = begin(declared, outer);
    evaluation.output();
    const updated = evaluation.update({ replace: [[outer, { imports: [], config: {} }]] });
    expect(updated.config["a"]).toBe(0);
    expect(errorOf(() => updated.update({ replace: [[inner, say(2)]] })).diagnostics).toHaveLength(1);
  });
});

describe("an update for who does not know of each module whether the evaluation has it", () => {
  it("replaces those that stand somewhere, and does nothing about the others", () => {
    const old = { a: 1 };
    const evaluation = begin({ options: { a: mkOption({ type: types.int, default: 0 }) } }, old);
    evaluation.output();
    const pairs = [
      [{ a: 1 }, { a: 3 }],
      [old, { a: 2 }],
    ] as const;
    expect(updateFollowing(evaluation, pairs).config["a"]).toBe(2);
    expect(errorOf(() => evaluation.config).diagnostics[0]?.code).toBe("evaluation-superseded");
  });
});

describe("a module to replace that nobody has looked at yet", () => {
  const options = { a: mkOption({ type: types.int, default: 0 }) };
  const old = { a: 1 };
  const inside = types.submoduleWith({ modules: [{ options }] });
  const places: Record<string, readonly unknown[]> = {
    "in `modules`": [{ options }, old],
    "in `imports`": [{ options, imports: [{ imports: [old] }] }],
    "returned by a function": [{ options, imports: [() => old] }],
    "in a submodule": [
      { options: { s: mkOption({ type: types.attrsOf(types.submodule({ imports: [old], options })), default: {} }) } },
      { s: { x: {} } },
    ],
    "in a submodule that nothing defines": [
      { options, config: { a: 2 } },
      { options: { s: mkOption({ type: types.attrsOf(types.submodule({ imports: [old], options })), default: {} }) } },
    ],
    "imported by a definition of a submodule": [
      { options: { s: mkOption({ type: types.attrsOf(inside) }) } },
      { s: { x: { imports: [old] } } },
    ],
  };

  it.each(Object.entries(places))("%s is known", (_, modules) => {
    for (const updatable of [false, true]) {
      const fresh = { a: 7 };
      const update = (): Evaluation => evalModules({ modules, updatable }).update({ replace: [[old, fresh]] });
      const replaced = JSON.stringify(update().output().value);
      const again = update().update({ replace: [[fresh, { a: 8 }]] });
      expect(JSON.stringify(again.output().value)).toBe(replaced.replace("7", "8"));
    }
  });

  it("is known where the pairs themselves bring it", () => {
    const outer = { imports: [], config: {} };
    const [first, second, third] = [{ a: 1 }, { a: 2 }, { a: 3 }];
    const replace = [
      [outer, { imports: [first], config: {} }],
      [first, second],
      [second, third],
    ] as const;
    expect(begin({ options }, outer).update({ replace }).config["a"]).toBe(3);
  });

  it("is known as by one update after another, where several are replaced", () => {
    const [first, second, third] = [{ a: mkForce(1) }, { b: 2 }, { a: mkForce(3), b: 3 }];
    const both = { options: { ...options, b: mkOption({ type: types.int, default: 0 }) } };
    for (const pairs of [
      [
        [first, second],
        [second, first],
      ],
      [
        [first, second],
        [second, third],
      ],
      [
        [second, third],
        [first, second],
      ],
    ] as const) {
      const together = begin(both, first, second).update({ replace: pairs });
      let each: Evaluation = begin(both, first, second);
      for (const pair of pairs) each = each.update({ replace: [pair] });
      expect(together.output().value).toEqual(each.output().value);
    }
  });

  it("is no matter where the modules are wrong: of that the evaluation tells", () => {
    const updated = begin({ options, imports: [7] }).update({ replace: [[old, { a: 2 }]] });
    expect(updated.diagnostics({ force: true }).map(({ code }) => code)).toEqual(["not-a-module"]);
  });
});

function errorOf(code: () => unknown): ConfixError {
  try {
    code();
  } catch (error) {
    if (isConfixError(error)) return error;
  }
  throw new Error("it should fail");
}
