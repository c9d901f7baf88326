// Options that existed once.
import { type Diagnostic, messageOf, mkIf, mkOption, mkRemovedOptionModule, types } from "confix";
import { expect, test } from "vitest";
import assertions from "../../../modules/assertions.ts";
import { dataOf, evaluate, read } from "../../evaluate/evaluation.ts";
import { codesOf, diagnosticOf, problemOf } from "../../evaluate/problems.ts";

const removed = mkRemovedOptionModule(["old", "a"], "Use `b` instead.");
const used = { _file: "/site.ts", old: { a: 1 } };
const message = "The option `old.a` has been removed, but `/site.ts` still defines it. Use `b` instead.";

const told = (each: Diagnostic): string => `${codesOf([each]).join("")}: ${messageOf(each)}`;

test("one that nobody defines does no harm, and is not printed", () => {
  expect(dataOf(evaluate(removed))).toEqual({});
  expect(dataOf(evaluate(removed, { old: { a: mkIf(false, 1) } }))).toEqual({});
  expect(evaluate(removed, assertions).diagnostics({ force: true })).toEqual([]);
});

test("one that is defined is an assertion that fails, where there are assertions, under a code of its own", () => {
  const evaluation = evaluate(removed, assertions, used);
  expect(read(evaluation, "assertions")).toMatchObject([{ assertion: false, message }]);
  expect(evaluation.output().diagnostics.map(told)).toEqual([`removed-option old.a: ${message}`]);
});

test("one that is defined fails the printed result also where there are none", () => {
  const { value, diagnostics } = evaluate(removed, used).output();
  expect(value).toBeUndefined();
  expect(diagnostics.map(told)).toEqual([`removed-option old.a: ${message}`]);
});

test("one that is defined in a submodule is named with its path from the root", () => {
  const site = { imports: [removed], options: {} };
  const sites = { options: { sites: mkOption({ type: types.attrsOf(types.submodule(site)) }) } };
  const { diagnostics } = evaluate(sites, { sites: { x: { old: { a: 1 } } } }).output();
  expect(codesOf(diagnostics)).toEqual(["removed-option sites.x.old.a"]);
});

test("one that is read says what to do instead", () => {
  const { code, path, data } = diagnosticOf(() => read(evaluate(removed), "old.a"));
  expect({ code, path, text: data["text"] }).toEqual({
    code: "removed-option",
    path: ["old", "a"],
    text: "Use `b` instead.",
  });
});

test("the name must be a path", () => {
  // The cast: TypeScript would refuse it as well.
  expect(problemOf(() => mkRemovedOptionModule("a" as unknown as string[], "")).code).toBe("bad-argument");
});
