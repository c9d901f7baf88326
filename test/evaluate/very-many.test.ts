// More names and problems than a call takes arguments.
import { expect, test } from "vitest";
import { type Evaluation, mkOption, types } from "../../src/index.ts";
import { evalModules } from "./lint-cases.ts";

const count = 150_000;
const many = Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, at]));

test("very many names that nobody declares are values of the freeform type", { timeout: 60_000 }, () => {
  const evaluation: Evaluation = evalModules({ modules: [{ freeformType: types.attrsOf(types.int) }, many] });
  const { value } = evaluation.output();
  expect(Object.keys(value as object)).toHaveLength(count);
  expect(value).toMatchObject({ n0: 0, n149999: 149_999 });
});

test("very many names that nobody declares are told, each", { timeout: 60_000 }, () => {
  const declared = { options: { other: mkOption({ type: types.int, default: 1 }) } };
  const evaluation: Evaluation = evalModules({ modules: [declared, many] });
  expect(evaluation.output().diagnostics).toHaveLength(count);
});

test("very many problems in one value are told, each", { timeout: 60_000 }, () => {
  const findings = (): readonly { severity: "error"; message: string }[] =>
    Object.keys(many).map((message) => ({ severity: "error", message }));
  const declared = { options: { all: mkOption({ type: types.int, default: 1, findings }) } };
  const evaluation: Evaluation = evalModules({ modules: [declared] });
  expect(evaluation.output().diagnostics).toHaveLength(count);
});
