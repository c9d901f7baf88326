// Options whose value is an option type.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { isOptionType } from "../model/option-type.ts";
import type { AnyOptionType, MergeContext, OptionType } from "../model/option-type.ts";
import type { SettledDefinition } from "../model/definition.ts";
import { mkOptionType } from "./define-type.ts";
import { showDefinitions } from "./merge-strategies.ts";

/** An option type, such as `freeformType`. Several are merged like the types of an option that is declared several times. */
export const optionType: OptionType<AnyOptionType> = mkOptionType<AnyOptionType>({
  name: "optionType",
  descriptionClass: "noun",
  check: isOptionType,
  merge: (context, definitions) => mergeTypes(context, definitions),
});

function mergeTypes(context: MergeContext, definitions: readonly SettledDefinition[]): unknown {
  // The filter loses nothing: the type accepts option types only.
  const [first, ...others] = definitions.map(({ value }) => value).filter(isOptionType);
  return others.reduce<AnyOptionType | undefined>((merged, other) => {
    const both = merged?.typeMerge(other) ?? null;
    if (both !== null) return both;
    const place = atDefinitions(context.path, showDefinitions(definitions));
    return fail(diagnostic("incompatible-declarations", place, { attribute: "type" }));
  }, first);
}
