// Options that existed once.
import { mkIf, mkOption, mkRemovedOptionModule, types } from "confix";
import { expect, test } from "vitest";
import assertions from "../../../modules/assertions.ts";
import { dataOf, evaluate, read } from "../../evaluate/evaluation.ts";
import { codesOf, diagnosticOf, problemOf } from "../../evaluate/problems.ts";

const removed = mkRemovedOptionModule(["old", "a"], "Use `b` instead.");
const used = { _file: "/site.ts", old: { a: 1 } };
const message = "The option `old.a` has been removed, but `/site.ts` still defines it. Use `b` instead.";

test("one that nobody defines does no harm, and is not printed", () => {
  expect(dataOf(evaluate(removed))).toEqual({});
  expect(dataOf(evaluate(removed, { old: { a: mkIf(false, 1) } }))).toEqual({});
  expect(evaluate(removed, assertions).diagnostics({ force: true })).toEqual([]);
});

test("one that is defined is a failed assertion, where there are assertions", () => {
  const evaluation = evaluate(removed, assertions, used);
  const [failed, ...others] = evaluation.output().diagnostics;
  expect(others).toEqual([]);
  expect(failed).toMatchObject({ code: "failed-assertion", path: ["assertions"], data: { message } });
});

test("one that is defined fails the printed result also where there are none", () => {
  const { value, diagnostics } = evaluate(removed, used).output();
  expect(value).toBeUndefined();
  expect(codesOf(diagnostics)).toEqual(["failed-assertion old"]);
  expect(diagnostics[0]?.data).toEqual({ message });
});

test("one that is defined in a submodule is named with its path from the root", () => {
  const site = { imports: [removed], options: {} };
  const sites = { options: { sites: mkOption({ type: types.attrsOf(types.submodule(site)) }) } };
  const { diagnostics } = evaluate(sites, { sites: { x: { old: { a: 1 } } } }).output();
  expect(diagnostics[0]?.data["message"]).toContain("`sites.x.old.a`");
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
