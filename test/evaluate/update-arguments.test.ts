// What callers of `evaluation.update` hand in, and what becomes of the evaluation before.
import { describe, expect, it } from "vitest";
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

function errorOf(code: () => unknown): ConfixError {
  try {
    code();
  } catch (error) {
    if (isConfixError(error)) return error;
  }
  throw new Error("it should fail");
}
