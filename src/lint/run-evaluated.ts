// Runs the rules that need values over a configuration, and over the submodules in it.
import { diagnostic } from "../diagnostics/report.ts";
import { inspectEvaluation, type ListedOption } from "../evaluate/index.ts";
import type { Origin } from "../kernel/origin.ts";
import { type Path, showPath } from "../kernel/path.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import { DeclaredOptions } from "./declared-options.ts";
import { evaluatedRules } from "./evaluated-rules.ts";
import type { LintFinding, LintRun } from "./finding.ts";
import { type FoundAt, type Instance, Instances } from "./instances.ts";
import { placeOfOption } from "./places.ts";
import type { EvaluatedRule, RuleId } from "./rule.ts";
import type { Suppressions } from "./suppressions.ts";

/** A finding that a comment may turn out to suppress, when all places are known. */
export type EvaluatedFinding = LintFinding & { readonly isSuppressed: () => boolean };

/**
 * Computes the configuration of modules, and lints what came of it; what is wrong with the configuration itself comes
 * first. `listed` are the options that the modules declare.
 */
export function lintEvaluation(
  args: EvalModulesArguments,
  { levels, reader }: LintRun,
  listed: readonly ListedOption[],
  suppressions: Suppressions,
): readonly EvaluatedFinding[] {
  const { evaluations, problems, skipped } = inspectEvaluation(args);
  const declared = new DeclaredOptions(listed);
  const make = (id: RuleId, path: Path, origin: Origin | null, data: object): EvaluatedFinding => {
    const span = origin === null ? null : suppressions.declareAt(origin);
    // The cast: a rule's findings have the data of its own code.
    const made = diagnostic(id, origin === null ? { path } : { path, origin }, data as never);
    return {
      diagnostic: Object.freeze({ ...made, severity: levels.severity(id, {}) }),
      mending: null,
      isSuppressed: () => suppressions.covers(span, id),
    };
  };
  const wrong = problems.map((problem) => ({ diagnostic: problem, mending: null, isSuppressed: () => false }));
  const instances = new Instances(evaluations, declared, reader);
  // What was not computed may read anything.
  const rules = evaluatedRules.filter(({ id }) => levels.isOn(id) && (id !== "option/unused" || skipped.length === 0));
  const found = instances.groups.flatMap((group) =>
    rules.flatMap((rule) => instances.agreed(group, judge(group, rule)).map((each) => ({ id: rule.id, ...each }))),
  );
  const outermost = evaluations[0] ?? [];
  const notes = levels.isOn("lint/skipped")
    ? skipped.map(({ path, problem }) => {
        const option = outermost.find((each) => showPath(each.path) === showPath(path)) ?? null;
        const origin = option === null ? null : placeOfOption(reader, option, declared.find(option)).origin;
        return make("lint/skipped", path, origin, { part: "values", problem });
      })
    : [];
  return [
    ...wrong,
    ...notes,
    ...found
      .filter(({ skips }) => !skips || levels.isOn("lint/skipped"))
      .map(({ id, skips, path, origin, data }) => make(skips ? "lint/skipped" : id, path, origin, data)),
  ];
}

function judge(group: readonly Instance[], rule: EvaluatedRule): readonly FoundAt[] {
  return group.flatMap((instance) =>
    rule.check(instance.option, instance.others).map((found): FoundAt => {
      if (!("skipped" in found)) return { ...found, instance, skips: false };
      return { instance, definition: null, data: { part: "values", problem: found.skipped }, skips: true };
    }),
  );
}
