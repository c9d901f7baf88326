// Sending a configuration to where only copies go: what cannot be copied, and what is copied instead.
import { expect, it } from "vitest";
import { types } from "../../src/types/types.ts";
import { evaluate, option, read } from "./evaluation.ts";

const evaluation = evaluate({
  options: {
    a: { b: option(types.attrsOf(types.anything), { default: { x: { y: [1, { z: 2 }] } } }) },
    list: option(types.listOf(types.int), { default: () => [1] }),
  },
});

it.each(["", "a", "a.b", "a.b.x"])("a set that is computed as it is read cannot be cloned: at `%s`", (path) => {
  expect(() => structuredClone(read(evaluation, path))).toThrow(expect.objectContaining({ name: "DataCloneError" }));
});

it("the printed result can, all of it and each part", () => {
  const all = { a: { b: { x: { y: [1, { z: 2 }] } } }, list: [1] };
  expect(structuredClone(evaluation.output().value)).toEqual(all);
  expect(structuredClone(evaluation.output({ at: ["a", "b"] }).value)).toEqual(all.a.b);
});
