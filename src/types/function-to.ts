// Functions whose results are merged.
import { memberDefinition } from "../model/definition.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { AnyOptionType, MergeContext, OptionType } from "../model/option-type.ts";
import { makeMerge } from "../model/property.ts";
import type { Def, Untyped, UntypedArgs } from "../model/typed.ts";
import { mkOptionType } from "./define-type.ts";
import { describeElement } from "./describe.ts";
import { mergeElementType } from "./merge-element-type.ts";
import { requireType } from "./require-type.ts";

// Nothing checks arguments: they are between whoever defines the function and whoever calls it.
type Read<T> = (...args: unknown[]) => T;
type Written<I> = (...args: Untyped[]) => Def<I, UntypedArgs>;

/**
 * A function whose results have one type. The value is a function: called, it calls every definition with the same
 * arguments and merges what they return, which may hold lazy values and properties. Nothing runs before. A definition is
 * written `() => (argument) => …`, since a bare function is a lazy value.
 */
export function functionTo<T, I>(elemType: OptionType<T, I>): OptionType<Read<T>, Written<I>> {
  requireType(elemType, "functionTo");
  return mkOptionType<Read<T>, Written<I>>({
    name: "functionTo",
    description: () => `function that evaluates to a(n) ${describeElement(elemType)}`,
    descriptionClass: "composite",
    check: (value) => typeof value === "function",
    merge: (context, definitions) => mergeFunctions(context, elemType, definitions),
    typeMerge: (self, other) => mergeElementType(self, other, functionTo),
    nestedTypes: { elemType },
    memberName: functionBody,
    subModules: () => elemType.subModules,
    withSubModules: (_self, modules) => functionTo(elemType.withSubModules(modules)),
  });
}

const functionBody = "<function body>";

/** One function for several: it merges what they return, as `elemType` merges. */
export function mergeFunctions(
  context: MergeContext,
  elemType: AnyOptionType,
  definitions: readonly SettledDefinition[],
): (...args: readonly unknown[]) => unknown {
  return Object.freeze((...args: readonly unknown[]): unknown => {
    const results = definitions.map((definition) => memberDefinition(definition, resultOf(definition, args), null));
    return context.member(functionBody, elemType, results).force();
  });
}

// Called where definitions are computed, so that what it throws is reported there. What it returns may itself be lazy:
// inside a property it is looked at once more, as the result of a lazy value would not be.
function resultOf(definition: SettledDefinition, args: readonly unknown[]): () => unknown {
  // The cast: the type accepts functions only.
  const call = definition.value as (...args: readonly unknown[]) => unknown;
  return () => makeMerge([call(...args)]);
}
