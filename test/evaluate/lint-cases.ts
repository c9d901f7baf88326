// Lints every case of the evaluator after its test: whatever modules there are, the linter must get through them.
import type { LintRequest } from "confix";
import { afterEach } from "vitest";
import { evalModules as evaluateModules } from "../../src/evaluate/index.ts";
import type { EvalModulesArguments } from "../../src/model/arguments.ts";
import { lintCase } from "../lint/lint-case.ts";

const taken: (() => void)[] = [];

// A case that evaluates modules without end would be linted without end.
const most = 100;

/**
 * `evalModules`, which remembers the modules to lint them when the test is over: it may count how often their functions
 * are called. Arguments that are refused are not linted.
 */
export const evalModules: typeof evaluateModules = (args) => {
  const evaluation = evaluateModules(args);
  const { modules, specialArgs, loader }: EvalModulesArguments = args;
  const request: LintRequest = {
    ...(specialArgs !== undefined && { specialArgs }),
    ...(loader !== undefined && { loader }),
  };
  if (taken.length < most) taken.push(() => lintCase(modules, request));
  return evaluation;
};

afterEach(() => {
  // Modules may evaluate others while they are linted, which are not linted in turn.
  for (const lint of taken.splice(0)) lint();
  taken.length = 0;
});
