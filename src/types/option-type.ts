// Options whose value is an option type.
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { unknownFile } from "../kernel/origin.ts";
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

// As in declarations, submodules inside are placed by the file of their definition, those of the last definition first.
function mergeTypes(context: MergeContext, definitions: readonly SettledDefinition[]): unknown {
  // The filter loses nothing: the type accepts option types only.
  const [first, ...others] = definitions.map(({ value }) => value).filter(isOptionType);
  const merged = others.reduce<AnyOptionType | undefined>((known, other) => {
    const both = known?.typeMerge(other) ?? null;
    if (both !== null) return both;
    const place = atDefinitions(context.path, showDefinitions(definitions));
    return fail(diagnostic("incompatible-declarations", place, { attribute: "type" }));
  }, first);
  if (others.length === 0 || merged === undefined || merged.subModules === null) return merged;
  return merged.withSubModules(definitions.toReversed().flatMap(placedModules));
}

function placedModules({ value, origin }: SettledDefinition): readonly unknown[] {
  const modules = isOptionType(value) ? (value.subModules ?? []) : [];
  return origin.file === unknownFile ? modules : modules.map((module) => ({ _file: origin.file, imports: [module] }));
}
