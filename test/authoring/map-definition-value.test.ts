import { expect, test } from "vitest";
import {
  mapDefinitionValue,
  mkBefore,
  mkDefault,
  mkDefinition,
  mkForce,
  mkIf,
  mkMerge,
  mkOption,
} from "../../src/authoring/index.ts";
import { evalModules } from "../evaluate/lint-cases.ts";
import { types } from "../../src/types/types.ts";
import { problemOf } from "../evaluate/problems.ts";

const double = (value: number): number => value * 2;

function listed(definition: unknown): unknown {
  const list = mkOption({ type: types.listOf(types.int) });
  const options = { list, on: mkOption({ default: true }), n: mkOption({ default: 3 }) };
  const each = mapDefinitionValue((values: readonly number[]) => values.map(double), definition);
  return evalModules({ modules: [{ options, config: { list: mkMerge([each, mkBefore([0])]) } }] }).config["list"];
}

type Given = { readonly config: { readonly on: boolean; readonly n: number } };

test.each([
  ["a value", [1], [0, 2]],
  ["under a condition", mkIf(({ config }: Given) => config.on, [1]), [0, 2]],
  ["under one that does not hold", mkIf(false, [1]), [0]],
  ["several definitions", mkMerge([[1], mkIf(true, [2])]), [0, 2, 4]],
  ["with a priority, of which the strongest counts", mkMerge([mkForce([1]), mkDefault([2])]), [2]],
  ["with an order", mkMerge([[1], mkBefore([2])]), [4, 0, 2]],
  ["with a place", mkDefinition({ file: "/a.ts", value: [1] }), [0, 2]],
  ["a function of the arguments", ({ config }: Given) => [config.n], [0, 6]],
  ["a function that returns properties", ({ config }: Given) => mkIf(config.on, () => [config.n]), [0, 6]],
  ["any nest", mkIf(true, mkMerge([mkForce(() => mkBefore([1]))])), [2]],
])("changes %s", (_name, definition, expected) => {
  expect(listed(definition)).toEqual(expected);
});

test("computes nothing before", () => {
  const bomb = (): never => {
    throw new Error("computed");
  };
  expect(() => mapDefinitionValue(double, mkMerge([bomb, mkIf(bomb, bomb)]))).not.toThrow();
});

test("leaves a function that is the value to whoever changes it", () => {
  const call = (argument: number): number => argument + 1;
  const option = mkOption({ type: types.functionTo(types.int) });
  const definition = mapDefinitionValue(
    (given: typeof call) => (argument: number) => given(argument) * 10,
    () => call,
  );
  const { config } = evalModules({ modules: [{ options: { option }, config: { option: definition } }] });
  expect((config["option"] as typeof call)(1)).toBe(20);
});

test("wants a function", () => {
  // The cast: what a program without types may hand in.
  expect(problemOf(() => mapDefinitionValue(1 as unknown as typeof double, 1)).code).toBe("bad-argument");
});
