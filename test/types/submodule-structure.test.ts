// What a submodule tells of the modules it is made of, and what is wrong with them.
import { expect, test } from "vitest";
import { mkOption } from "../../src/authoring/index.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { ModuleGraphNode } from "../../src/model/module.ts";
import { types } from "../../src/types/types.ts";
import { bomb, evaluateOption, problemOf } from "./evaluate-option.ts";

function graphOf(modules: Parameters<typeof types.submodule>[0], value: unknown): readonly ModuleGraphNode[] {
  const { options } = evaluateOption(types.submodule(modules), value);
  return (Object(options["option"]).valueMeta.configuration as Evaluation).graph;
}

const inner = { key: "inner", options: { a: mkOption({ type: types.int, default: 1 }) } };

test.each([
  ["plain modules, which all instances share", { key: "outer", imports: [inner] }],
  ["functions", () => ({ key: "outer", imports: [inner] })],
])("the graph of a submodule made of %s", (_name, module) => {
  const [base] = graphOf([module], { a: bomb });
  expect(base?.imports).toMatchObject([{ key: "outer", imports: [{ key: "inner", imports: [] }] }]);
});

test("a value read while names are collected is an error of the submodule in which it is", () => {
  const early = ({ config }: { readonly config: { readonly x: number } }): object =>
    config.x > 0 ? { y: mkOption({}) } : {};
  const type = types.attrsOf(types.submodule({ options: early }));
  const read = (): unknown => Object(evaluateOption(type, { k: { x: 1 } }).config["option"])["k"].x;
  expect(problemOf(read)).toBe("early-read at option.k");
});
