// What the names may hold that no module declares.
import type { AnyOptionType } from "../../model/option-type.ts";
import { madeType } from "./made-type.ts";

/** What may stand under undeclared names: nothing, anything, or values of a type. */
export type Undeclared =
  | { readonly kind: "nothing" }
  | { readonly kind: "anything" }
  | { readonly kind: "type"; readonly type: AnyOptionType };

/** Undeclared names are errors. */
export const nothing: Undeclared = { kind: "nothing" };

/** Undeclared names may hold whatever it is. */
export const anything: Undeclared = { kind: "anything" };

/**
 * What names may hold in a set that a freeform type merges. Undeclared names further down, beside declared ones, are
 * merged as members of what stands above them.
 */
export function membersOf(type: AnyOptionType): Undeclared {
  const { base, accepts, isMergedOtherwise } = madeType(type);
  if (accepts === "other" || isMergedOtherwise) return anything;
  const { elemType } = base.nestedTypes;
  switch (base.functor.name) {
    case "attrsWith":
      return elemType === undefined ? anything : { kind: "type", type: elemType };
    case "nullOr":
    case "unique":
      return elemType === undefined ? anything : membersOf(elemType);
    // Its members are data of the same format.
    case "serializableValue":
      return { kind: "type", type: base };
    default:
      return holdsNoNames.has(base.functor.name) ? nothing : anything;
  }
}

/** The same one name below. */
export function below(undeclared: Undeclared): Undeclared {
  return undeclared.kind === "type" ? membersOf(undeclared.type) : undeclared;
}

// Types that no set can be of.
const holdsNoNames: ReadonlySet<string> = new Set([
  "bool",
  "boolByOr",
  "float",
  "functionTo",
  "int",
  "listOf",
  "nonEmptyStr",
  "number",
  "path",
  "separatedString",
  "singleLineStr",
  "str",
  "strMatching",
]);
