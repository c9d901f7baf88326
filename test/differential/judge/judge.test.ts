import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Observation } from "../sides/observation.ts";
import { compare } from "./compare.ts";
import { isSameFailure, readNixError } from "./failure.ts";
import { knownDifferences } from "./known-differences.ts";

const data = (value: unknown): Observation => ({ kind: "data", value });
const set = (members: Readonly<Record<string, Observation>>): Observation => ({
  kind: "set",
  members: new Map(Object.entries(members)),
});
const list = (...items: readonly Observation[]): Observation => ({ kind: "list", items });
const failure: Observation = { kind: "failure" };
const lambda: Observation = { kind: "function" };

describe("comparing", () => {
  test.each<readonly [string, Observation, Observation]>([
    ["other values", data(1), data(2)],
    ["other values", data(1), data("1")],
    ["other values", data(null), set({})],
    ["other values", set({}), list()],
    ["other values", list(data(1)), list(data(1), data(1))],
    ["other values", lambda, data(1)],
    ["other names", set({ a: data(1) }), set({ b: data(1) })],
    ["other names", set({ a: data(1), b: data(1) }), set({ b: data(1), a: data(1) })],
    ["only Nix fails", failure, data(1)],
    ["only Confix fails", data(1), failure],
    ["only Confix fails", set({ a: data(1) }), failure],
  ])("%s", (kind, nix, confix) => {
    expect(compare(nix, confix, []).differences.map((each) => each.kind)).toEqual([kind]);
  });

  test("what is equal is counted, and every difference is told with its place", () => {
    const nix = set({ a: list(data(1), lambda), b: data(true), c: set({ d: data(1) }) });
    const confix = set({ a: list(data(1), lambda), b: data(false), c: set({ d: data(2) }) });
    const { equal, differences } = compare(nix, confix, ["config"]);
    expect(equal).toBe(2);
    expect(differences.map(({ steps }) => steps.join("."))).toEqual(["config.b", "config.c.d"]);
  });

  test("where both fail, the reasons are yet to be compared", () => {
    expect(compare(set({ a: failure }), set({ a: failure }), []).failures).toEqual([[["a"]]]);
    expect(compare(failure, set({ a: failure, b: data(1) }), ["x"]).failures).toEqual([[["x"]]]);
    expect(compare(list(failure, data(1), failure), failure, []).failures).toEqual([[[0], [2]]]);
  });
});

describe("reasons", () => {
  const conflict = "error: The option `a.b' has conflicting definition values:\n- In `m0': 1\n- In `m1': 2";
  const diagnostic = (code: "conflict" | "wrong-type", path: readonly string[]) =>
    ({ code, severity: "error", path, origin: null, related: [], data: {} }) as const;

  test("a message is read for its kind and its option", () => {
    expect(readNixError(conflict)).toMatchObject({ codes: ["conflict"], path: "a.b" });
    expect(readNixError("error: something else")).toBeNull();
  });

  test.each([
    [true, "conflict", ["a", "b"]],
    [false, "conflict", ["a", "c"]],
    [false, "wrong-type", ["a", "b"]],
  ] as const)("the same: %s for %s at %j", (isSame, code, path) => {
    const nix = readNixError(conflict);
    // The cast: only code and path are looked at.
    expect(nix !== null && isSameFailure(nix, [diagnostic(code, path) as never])).toBe(isSame);
  });

  test.each([
    [true, "new", "new.b"],
    [true, "new.b", "new.b"],
    [false, "ne", "new.b"],
    [false, "old.a", "new.b"],
  ])("the same: %s for %s that does not exist, and a rename to %s", (isSame, named, target) => {
    const nix = readNixError(`error: The option \`${named}' does not exist. Definition values:\n- In \`m0': 1`);
    const missing = {
      code: "rename-target-missing",
      severity: "error",
      path: ["old", "a"],
      origin: null,
      related: [],
      edit: null,
      data: { target },
    } as const;
    expect(nix !== null && isSameFailure(nix, [missing])).toBe(isSame);
  });
});

describe("known differences", () => {
  const page = readFileSync(new URL("../../../docs/differences.md", import.meta.url), "utf8");

  test.each(knownDifferences.map(({ name, row }) => [name, row] as const))("%s: has a row", (_name, row) => {
    expect(page.split("\n").some((line) => line.startsWith(`| ${row}`))).toBe(true);
  });

  test("each has one name and one way to be recognised", () => {
    expect(new Set(knownDifferences.map(({ name }) => name)).size).toBe(knownDifferences.length);
    for (const { explains, rewrite } of knownDifferences) {
      expect([explains, rewrite].filter((each) => each !== undefined)).toHaveLength(1);
    }
  });
});
