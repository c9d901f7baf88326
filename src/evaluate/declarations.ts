// Lists what modules declare, submodules included, without computing any value of an option.
import type { EvalModulesArguments } from "../model/arguments.ts";
import { declarationsIn, type ListedOptions } from "./declaration-walk.ts";
import { evalModules, insideOf } from "./evaluation.ts";

/**
 * All options that modules declare, those of submodules once each, whatever their types hold. A type that is given as a
 * function is computed, and no other value. Options of the evaluator itself are left out. Throws a ConfixError if the
 * modules cannot be collected.
 */
export function listDeclarations(args: EvalModulesArguments): ListedOptions {
  const fixpoint = insideOf(evalModules(args));
  // The evaluation was just made here, so there is an inside.
  return fixpoint === null ? { options: [], problems: [] } : declarationsIn(fixpoint, insideOf);
}
