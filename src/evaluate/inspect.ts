// Looks into an evaluation of which everything was computed: which definitions took part, and what would be without one.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attempt } from "../diagnostics/errors.ts";
import type { Origin } from "../kernel/origin.ts";
import { type Path, sortNames } from "../kernel/path.ts";
import { Thunk } from "../kernel/thunk.ts";
import { Trail, type TrailData } from "../kernel/trail.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import type { Definition } from "../model/definition.ts";
import type { Candidate, OptionCell } from "../model/machine.ts";
import type { Option, OptionAttributes } from "../model/option.ts";
import type { AnyOptionType } from "../model/option-type.ts";
import { priorities } from "../model/property.ts";
import type { Fixpoint } from "./evaluate.ts";
import { evaluateWatched, insideOf } from "./evaluation.ts";
import { SubmoduleWatch, type WatchedEvaluation } from "./submodule-watch.ts";

/** A definition that holds; the default of an option is none. */
export interface InspectedDefinition {
  readonly origin: Origin;
  /** Lower wins; 100 for a plain one. */
  readonly priority: number;
  /** Which of the definitions that its module gives the option, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Whether it is part of a default: that of an option whose value is the submodule in which it stands. */
  readonly isOfDefault: boolean;
  /** Whether it was given to this evaluation from outside, and so belongs to one instance of a submodule. */
  readonly isOfInstance: boolean;
}

/** An option of an evaluation, with what came of it. */
export interface InspectedOption {
  readonly path: Path;
  /** Whether the path begins at the root; that of an option in a submodule that nothing defines begins there. */
  readonly isPlaced: boolean;
  readonly type: AnyOptionType;
  readonly attributes: OptionAttributes;
  /** What declares it. */
  readonly declared: readonly Option<unknown, unknown>[];
  /** Where it is declared, as far as modules know themselves. */
  readonly declarations: readonly Origin[];
  /** Whether anything needed its value. */
  readonly wasRead: boolean;
  /** The priority that won; 9999 if nothing holds. */
  readonly highestPrio: number;
  readonly definitions: readonly InspectedDefinition[];
  /** The value; null: it cannot be computed. */
  value(): { readonly value: unknown } | null;
  /** The value without one of the definitions; null: it cannot be computed. */
  valueWithout(definition: InspectedDefinition): { readonly value: unknown } | null;
}

/** What an evaluation came to. */
export interface Inspection {
  /** The options by path: first those that are no part of a submodule, then those of each submodule that was computed. */
  readonly evaluations: readonly (readonly InspectedOption[])[];
  /** What is wrong with the configuration. */
  readonly problems: readonly Diagnostic[];
  /** Options with submodules that were not all computed, and why; without a path, nobody knows which. */
  readonly skipped: readonly { readonly path: Path; readonly problem: string }[];
}

/**
 * Evaluates modules as printing them does, and looks at what took part in it. Submodules in one another without end are
 * left at some depth.
 */
export function inspectEvaluation(args: EvalModulesArguments): Inspection {
  const watch = new SubmoduleWatch();
  const evaluation = evaluateWatched(args, watch);
  const { diagnostics } = evaluation.output({ keepGoing: true });
  const fixpoint = insideOf(evaluation);
  const outermost: readonly WatchedEvaluation[] =
    fixpoint === null ? [] : [{ fixpoint, outer: null, isOutermost: true }];
  const found = [...outermost, ...watch.submodules()].map((each) => ({ each, options: lookAround(each.fixpoint) }));
  const skipped = [...watch.refused.values()];
  const evaluations = found.map(({ each, options }) =>
    options.flatMap((option) => attempt(() => inspectOption(each, option))?.value ?? []),
  );
  return { evaluations, problems: diagnostics.filter(({ code }) => code !== "lint/skipped"), skipped };
}

interface FoundOption {
  readonly cell: OptionCell;
  readonly given: readonly Definition[];
  readonly wasRead: boolean;
}

// Which options were read must be known before anything else asks for a value.
function lookAround(fixpoint: Fixpoint): readonly FoundOption[] {
  const root = attempt(() => fixpoint.root);
  return root === null ? [] : [...optionsIn(root.value)];
}

function* optionsIn(level: Fixpoint["root"]): Generator<FoundOption> {
  const children = attempt(() => ({ declared: level.declared(), pushed: level.pushed() }));
  if (children === null) return;
  const { declared, pushed } = children.value;
  for (const name of sortNames(declared.keys())) {
    if (name === "_module" && level.node.path.length === 0) continue;
    const child = level.child(name);
    if (child === null) continue;
    // Only a set of options declares names.
    if ("declared" in child) yield* optionsIn(child);
    else yield { cell: child, given: pushed.get(name) ?? [], wasRead: wasAsked(child) };
  }
}

// One that failed was asked for as well.
function wasAsked(cell: OptionCell): boolean {
  return cell instanceof Thunk ? cell.state !== "suspended" : cell.peek() !== null;
}

function inspectOption(
  { fixpoint, outer, isOutermost }: WatchedEvaluation,
  { cell, given, wasRead }: FoundOption,
): InspectedOption {
  const { path, node } = cell;
  const { type, attributes, origins } = cell.merged();
  const { candidates } = fixpoint.discharge(given, cell);
  const outerCell = outer?.cell ?? null;
  const isDefault = outerCell?.highestPrio() === priorities.optionDefault;
  const outerDefault = isDefault ? (outerCell?.merged().defaultOrigin ?? null) : null;
  const isOfDefault = (origin: Origin): boolean =>
    origin instanceof Trail ? isInDefault(origin.data()) : outerDefault !== null && origin === outerDefault;
  const definitions = candidates.map(({ definition, origin, priority }): InspectedDefinition => {
    const ofModule = given.filter((each) => each.origin.file === definition.origin.file);
    const index = ofModule.findIndex((each) => each === definition);
    const common = { priority: priority ?? priorities.plain, index, count: ofModule.length };
    return {
      ...common,
      origin: definition.origin,
      isOfDefault: isOfDefault(origin),
      isOfInstance: definition.args !== fixpoint.args,
    };
  });
  return {
    path,
    isPlaced: isOutermost || outer !== null,
    type,
    attributes,
    declared: node.declarations.flatMap((each) => (each.kind === "option" ? [each.option] : [])),
    declarations: origins,
    wasRead,
    highestPrio: cell.highestPrio(),
    definitions,
    value: () => attempt(() => cell.force()),
    valueWithout: (left) => {
      const others = candidates.filter((_, at) => definitions[at] !== left).map(definitionOf);
      return attempt(() => fixpoint.optionCell(node, others).force());
    },
  };
}

function isInDefault({ site, steps }: TrailData): boolean {
  const isHere = steps.some(
    (step) => typeof step === "object" && step.kind === "declaration" && step.attribute === "default",
  );
  return isHere || (site.kind === "trail" && isInDefault(site.trail));
}

// A candidate as a definition that holds. What was computed stays computed, also if it is a function.
function definitionOf({ definition, value, isForced, priority, order }: Candidate): Definition {
  const kept = isForced && typeof value === "function" ? (): unknown => value : value;
  return { ...definition, value: kept, conditions: null, priority, order };
}
