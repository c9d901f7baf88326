// Lints every case of the evaluator after its test: whatever modules there are, the linter must get through them.
import type { LintRequest } from "confix";
import { afterEach } from "vitest";
import { lintCase } from "../lint/lint-case.ts";

const taken: (() => void)[] = [];

/** Remembers modules, to lint them when the test is over: it may count how often its functions are called. */
export function lintLater(modules: readonly unknown[], request: LintRequest = {}): void {
  taken.push(() => lintCase(modules, request));
}

afterEach(() => {
  for (const lint of taken.splice(0)) lint();
});
