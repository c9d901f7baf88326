// Values that only one definition may give.
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeElementType } from "./merge-element-type.ts";
import { mergeUniqueOption } from "./merge-strategies.ts";
import { requireType } from "./require-type.ts";

/** A value of a type, from exactly one definition. */
export function uniq<T, I>(elemType: OptionType<T, I>): OptionType<T, I> {
  return makeUnique("uniq", elemType, "");
}

/** A value of a type, from exactly one definition; `message` tells who defines more what to do instead. */
export function unique<T, I>(parameters: { readonly message: string }, elemType: OptionType<T, I>): OptionType<T, I> {
  return makeUnique("unique", elemType, parameters.message);
}

function makeUnique<T, I>(maker: string, elemType: OptionType<T, I>, message: string): OptionType<T, I> {
  requireType(elemType, maker);
  return mkOptionType<T, I>({
    name: "unique",
    description: () => elemType.description,
    descriptionClass: () => elemType.descriptionClass,
    check: (value) => elemType.check(value),
    explain: (value) => elemType.explain(value),
    merge: mergeUniqueOption({ message, merge: (context, definitions) => elemType.merge(context, definitions) }),
    emptyValue: elemType.emptyValue,
    functor: { name: "unique", payload: { message } },
    typeMerge: (self, other) => mergeElementType(self, other, (merged) => makeUnique(maker, merged, message)),
    nestedTypes: { elemType },
    subModules: () => elemType.subModules,
    withSubModules: (_self, modules) => makeUnique(maker, elemType.withSubModules(modules), message),
  });
}
