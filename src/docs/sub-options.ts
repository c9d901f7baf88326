// The options inside an option, which its type tells.
import type { Path } from "../kernel/path.ts";
import { sortNames } from "../kernel/path.ts";
import { partsOf } from "../evaluate/index.ts";
import { evaluationBrand, hasBrand } from "../model/brands.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { contextOfOption, type OptionState } from "../model/option-state.ts";
import { type AnyOptionType, isOptionType, type MergeContext, type SubmoduleParameters } from "../model/option-type.ts";
import { makeOverride, priorities } from "../model/property.ts";
import { findOptions } from "./find-options.ts";
import { SubmodulesAbove } from "./submodules-above.ts";

/** An option that documentation lists, and where it stands. */
export interface FoundOption {
  readonly option: OptionState;
  readonly above: SubmodulesAbove;
  /** For an alternative of a tagged union, the option of the union; null: it is none. */
  readonly alternativeOf: FoundOption | null;
}

/** The options of a whole evaluation. */
export function optionsOf(tree: unknown): readonly FoundOption[] {
  const above = new SubmodulesAbove();
  return findOptions(tree).map((option) => ({ option, above, alternativeOf: null }));
}

/** The options in the submodules of an option, in order, without those inside of them in turn. */
export function subOptionsOf(found: FoundOption): readonly FoundOption[] {
  const { loc, type } = found.option;
  return inType(type, loc, found);
}

// Types that contain themselves without a submodule between are not written by people; others end where they begin.
const deepestType = 50;

function inType(type: AnyOptionType, path: Path, around: FoundOption, depth = 0): readonly FoundOption[] {
  if (depth > deepestType) return [];
  const { submodule, memberName, nestedTypes } = type;
  if (submodule !== null) {
    // A type that stands for alternatives has no modules: they are not an evaluation with options of its own.
    return inSubmodule(submodule, type.subModules !== null, path, around);
  }
  // Of a type that takes one thing or another, nobody can tell which options there are.
  const inner = nestedTypes["elemType"] ?? nestedTypes["finalType"];
  if (inner === undefined) return [];
  return inType(inner, memberName === null ? path : [...path, memberName], around, depth + 1);
}

// Where nixpkgs lists the options of undeclared names, between those that are declared.
const freeformPlace = "_freeformOptions";

function inSubmodule(
  parameters: SubmoduleParameters,
  isEvaluation: boolean,
  path: Path,
  around: FoundOption,
): readonly FoundOption[] {
  const parts = partsOf(parameters);
  if (around.above.has(parts)) return [];
  const evaluation = documentedEvaluation(parameters, path, around.option[contextOfOption]);
  const { options } = evaluation;
  const names = Object.keys(options).filter((name) => isEvaluation || name !== "_module");
  const above = around.above.enter(parts, sortNames(names));
  if (above === null) return [];
  const freeformType = isEvaluation ? evaluation._module["freeformType"] : null;
  const inFreeform = isOptionType(freeformType) ? freeformType : null;
  return sortNames(new Set([...names, ...(inFreeform === null ? [] : [freeformPlace])])).flatMap((name) => {
    const declared = names.includes(name) ? findOptions(options[name]) : [];
    const found = declared.map((option) => ({ option, above, alternativeOf: isEvaluation ? null : around }));
    if (name !== freeformPlace || inFreeform === null) return found;
    return [...found, ...inType(inFreeform, path, { ...around, above })];
  });
}

/** A submodule as nothing defines it, at the path where documentation lists its options. Undeclared definitions are no error. */
function documentedEvaluation(parameters: SubmoduleParameters, path: Path, context: MergeContext): Evaluation {
  const empty: unknown = context.emptySubmodule(parameters);
  if (!hasBrand(empty, evaluationBrand)) throw new TypeError("a merge context gave a submodule that is no evaluation");
  // The cast: what has this brand is one.
  const evaluation = empty as unknown as Evaluation;
  return evaluation.extendModules({ prefix: path, modules: [unchecked] });
}

const unchecked = Object.freeze({ _module: { check: makeOverride(priorities.force, false) } });
