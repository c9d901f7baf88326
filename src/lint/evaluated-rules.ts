// All rules about configurations. A new rule is one line here, one file, one page of documentation, one test.
import type { EvaluatedRule } from "./rule.ts";
import { needlessForce } from "./rules/needless-force.ts";
import { noEffect } from "./rules/no-effect.ts";
import { redundant } from "./rules/redundant.ts";
import { unused } from "./rules/unused.ts";

/** The rules that need the values of a configuration. */
export const evaluatedRules: readonly EvaluatedRule[] = [unused, noEffect, redundant, needlessForce];
