// `evaluation.update`: no more is computed than a change reaches, and nothing that it reaches is forgotten.
import { describe, expect, it } from "vitest";
import { type Evaluation, mkForce, mkIf, mkOption, mkOrder, types } from "../../src/index.ts";
import type { Given } from "./evaluation.ts";
import { evalModules } from "./lint-cases.ts";

/** Options whose computation is noted. */
class Noted {
  computed: string[] = [];

  note<T>(name: string, value: T): T {
    this.computed.push(name);
    return value;
  }

  /** What was computed since the last time. */
  take(): readonly string[] {
    const taken = this.computed;
    this.computed = [];
    return taken.toSorted();
  }
}

function begin(...modules: readonly unknown[]): Evaluation {
  return evalModules({ modules, updatable: true });
}

const int = (value: unknown): number => value as number;

describe("what is computed again", () => {
  function chain(noted: Noted): object {
    return {
      options: {
        a: mkOption({ type: types.int }),
        b: mkOption({ type: types.int, default: ({ config }: Given) => noted.note("b", int(config["a"]) + 1) }),
        isBig: mkOption({
          type: types.bool,
          default: ({ config }: Given) => noted.note("isBig", int(config["b"]) > 5),
        }),
        text: mkOption({
          type: types.str,
          default: ({ config }: Given) => noted.note("text", String(config["isBig"])),
        }),
        alone: mkOption({ type: types.str, default: () => noted.note("alone", "alone") }),
      },
    };
  }

  it("is nothing before somebody reads", () => {
    const noted = new Noted();
    const old = { a: 1 };
    const evaluation = begin(chain(noted), old);
    evaluation.output();
    noted.take();
    const updated = evaluation.update({ replace: [[old, { a: 2 }]] });
    expect(noted.take()).toEqual([]);
    expect(updated.config["alone"]).toBe("alone");
    expect(noted.take()).toEqual([]);
  });

  it("ends where a value is the same as before", () => {
    const noted = new Noted();
    const old = { a: 1 };
    const evaluation = begin(chain(noted), old);
    expect(evaluation.output().value).toEqual({ a: 1, alone: "alone", b: 2, isBig: false, text: "false" });
    expect(noted.take()).toEqual(["alone", "b", "isBig", "text"]);
    const small = { a: 2 };
    const second = evaluation.update({ replace: [[old, small]] });
    expect(second.output().value).toEqual({ a: 2, alone: "alone", b: 3, isBig: false, text: "false" });
    expect(noted.take()).toEqual(["b", "isBig"]);
    const third = second.update({ replace: [[small, { a: 9 }]] });
    expect(third.output().value).toEqual({ a: 9, alone: "alone", b: 10, isBig: true, text: "true" });
    expect(noted.take()).toEqual(["b", "isBig", "text"]);
  });

  it("is nothing where a module says the same in other objects", () => {
    const noted = new Noted();
    const say = (): object => ({ a: 1, unused: { list: [1, { deep: true }] } });
    const open = { options: {}, config: {}, freeformType: types.attrsOf(types.anything) };
    const old = say();
    const evaluation = begin(open, chain(noted), old);
    evaluation.output();
    noted.take();
    expect(evaluation.update({ replace: [[old, say()]] }).output().value).toMatchObject({ a: 1, b: 2 });
    expect(noted.take()).toEqual([]);
  });

  it("is the one instance of a submodule that is defined otherwise, and what read it", () => {
    const noted = new Noted();
    const service = types.submodule({
      options: {
        port: mkOption({ type: types.int }),
        url: mkOption({
          type: types.str,
          default: ({ config, name }: Given) => noted.note(`url of ${String(name)}`, `:${String(config["port"])}`),
        }),
      },
    });
    const declared = { options: { services: mkOption({ type: types.attrsOf(service) }) } };
    const say = (port: number): object => ({ services: { web: { port }, mail: { port: 25 } } });
    const old = say(80);
    const evaluation = begin(declared, old, { services: { db: { port: 5432 } } });
    evaluation.output();
    expect(noted.take()).toEqual(["url of db", "url of mail", "url of web"]);
    const updated = evaluation.update({ replace: [[old, say(81)]] });
    expect(updated.output().value).toEqual({
      services: { db: { port: 5432, url: ":5432" }, mail: { port: 25, url: ":25" }, web: { port: 81, url: ":81" } },
    });
    expect(noted.take()).toEqual(["url of web"]);
  });

  it("is what a declaration gives that is written otherwise, and not its readers if that comes to the same", () => {
    const noted = new Noted();
    const declare = (fallback: number): object => ({
      options: { x: mkOption({ type: types.ints.between(0, 9), default: () => noted.note("x", fallback) }) },
    });
    const reader = {
      options: {
        y: mkOption({ type: types.int, default: ({ config }: Given) => noted.note("y", int(config["x"]) + 1) }),
      },
    };
    const old = declare(1);
    const evaluation = begin(old, reader);
    evaluation.output();
    noted.take();
    const same = declare(1);
    const second = evaluation.update({ replace: [[old, same]] });
    expect(second.output().value).toEqual({ x: 1, y: 2 });
    expect(noted.take()).toEqual(["x"]);
    expect(second.update({ replace: [[same, declare(4)]] }).output().value).toEqual({ x: 4, y: 5 });
    expect(noted.take()).toEqual(["x", "y"]);
  });

  it("is everything where the names of options change", () => {
    const noted = new Noted();
    const old = { options: {}, config: { a: 1 } };
    const evaluation = begin(chain(noted), old);
    evaluation.output();
    noted.take();
    const more = { options: { more: mkOption({ type: types.int, default: 1 }) }, config: { a: 1 } };
    expect(evaluation.update({ replace: [[old, more]] }).output().value).toMatchObject({ b: 2, more: 1 });
    expect(noted.take()).toEqual(["alone", "b", "isBig", "text"]);
  });
});

describe("what an update reaches", () => {
  const options = { a: mkOption({ type: types.int, default: 0 }), b: mkOption({ type: types.listOf(types.str) }) };

  it("is a module that another one imports", () => {
    const old = { a: 1 };
    const evaluation = begin({ options, imports: [{ imports: [old] }] });
    expect(evaluation.config["a"]).toBe(1);
    expect(evaluation.update({ replace: [[old, { a: 2 }]] }).config["a"]).toBe(2);
  });

  it("is a module and the one that imports it, together", () => {
    const inner = { a: 1 };
    const outer = { imports: [inner], config: { b: ["x"] } };
    const evaluation = begin({ options }, outer);
    evaluation.output();
    const next = { a: 2 };
    const updated = evaluation.update({
      replace: [
        [inner, next],
        [outer, { imports: [next], config: { b: ["y"] } }],
      ],
    });
    expect(updated.output().value).toEqual({ a: 2, b: ["y"] });
  });

  it("is a module in a submodule", () => {
    const old = { options, config: { a: 1 } };
    const evaluation = begin(
      { options: { s: mkOption({ type: types.attrsOf(types.submodule(old)) }) } },
      { s: { x: {} } },
    );
    expect(evaluation.output({ at: ["s", "x", "a"] }).value).toBe(1);
    const updated = evaluation.update({ replace: [[old, { options, config: { a: mkForce(2) } }]] });
    expect(updated.output({ at: ["s", "x", "a"] }).value).toBe(2);
  });

  it("keeps the order of definitions", () => {
    const module = (name: string): object => ({ b: [name] });
    const [first, second, third] = [module("1"), module("2"), module("3")];
    const evaluation = begin({ options }, first, second, third);
    const before = evaluation.output().value;
    const updated = evaluation.update({ replace: [[second, { b: mkOrder(1000, ["2"]) }]] });
    expect(updated.output().value).toEqual(before);
    // Of equal order the last module comes first.
    expect(updated.config["b"]).toEqual(["3", "2", "1"]);
  });

  it("is a condition, and what stands under it", () => {
    const old = { a: 1 };
    const under = { config: mkIf(({ config }: Given) => int(config["a"]) > 1, { b: ["on"] }) };
    const evaluation = begin({ options }, old, under, { b: [] });
    expect(evaluation.output().value).toEqual({ a: 1, b: [] });
    expect(evaluation.update({ replace: [[old, { a: 2 }]] }).output().value).toEqual({ a: 2, b: ["on"] });
  });

  it("is a problem that was there, and one that comes", () => {
    const old = { a: "wrong", c: 1 };
    const evaluation = begin({ options }, { b: [] }, old);
    expect(
      evaluation
        .diagnostics({ force: true })
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(["undeclared-option", "wrong-type"]);
    const right = { a: 1 };
    const second = evaluation.update({ replace: [[old, right]] });
    expect(second.diagnostics({ force: true })).toEqual([]);
    expect(second.output().value).toEqual({ a: 1, b: [] });
    const third = second.update({ replace: [[right, { a: 1, b: 1 }]] });
    expect(third.diagnostics({ force: true }).map(({ code }) => code)).toEqual(["wrong-type"]);
  });

  it("is a cycle that comes, and one that goes", () => {
    const cyclic = { options, config: { a: ({ config }: Given) => int((config["b"] as readonly string[]).length) } };
    const old = { b: ["x"] };
    const evaluation = begin(cyclic, old);
    expect(evaluation.output().value).toEqual({ a: 1, b: ["x"] });
    const circular = { b: ({ config }: Given) => [String(config["a"])] };
    const second = evaluation.update({ replace: [[old, circular]] });
    expect(second.diagnostics({ force: true }).map(({ code }) => code)).toEqual(["infinite-recursion"]);
    const third = second.update({ replace: [[circular, { b: ["y", "z"] }]] });
    expect(third.output().value).toEqual({ a: 2, b: ["y", "z"] });
  });

  it("is a chain that is deeper than the stack", () => {
    const length = 5000;
    const declared = Object.fromEntries(
      Array.from({ length }, (_, at) => [
        `o${at}`,
        mkOption({ type: types.int, default: at === 0 ? 0 : ({ config }: Given) => int(config[`o${at - 1}`]) + 1 }),
      ]),
    );
    const old = { o0: 5 };
    const evaluation = begin({ options: declared }, old);
    expect(evaluation.config[`o${length - 1}`]).toBe(length + 4);
    const updated = evaluation.update({ replace: [[old, { o0: 7 }]] });
    expect(updated.config[`o${length - 1}`]).toBe(length + 6);
  });

  it("is a warning that comes, and one that goes", () => {
    const declared = {
      options: { ...options, w: mkOption({ type: types.listOf(types.str), default: [], findings: warnings }) },
    };
    const old = { b: [], w: ["careful"] };
    const evaluation = begin(declared, old);
    evaluation.output();
    expect(evaluation.diagnostics()).toHaveLength(1);
    const quiet = { b: [] };
    const second = evaluation.update({ replace: [[old, quiet]] });
    second.output();
    expect(second.diagnostics()).toEqual([]);
    const third = second.update({ replace: [[quiet, { b: [], w: ["careful", "again"] }]] });
    third.output();
    expect(third.diagnostics()).toHaveLength(2);
  });
});

function warnings(messages: readonly string[]): readonly { severity: "warning"; message: string }[] {
  return messages.map((message) => ({ severity: "warning", message }));
}

describe("a module that is disabled", () => {
  it("stays so when another one takes its place", () => {
    const old = { a: 1 };
    const declared = { options: { a: mkOption({ type: types.int, default: 0 }) } };
    for (const updatable of [false, true]) {
      const evaluation: Evaluation = evalModules({ modules: [declared, old, { disabledModules: [old] }], updatable });
      expect(evaluation.config["a"]).toBe(0);
      const next = { a: 2 };
      const updated = evaluation.update({ replace: [[old, next]] });
      expect(updated.output()).toMatchObject({ value: { a: 0 }, diagnostics: [] });
      expect(updated.update({ replace: [[next, { a: 3 }]] }).config["a"]).toBe(0);
    }
  });
});
