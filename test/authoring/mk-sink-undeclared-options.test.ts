// The option that takes anything and gives nothing.
import { mkOption, mkSinkUndeclaredOptions, types } from "confix";
import { expect, test } from "vitest";
import { dataOf, evaluate, type Given } from "../evaluate/evaluation.ts";
import { problemOf } from "../evaluate/problems.ts";

const options = { sink: mkSinkUndeclaredOptions(), a: mkOption({ type: types.int, default: 1 }) };

test("takes definitions of any kind, and is not printed", () => {
  expect(dataOf(evaluate({ options }, { sink: 1 }, { sink: { b: [2] } }))).toEqual({ a: 1 });
});

test("cannot be read", () => {
  const { config } = evaluate({ options }, { sink: 1 });
  expect(problemOf(() => (config as Given)["sink"] as unknown)).toMatchObject({
    code: "option-not-readable",
    path: "sink",
  });
});

test("is hidden, but the attributes given win", () => {
  expect(mkSinkUndeclaredOptions()).toMatchObject({ internal: true, visible: false });
  expect(mkSinkUndeclaredOptions({ visible: true, description: "x" })).toMatchObject({
    visible: true,
    description: "x",
  });
});
