import { expect, test } from "vitest";
import { makeCase } from "../case.ts";
import { smallerCases } from "../description/smaller.ts";
import { confixFailure } from "../judge/failure.ts";
import { evaluateConfix } from "../sides/confix-side.ts";
import { failuresIn, reach } from "../sides/observation.ts";
import { seedOf } from "./choices.ts";
import { generateCase } from "./generate.ts";

const caseOf = (at: number) => makeCase(generateCase(seedOf(5, at)));

test("a seed gives the same case, another one another", () => {
  expect(caseOf(1)).toEqual(caseOf(1));
  const texts = Array.from({ length: 50 }, (_, at) => caseOf(at).typescript);
  expect(new Set(texts).size).toBe(50);
});

test("together, cases have everything in them", () => {
  const text = Array.from({ length: 2000 }, (_, at) => caseOf(at).typescript).join("\n");
  const wanted =
    "mkIf mkMerge mkForce mkDefault mkOptionDefault mkOverride mkVMOverride mkBefore mkAfter mkOrder mkDefinition " +
    "mkAliasDefinitions mkAliasAndWrapDefsWithPriority mkDerivedConfig mkRenamedOptionModule mkRenamedOptionModuleWith " +
    "mkAliasOptionModule mkRemovedOptionModule mkChangedOptionModule mkMergedOptionModule doRename defineModule " +
    "either oneOf coercedTo nullOr uniq unique enum between strMatching separatedString lines commas attrsOf lazyAttrsOf " +
    "attrsWith listOf nonEmptyListOf attrListOf submodule submoduleWith deferredModule functionTo anything attrTag " +
    "addCheck json raw attrs unspecified path passwdEntry float number port freeformType apply readOnly internal visible " +
    "default description imports disabledModules extendModules specialArgs prefix class _class key args isDefined " +
    "highestPrio definitions files declarations shorthandOnlyDefinesConfig";
  expect(wanted.split(" ").filter((word) => !new RegExp(`\\b${word}\\b`).test(text))).toEqual([]);
  expect(text).toMatch(/"[^"]+" in args\.options/);
});

test("whatever a case holds, Confix evaluates it or says what is wrong", () => {
  for (let at = 0; at < 300; at += 1) {
    const { observed, root } = evaluateConfix(caseOf(at));
    for (const steps of failuresIn(observed)) {
      expect(Array.isArray(confixFailure(() => reach(root(), steps))), `case ${at} at ${steps.join(" ")}`).toBe(true);
    }
  }
});

test("what is made smaller is smaller, and still a case", () => {
  for (let at = 0; at < 20; at += 1) {
    const { description } = caseOf(at);
    const size = JSON.stringify(description).length;
    const smaller = smallerCases(description);
    expect(smaller.length).toBeGreaterThan(0);
    for (const each of smaller.filter((_each, number) => number % 25 === 0)) {
      expect(JSON.stringify(each).length).toBeLessThan(size);
      expect(() => evaluateConfix(makeCase(each))).not.toThrow();
    }
  }
});
