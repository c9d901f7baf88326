// Errors that leave an evaluation show no value of a sensitive option, whatever larger value they quote.
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { type ConfixError, isConfixError } from "../../src/diagnostics/errors.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import { types } from "../../src/types/types.ts";
import { counted, evaluate, option } from "./evaluation.ts";

const secret = "hunter2";
const account = types.submodule({
  options: {
    token: option(types.str, { sensitive: true, default: "" }),
    port: option(types.int, { default: 1 }),
  },
});
const options = {
  accounts: option(types.attrsOf(account), { default: {} }),
  list: option(types.listOf(account), { default: [] }),
  one: option(account, { default: {} }),
  group: { token: option(types.str, { sensitive: true, default: "" }), port: option(types.int, { default: 1 }) },
  n: option(types.int, { default: 1 }),
  s: option(types.str, { default: "" }),
  u: option(types.uniq(types.attrs), { default: {} }),
};

// Each quotes a set in which a secret stands.
const faulty: readonly (readonly [string, readonly object[], (config: Record<string, unknown>) => unknown])[] = [
  ["a list for a set", [{ accounts: [{ token: secret }] }], ({ accounts }) => accounts],
  ["a set for a list", [{ list: { a: { token: secret } } }], ({ list }) => list],
  ["a set for a number", [{ n: { token: secret } }], ({ n }) => n],
  [
    "a set for a number in a submodule",
    [{ one: { port: { token: secret } } }],
    ({ one }) => (one as { port: unknown }).port,
  ],
  ["two that disagree", [{ u: { token: secret } }, { u: { token: "other" } }], ({ u }) => u],
  [
    "another option that reads it",
    [{ n: { token: secret }, s: (args: never) => String((args as Evaluation).config["n"]) }],
    ({ s }) => s,
  ],
  ["a set of options", [{ group: [{ token: secret }] }], ({ group }) => (group as { port: unknown }).port],
];

function thrownBy(read: () => unknown): ConfixError {
  try {
    read();
  } catch (error) {
    if (isConfixError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe.each(faulty)("%s", (_what, modules, read) => {
  const evaluation = (): Evaluation => evaluate({ options }, ...modules);

  it("is thrown without the secret", () => {
    const of = evaluation();
    const error = thrownBy(() => read(of.config));
    for (const text of [error.message, String(error), inspect(error), JSON.stringify(error.diagnostics)]) {
      expect(text).not.toMatch(/hunter2|other/);
    }
    expect(JSON.stringify(error.diagnostics)).toContain("‹sensitive›");
    expect(thrownBy(() => read(of.config)).message).toBe(error.message);
  });

  it("is told without the secret", () => {
    const of = evaluation();
    for (const { diagnostics } of [of.output(), of.output({ keepGoing: true, checksAll: true }), of.explain(["n"])]) {
      expect(JSON.stringify(diagnostics)).not.toMatch(/hunter2|other/);
    }
    const told = of.diagnostics({ force: true });
    expect(JSON.stringify(told)).toContain("‹sensitive›");
    expect(JSON.stringify([told, of.diagnostics()])).not.toMatch(/hunter2|other/);
  });
});

it("an extension and an update keep its secrets", () => {
  const extended = evaluate({ options: { n: options.n } }).extendModules({
    modules: [{ options: { one: options.one }, config: { n: { token: secret } } }],
  });
  expect(thrownBy(() => extended.config["n"]).message).toContain("‹sensitive›");
  const updated = evaluate({ options }).update({ set: { n: { token: secret } } });
  expect(thrownBy(() => updated.config["n"]).message).not.toContain(secret);
});

it("what is remembered is thrown each time as the same error", () => {
  const { config } = evaluate({ options }, { n: { token: secret } });
  expect(thrownBy(() => config["n"])).toBe(thrownBy(() => config["n"]));
});

it("an evaluation without secrets shows what it is about", () => {
  const { config } = evaluate({ options: { n: options.n } }, { n: { token: secret } });
  expect(thrownBy(() => config["n"]).message).toContain(secret);
});

it("an error that shows no set looks for no secrets", () => {
  const body = counted(() => ({ options, config: { n: "x" } }));
  const evaluation = evaluate(() => body());
  thrownBy(() => evaluation.config["n"]);
  expect(body.calls).toBe(1);
});
