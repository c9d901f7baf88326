// An updated evaluation is what a fresh one of the changed modules is: cases that were once otherwise.
import { describe, expect, it } from "vitest";
import { type Evaluation, mkOption, mkRemovedOptionModule, mkRenamedOptionModule, types } from "../../src/index.ts";
import type { Given } from "./evaluation.ts";
import { evalModules } from "./lint-cases.ts";

const list = { options: { l: mkOption({ type: types.listOf(types.int), default: [] }) } };

function told(evaluation: Evaluation): unknown {
  const { value, diagnostics } = evaluation.output({ keepGoing: true });
  return { value, problems: diagnostics.map(({ code, path }) => [code, path]), rest: evaluation.diagnostics().length };
}

/** Replaces modules of an evaluation that was printed, in one update, and compares it with a fresh one. */
function expectSame(modules: readonly unknown[], replace: readonly (readonly [unknown, unknown])[]): Evaluation {
  const evaluation: Evaluation = evalModules({ modules, updatable: true });
  evaluation.output({ keepGoing: true });
  const updated = evaluation.update({ replace });
  const replaced = new Map(replace);
  const fresh: Evaluation = evalModules({ modules: modules.map((each) => replaced.get(each) ?? each) });
  expect(told(updated)).toEqual(told(fresh));
  return updated;
}

describe("several modules in one update", () => {
  it("come in the order in which they stand, however they are told", () => {
    const [a, b] = [{ l: [1] }, { l: [2] }];
    const [next, other] = [{ l: [10] }, { l: [20] }];
    for (const replace of [
      [[a, next] as const, [b, other] as const],
      [[b, other] as const, [a, next] as const],
    ]) {
      expect(expectSame([list, a, { l: [3] }, b], replace).config["l"]).toEqual([20, 3, 10]);
    }
  });

  it("count once where they are the same one", () => {
    const [a, b, both] = [{ l: [1] }, { l: [2] }, { l: [3] }];
    const updated = expectSame(
      [list, a, b],
      [
        [a, both],
        [b, both],
      ],
    );
    expect(updated.config["l"]).toEqual([3]);
    expect(updated.update({ replace: [[both, { l: [4] }]] }).config["l"]).toEqual([4]);
  });
});

it("a module that takes the place of another while it stands elsewhere counts once", () => {
  const [a, b] = [{ l: [1] }, { l: [2] }];
  expect(expectSame([list, a, b], [[a, b]]).config["l"]).toEqual([2]);
  expect(expectSame([list, a, b], [[a, () => b]]).config["l"]).toEqual([2]);
  expect(expectSame([list, a, b, { disabledModules: [b] }], [[a, b]]).config["l"]).toEqual([]);
});

describe("the freeform type", () => {
  const base = { options: { o: mkOption({ type: types.int, default: 0 }) } };
  const ints = { freeformType: types.attrsOf(types.int) };

  it.each([
    ["strings", { freeformType: types.attrsOf(types.str) }],
    ["anything", { freeformType: types.attrsOf(types.anything) }],
    ["none", {}],
  ])("may become another one: %s", (_, next) => {
    expectSame([base, ints, { x: 3 }], [[ints, next]]);
  });

  it("may be wrong, and names be counted all the same", () => {
    const contradiction = [ints, { freeformType: types.lazyAttrsOf(types.int) }];
    const counted = {
      options: { n: mkOption({ type: types.int, default: ({ config }: Given) => Object.keys(config).length }) },
    };
    const none = {};
    const updated = expectSame([counted, ...contradiction, none], [[none, { b: 2 }]]);
    expect(updated.output({ keepGoing: true }).value).toEqual({ n: 3 });
  });

  it("may be wrong when what it is for vanishes", () => {
    const old = { x: 0 };
    const contradiction = [ints, { freeformType: types.lazyAttrsOf(types.int) }];
    expectSame([base, ...contradiction, old], [[old, {}]]);
  });
});

describe("what options say about others", () => {
  const numbers = { x: mkOption({ type: types.int, default: 0 }), y: mkOption({ type: types.int, default: 0 }) };
  const error = { severity: "error", message: "too big" } as const;

  it.each([
    ["of a value", { type: types.int, default: 0 }, 1],
    ["of a value that is not printed", { type: types.int, default: 0, internal: true }, 1],
    ["where something asks for the value", { type: types.int, default: 0 }, 0],
  ])("is asked again %s", (_, attributes, parameters) => {
    const checked = ({ config }: Given): object => {
      const find = (): readonly (typeof error)[] => (Number(config["x"]) > 3 ? [error] : []);
      const findings = parameters === 0 ? find : (_value: unknown) => find();
      return { options: { ...numbers, checked: mkOption({ ...attributes, findings }) } };
    };
    const old = { x: 1 };
    const updated = expectSame([checked, old], [[old, { x: 5 }]]);
    expect(updated.diagnostics({ force: true }).map(({ code }) => code)).toEqual(["failed-assertion"]);
  });

  it("is asked again in a submodule, too", () => {
    const removed = mkRemovedOptionModule(["old"], "It is gone.");
    const instance = types.submodule({ options: numbers, imports: [removed, mkRenamedOptionModule(["z"], ["x"])] });
    const declared = { options: { s: mkOption({ type: types.attrsOf(instance), default: {} }) } };
    const old = { s: { k: { y: 1 } } };
    for (const more of [{ old: 1 }, { z: 2 }]) expectSame([declared, old], [[old, { s: { k: { y: 1, ...more } } }]]);
  });

  it.each([
    ["renamed", mkRenamedOptionModule(["old"], ["x"])],
    ["removed", mkRemovedOptionModule(["old"], "It is gone.")],
  ])("tells of an option that was %s", (_, renamed) => {
    const [without, used] = [{ y: 1 }, { y: 1, old: 3 }];
    const declared = { options: numbers, imports: [renamed] };
    expectSame([declared, without], [[without, used]]);
    expectSame([declared, used], [[used, without]]);
  });
});

it("extends what there is when it is called, where `extendModules` was read before the update", () => {
  const declared = { options: { i: mkOption({ type: types.int, default: 0 }), n: mkOption({ type: types.int }) } };
  const extend = {
    n: ({ config, extendModules }: Given) => {
      const more = extendModules as unknown as (more: object) => Given;
      const extended = (more({ modules: [{ i: 100 }] })["config"] as Given)["i"];
      return Number(config["i"]) + Number(extended);
    },
  };
  const old = {};
  expect(expectSame([declared, extend, old], [[old, { i: 100 }]]).config["n"]).toBe(200);
});

it("a contradiction between declarations is told once", () => {
  const base = {
    options: {
      i: mkOption({ type: types.int, default: 0 }),
      r: mkOption({ type: types.int, default: ({ options }: Given) => (options["i"] as Given)["highestPrio"] }),
    },
  };
  const other = (): object => ({ options: { i: mkOption({ type: types.str, default: "s" }) } });
  const old = other();
  const updated = expectSame([base, old], [[old, other()]]);
  expect(updated.diagnostics({ force: true }).map(({ code }) => code)).toEqual(["incompatible-declarations"]);
});

it("what a type tells of a value that fails is told each time", () => {
  const fails = (): never => {
    throw new Error("not available");
  };
  const option = mkOption({ type: types.attrsOf(types.int), default: {} });
  const module = { options: { s: option }, config: { s: { a: 1, b: fails } } };
  for (const updatable of [false, true]) {
    const evaluation: Evaluation = evalModules({ modules: [module], updatable });
    const names = (): readonly string[] => Object.keys((evaluation.options["s"] as Given)["valueMeta"]["attrs"]);
    expect([names(), names()]).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  }
});
