// Runs the rules over everything that modules declare.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { messageOf } from "../diagnostics/render-text.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { type ListedDeclaration, type ListedOption, listDeclarations } from "../evaluate/index.ts";
import { compareNames } from "../kernel/path.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import { messageOfThrown } from "../model/thrown.ts";
import type { LintFinding, LintRun } from "./finding.ts";
import { editOf, mendingOf } from "./fix.ts";
import { type DeclarationPlace, placeOfAbout, placeOfDeclaration } from "./places.ts";
import type { Found, RuleId } from "./rule.ts";
import { rules } from "./rules.ts";
import type { Levels } from "./settings.ts";
import { lintEvaluation } from "./run-evaluated.ts";
import { subjectOf } from "./subject.ts";
import { type DeclaredSpan, Suppressions } from "./suppressions.ts";

/** Lints all that modules declare, and, if asked, the configuration they make. Throws a ConfixError if the modules cannot be collected. */
export function lintModules(args: EvalModulesArguments, run: LintRun): readonly LintFinding[] {
  const { levels, reader, evaluates } = run;
  const { options, problems } = listDeclarations(args);
  const suppressions = new Suppressions(reader, levels);
  const seen = new Set<unknown>();
  const judged = options.flatMap((option) =>
    option.declarations
      // The same declaration under two names is judged once.
      .filter(({ option: declared }) => !seen.has(declared) && seen.add(declared))
      .map((declaration) => {
        let placed: { readonly place: DeclarationPlace; readonly span: DeclaredSpan | null } | null = null;
        const find = (): { readonly place: DeclarationPlace; readonly span: DeclaredSpan | null } => {
          if (placed !== null) return placed;
          const place = placeOfDeclaration(reader, declaration);
          return (placed = { place, span: suppressions.declare(place.located) });
        };
        // Finding a place costs more than judging, and most declarations need none.
        if (suppressions.mayConcern(declaration.sites)) find();
        const found = lintDeclaration(option, declaration, () => find().place, levels);
        return { span: placed === null && found.length === 0 ? null : find().span, findings: found };
      }),
  );
  // Whether a comment belongs to a declaration shows when all of them are known.
  const findings = judged.flatMap(({ span, findings: found }) =>
    found.filter(({ id }) => !suppressions.covers(span, id)),
  );
  const evaluated = evaluates
    ? lintEvaluation(args, run, options, suppressions).filter((each) => !each.isSuppressed())
    : [];
  const others = problems.map((problem) => ({ diagnostic: problem, mending: null }));
  const own = suppressions.findings(evaluates).map((each) => ({ diagnostic: each, mending: null }));
  return distinct([...others, ...findings, ...evaluated, ...own]).toSorted((left, right) =>
    compare(left.diagnostic, right.diagnostic),
  );
}

function lintDeclaration(
  option: ListedOption,
  declaration: ListedDeclaration,
  findPlace: () => DeclarationPlace,
  levels: Levels,
): readonly (LintFinding & { readonly id: RuleId })[] {
  const make = (id: RuleId, found: Found<RuleId>): LintFinding & { readonly id: RuleId } => {
    const place = findPlace();
    const at = { path: option.path, origin: placeOfAbout(place, found.about) };
    // The cast: a rule's findings have the data of its own code.
    const made = diagnostic(id, at, found.data as never);
    const mending = found.fix === undefined ? null : mendingOf(found.fix, place.located);
    const severity = levels.severity(id, found);
    return { id, diagnostic: Object.freeze({ ...made, severity, edit: editOf(place.located, mending) }), mending };
  };
  const skipped = (problem: string): readonly (LintFinding & { readonly id: RuleId })[] =>
    levels.isOn("lint/skipped") ? [make("lint/skipped", { about: "type", data: { part: "type", problem } })] : [];
  const [problem] = declaration.problems;
  if (problem !== undefined) return skipped(messageOf(problem));
  const subject = subjectOf(option, declaration);
  return rules
    .filter(({ id, isForObsolete = false }) => levels.isOn(id) && isForObsolete === (subject.all.obsolete === true))
    .flatMap((rule) => {
      try {
        return rule.check(subject, levels.preset).map((found) => make(rule.id, found));
      } catch (error) {
        // Code of the type, or a trap of an attribute's value.
        return skipped(messageOfThrown(error));
      }
    });
}

// One declaration may be met several times, as that of a submodule made by a function; the place tells.
function distinct(findings: readonly LintFinding[]): readonly LintFinding[] {
  const byPlace = new Map<string, LintFinding>();
  for (const finding of findings) {
    const { code, origin, path, data } = finding.diagnostic;
    const key = JSON.stringify([code, origin, origin?.column === undefined ? [path, data] : null]);
    if (!byPlace.has(key)) byPlace.set(key, finding);
  }
  return [...byPlace.values()];
}

function compare(left: Diagnostic, right: Diagnostic): number {
  const [from, to] = [left.origin, right.origin];
  return (
    compareNames(from?.file ?? "", to?.file ?? "") ||
    (from?.line ?? 0) - (to?.line ?? 0) ||
    (from?.column ?? 0) - (to?.column ?? 0) ||
    compareNames(left.code, right.code)
  );
}
