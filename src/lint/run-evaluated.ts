// Runs the rules that need values over a configuration.
import { diagnostic } from "../diagnostics/report.ts";
import { type InspectedDefinition, type InspectedOption, inspectEvaluation } from "../evaluate/index.ts";
import type { Origin } from "../kernel/origin.ts";
import { type Path, showPath } from "../kernel/path.ts";
import { resolveOrigin } from "../kernel/trail.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import { evaluatedRules } from "./evaluated-rules.ts";
import { originFrom, placeOfOption } from "./places.ts";
import type { LintFinding, LintRun } from "./finding.ts";
import type { SourceReader } from "./source-reader.ts";
import type { Suppressions } from "./suppressions.ts";

/**
 * Computes the configuration of modules, and lints what came of it; what is wrong with the configuration itself comes
 * first. Options of submodules are not looked at: each instance of them may be different.
 */
export function lintEvaluation(
  args: EvalModulesArguments,
  { levels, reader }: LintRun,
  suppressions: Suppressions,
): readonly (LintFinding & { readonly isSuppressed: () => boolean })[] {
  const { options, problems } = inspectEvaluation(args);
  const byPath = new Map(options.map((option) => [showPath(option.path), option]));
  const others = (path: Path): InspectedOption | null => byPath.get(showPath(path)) ?? null;
  const wrong = problems.map((problem) => ({
    diagnostic: problem,
    mending: null,
    isSuppressed: () => false,
  }));
  const rules = evaluatedRules.filter(({ id }) => levels.isOn(id));
  const found = options.flatMap((option) =>
    rules.flatMap((rule) =>
      rule.check(option, others).map(({ definition, data }) => {
        const place =
          definition === null ? placeOfOption(reader, option) : placeOfDefinition(reader, option, definition);
        const span = suppressions.declareAt(place.origin);
        // The cast: a rule's findings have the data of its own code.
        const made = diagnostic(rule.id, { path: option.path, origin: place.origin }, data as never);
        return {
          diagnostic: Object.freeze({ ...made, severity: levels.severity(rule.id, {}) }),
          mending: null,
          isSuppressed: () => suppressions.covers(span, rule.id),
        };
      }),
    ),
  );
  return [...wrong, ...found];
}

function placeOfDefinition(
  reader: SourceReader | null,
  { path }: InspectedOption,
  { origin, index, count }: InspectedDefinition,
): { readonly origin: Origin } {
  if (origin.line !== undefined) return { origin: resolveOrigin(origin) };
  const places = reader?.script(origin.file)?.script.defaultModule?.definitions(path) ?? [];
  // Where the text shows another number of them, which is which cannot be told.
  const place = places.length === count ? places[index] : places.length === 1 ? places[0] : undefined;
  return { origin: place === undefined ? { file: origin.file } : originFrom(place.key ?? place, place) };
}
