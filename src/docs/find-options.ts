// Finds the options in a tree, in the order in which documentation lists them.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { sortNames } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { isOption } from "../model/option.ts";
import { isOptionState, type OptionState } from "../model/option-state.ts";
import { isOptionType } from "../model/option-type.ts";

/** All options in a tree: depth first, names sorted. What is neither a set nor an option has none. */
export function findOptions(tree: unknown): readonly OptionState[] {
  if (isOptionState(tree)) return [tree];
  if (isOption(tree)) return refuse("must be options of an evaluation, but one is a mere declaration");
  if (!isPlainObject(tree) || isOptionType(tree)) return [];
  return sortNames(Object.keys(tree)).flatMap((name) => findOptions(tree[name]));
}

/** Fails for what cannot be a tree of options. */
export function requireTree(tree: unknown): void {
  if (isOption(tree) || isPlainObject(tree)) return;
  refuse(`must be the \`options\` of an evaluation, but is ${describeValue(tree)}`);
}

function refuse(problem: string): never {
  return fail(
    diagnostic("bad-argument", {}, { call: "optionAttrSetToDocList", argument: "options", problem, suggestions: [] }),
  );
}
