// Refuses to put modules in the places of others that are nowhere.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attempt, ConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Setting } from "../model/setting.ts";
import { declarationsIn } from "./declaration-walk.ts";
import type { Fixpoint } from "./evaluate.ts";
import { Replacements } from "./replacements.ts";

type Pairs = readonly (readonly [old: unknown, fresh: unknown])[];
type InsideOf = (evaluation: unknown) => Fixpoint | null;

/**
 * Fails if a module to replace is found neither where the modules of an evaluation stand now, nor where they are to stand
 * with the values that are `given` beside. `now` null: nobody has taken note of that. A module in a submodule is known only
 * once somebody has looked there: `evaluate` begins the evaluation once more for it, of which nothing is kept. Where modules
 * or values are wrong, nothing can be told and nothing is refused.
 */
export function refuseUnknown(
  pairs: Pairs,
  given: readonly Setting[],
  now: Replacements | null,
  insideOf: InsideOf,
  evaluate: (replacements: Replacements) => Evaluation,
): void {
  const before = now ?? new Replacements();
  let unknown = pairs.map(([module], at) => ({ module, at, names: namesOf(module, pairs.slice(0, at), before) }));
  const strike = (found: Replacements): boolean => {
    unknown = unknown.filter(({ names }) => !names.some((name) => found.wasFound(name)));
    return unknown.length === 0;
  };
  if (strike(before)) return;
  const trials = [before.with(pairs, given), before.with([], [])].map((replacements) => ({
    replacements,
    looks: looksAt(evaluate(replacements), insideOf),
  }));
  for (const step of [0, 1, 2]) {
    for (const { replacements, looks } of trials) {
      const isWhole = attempt(() => looks[step]?.())?.value === true;
      if (strike(replacements) || !isWhole) return;
    }
  }
  throw new ConfixError(unknown.map(({ module, at }) => replacesNothing(module, at, before)));
}

// What stands for a module where it is named: itself, or that of which it has taken the place, also by an earlier pair.
function namesOf(module: unknown, earlier: Pairs, { modules }: Replacements): readonly unknown[] {
  const replaced = [...modules, ...earlier].filter(([, last]) => last === module);
  return [module, ...replaced.map(([first]) => first)];
}

// Each finds more modules than the one before, and takes longer. They tell whether nothing kept them from looking.
function looksAt(evaluation: Evaluation, insideOf: InsideOf): readonly (() => boolean)[] {
  const inside = insideOf(evaluation);
  return [
    () => inside?.structure() !== undefined,
    () => inside !== null && declarationsIn(inside, insideOf).problems.length === 0,
    () => evaluation.output({ keepGoing: true, checksAll: true }).diagnostics.length === 0,
  ];
}

function replacesNothing(module: unknown, at: number, { modules }: Replacements): Diagnostic {
  const isPath = typeof module === "string" || module instanceof URL;
  const detail = isPath ? "path" : modules.has(module) ? "replaced" : "none";
  return diagnostic("replaces-nothing", {}, { at, found: describeValue(module), detail });
}
