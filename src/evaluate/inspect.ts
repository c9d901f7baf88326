// Looks into an evaluation of which everything was computed: which definitions took part, and what would be without one.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { attempt } from "../diagnostics/errors.ts";
import type { Origin } from "../kernel/origin.ts";
import { type Path, sortNames } from "../kernel/path.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import type { Definition } from "../model/definition.ts";
import type { Candidate, OptionCell } from "../model/machine.ts";
import type { OptionAttributes } from "../model/option.ts";
import type { AnyOptionType } from "../model/option-type.ts";
import { priorities } from "../model/property.ts";
import type { Fixpoint } from "./evaluate.ts";
import { evalModules, insideOf } from "./evaluation.ts";

/** A definition that holds; the default of an option is none. */
export interface InspectedDefinition {
  readonly origin: Origin;
  /** Lower wins; 100 for a plain one. */
  readonly priority: number;
  /** Which of the definitions that its module gives the option, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
}

/** An option of an evaluation, with what came of it. */
export interface InspectedOption {
  readonly path: Path;
  readonly type: AnyOptionType;
  readonly attributes: OptionAttributes;
  /** The files that declare it. */
  readonly files: readonly string[];
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
  /** The options that are no part of a submodule, by path. */
  readonly options: readonly InspectedOption[];
  /** What is wrong with the configuration. */
  readonly problems: readonly Diagnostic[];
}

/** Evaluates modules as printing them does, and looks at what took part in it. */
export function inspectEvaluation(args: EvalModulesArguments): Inspection {
  const evaluation = evalModules(args);
  const { diagnostics } = evaluation.output({ keepGoing: true });
  const fixpoint = insideOf(evaluation);
  const root = fixpoint === null ? null : attempt(() => fixpoint.root);
  if (fixpoint === null || root === null) return { options: [], problems: diagnostics };
  const found = [...optionsIn(root.value)];
  // Before anything below asks for a value.
  const read = new Set(found.filter(({ cell }) => cell.peek() !== null).map(({ cell }) => cell));
  const options = found.flatMap(({ cell, given }) => {
    const option = attempt(() => inspectOption(fixpoint, cell, given, read.has(cell)));
    return option === null ? [] : [option.value];
  });
  return { options, problems: diagnostics };
}

interface FoundOption {
  readonly cell: OptionCell;
  readonly given: readonly Definition[];
}

function* optionsIn(level: Fixpoint["root"]): Generator<FoundOption> {
  const children = attempt(() => ({ declared: level.declared(), pushed: level.pushed() }));
  if (children === null) return;
  const { declared, pushed } = children.value;
  for (const name of sortNames(declared.keys())) {
    if (name === "_module" && level.path.length === 0) continue;
    const child = level.child(name);
    if (child === null) continue;
    // Only a set of options declares names.
    if ("declared" in child) yield* optionsIn(child);
    else yield { cell: child, given: pushed.get(name) ?? [] };
  }
}

function inspectOption(
  fixpoint: Fixpoint,
  cell: OptionCell,
  given: readonly Definition[],
  wasRead: boolean,
): InspectedOption {
  const { path } = cell;
  const { type, attributes, declarations } = cell.merged();
  const { candidates } = fixpoint.discharge(given, path);
  const definitions = candidates.map(({ definition, priority }): InspectedDefinition => {
    const ofModule = given.filter(({ origin }) => origin.file === definition.origin.file);
    const index = ofModule.findIndex((each) => each === definition);
    return { origin: definition.origin, priority: priority ?? priorities.plain, index, count: ofModule.length };
  });
  return {
    path,
    type,
    attributes,
    files: declarations.map(({ origin }) => origin.file),
    wasRead,
    highestPrio: cell.highestPrio(),
    definitions,
    value: () => attempt(() => cell.force()),
    valueWithout: (left) => {
      const others = candidates.filter((_, at) => definitions[at] !== left).map(definitionOf);
      return attempt(() => fixpoint.optionCell(cell.node, others).force());
    },
  };
}

// A candidate as a definition that holds. What was computed stays computed, also if it is a function.
function definitionOf({ definition, value, isForced, priority, order }: Candidate): Definition {
  const kept = isForced && typeof value === "function" ? (): unknown => value : value;
  return { ...definition, value: kept, conditions: null, priority, order };
}
