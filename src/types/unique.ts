// Values that only one definition may give.
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeElementType } from "./merge-element-type.ts";
import { mergeOne } from "./merge-strategies.ts";
import { requireType } from "./require-type.ts";

/** A value of a type, from exactly one definition. */
export function uniq<T, I>(elemType: OptionType<T, I>): OptionType<T, I> {
  return makeUnique(elemType, null);
}

/** A value of a type, from exactly one definition; `message` tells who defines more what to do instead. */
export function unique<T, I>(parameters: { readonly message: string }, elemType: OptionType<T, I>): OptionType<T, I> {
  return makeUnique(elemType, parameters.message);
}

function makeUnique<T, I>(elemType: OptionType<T, I>, message: string | null): OptionType<T, I> {
  requireType(elemType, message === null ? "uniq" : "unique");
  return mkOptionType<T, I>({
    name: "unique",
    description: () => elemType.description,
    descriptionClass: () => elemType.descriptionClass,
    check: (value) => elemType.check(value),
    explain: (value) => elemType.explain(value),
    merge: (context, definitions) => {
      mergeOne(context, definitions, message);
      return elemType.merge(context, definitions);
    },
    emptyValue: elemType.emptyValue,
    functor: { name: "unique", payload: { message } },
    typeMerge: (self, other) => mergeElementType(self, other, (merged) => makeUnique(merged, message)),
    nestedTypes: { elemType },
    subModules: () => elemType.subModules,
    withSubModules: (_self, modules) => makeUnique(elemType.withSubModules(modules), message),
  });
}
