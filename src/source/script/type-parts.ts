// What the types of options are made of, as far as it decides which options stand below.
import type { Expression } from "oxc-parser";
import type { Follower } from "./follow.ts";
import { valueOf } from "./module-form.ts";
import { argumentOf, isFunction, returnedExpression } from "./syntax.ts";

/** What a type is made of. */
export type TypeParts =
  /** Members of this type, under any name. */
  | { readonly kind: "members"; readonly type: Expression }
  /** The same as another type, as far as options below are concerned. */
  | { readonly kind: "same"; readonly type: Expression }
  /** One of several types. */
  | { readonly kind: "either"; readonly types: readonly Expression[] }
  /** A configuration of modules. */
  | { readonly kind: "modules"; readonly modules: readonly Expression[] }
  /** Members that are options, by name. */
  | { readonly kind: "options"; readonly options: Expression }
  /** Nothing that has options. */
  | { readonly kind: "leaf" };

/** What a type is made of; null: it cannot be told. */
export function typeParts(follower: Follower, expression: Expression): TypeParts | null {
  const type = follower.follow(expression);
  if (type === null) return null;
  if (isFunction(type)) return optional(returnedExpression(type), (returned) => ({ kind: "same", type: returned }));
  const found = follower.library.call(type);
  if (found === null) {
    const path = follower.library.path(type);
    return path?.[0] === "types" ? { kind: "leaf" } : null;
  }
  const { name, call } = found;
  if (!name.startsWith("types.")) return null;
  return callParts(follower, name.slice("types.".length), (index) => argumentOf(call, index));
}

function callParts(follower: Follower, name: string, argument: (index: number) => Expression | null): TypeParts | null {
  const attribute = (key: string): Expression | null => {
    const attributes = argument(0);
    return attributes === null ? null : valueOf(follower.member(attributes, key));
  };
  switch (name) {
    case "attrsOf":
    case "lazyAttrsOf":
    case "listOf":
    case "nonEmptyListOf":
    case "attrListOf":
    case "functionTo":
      return optional(argument(0), (type) => ({ kind: "members", type }));
    case "attrsWith":
    case "attrListWith":
      return optional(attribute("elemType"), (type) => ({ kind: "members", type }));
    case "nullOr":
    case "uniq":
    case "addCheck":
      return optional(argument(0), (type) => ({ kind: "same", type }));
    case "unique":
      return optional(argument(1), (type) => ({ kind: "same", type }));
    case "coercedTo":
      return optional(argument(2), (type) => ({ kind: "same", type }));
    case "either": {
      const types = [argument(0), argument(1)].filter((type) => type !== null);
      return types.length === 2 ? { kind: "either", types } : null;
    }
    case "oneOf":
      return optional(elements(follower, argument(0)), (types) => ({ kind: "either", types }));
    case "submodule": {
      const given = argument(0);
      const followed = given === null ? null : follower.follow(given);
      if (given === null) return null;
      if (followed?.type !== "ArrayExpression") return { kind: "modules", modules: [given] };
      return optional(elements(follower, followed), (modules) => ({ kind: "modules", modules }));
    }
    case "submoduleWith":
      return optional(elements(follower, attribute("modules")), (modules) => ({ kind: "modules", modules }));
    case "deferredModuleWith":
      return optional(elements(follower, attribute("staticModules")), (modules) => ({ kind: "modules", modules }));
    case "attrTag":
      return optional(argument(0), (options) => ({ kind: "options", options }));
    // Types that the script makes itself, of which only running it can tell.
    case "mkOptionType":
      return null;
    default:
      return { kind: "leaf" };
  }
}

function optional<V>(value: V | null, make: (value: V) => TypeParts): TypeParts | null {
  return value === null ? null : make(value);
}

/** The elements of the list that an expression is; null: they cannot all be told. */
export function elements(follower: Follower, list: Expression | null): readonly Expression[] | null {
  const length = list === null ? null : follower.length(list);
  if (list === null || length === null) return null;
  const found = Array.from({ length }, (_, index) => follower.element(list, index));
  return found.every((element) => element !== null) ? found : null;
}
