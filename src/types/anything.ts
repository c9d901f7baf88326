// Values of any shape, merged as deeply as their shape allows.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { kindOf } from "../kernel/show.ts";
import type { SettledDefinition } from "../model/definition.ts";
import { isDefinedModule } from "../model/module.ts";
import { isOption } from "../model/option.ts";
import { isOptionType, type MergeContext, type OptionType } from "../model/option-type.ts";
import { mkTreeType } from "./define-type.ts";
import { mergeFunctions } from "./function-to.ts";
import { dropUndefined, membersByName } from "./members.ts";
import { mergeEqualOption, showDefinitions } from "./merge-strategies.ts";

/**
 * Any value. Definitions must be of one kind: sets are merged name by name, each value again as anything; functions
 * into one that merges their results; everything else, lists too, must be equal. Values of sets and results of functions
 * may be lazy and have properties, elements of lists are data.
 */
export const anything: OptionType<unknown> = mkTreeType<unknown>({
  name: "anything",
  description: "anything",
  descriptionClass: "noun",
  merge: (context, definitions) => mergeAnything(context, definitions),
});

function mergeAnything(context: MergeContext, definitions: readonly SettledDefinition[]): unknown {
  const kind = kindOfAnything(definitions[0]?.value);
  for (let at = 1; at < definitions.length; at += 1) {
    if (kindOfAnything(definitions[at]?.value) !== kind) failByKinds(context, definitions);
  }
  if (kind === "attribute set") {
    return dropUndefined(membersByName(context, anything, definitions), (defined) => context.record(defined));
  }
  if (kind === "function") return mergeFunctions(context, anything, definitions);
  return mergeEqualOption(context, definitions);
}

function failByKinds(context: MergeContext, definitions: readonly SettledDefinition[]): never {
  const kinds = new Set(definitions.map(({ value }) => kindOfAnything(value)));
  const place = atDefinitions(context.path, showDefinitions(definitions));
  return fail(diagnostic("different-kinds", place, { kinds: [...kinds] }));
}

function kindOfAnything(value: unknown): string {
  const kind = kindOf(value);
  // These are plain objects as well, but merged name by name their members would be taken for data.
  return kind === "attribute set" && isMadeByConfix(value) ? "object" : kind;
}

function isMadeByConfix(value: unknown): boolean {
  return isDefinedModule(value) || isOption(value) || isOptionType(value);
}
