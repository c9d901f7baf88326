// How descriptions of types are put together, with parentheses only where a reader needs them.
import type { AnyOptionType, DescriptionClass } from "../model/option-type.ts";

/** A type's description as part of another: in parentheses, unless its class is among those that stand bare. */
export function describeInside(type: AnyOptionType, bare: readonly DescriptionClass[]): string {
  const { description, descriptionClass } = type;
  return descriptionClass !== null && bare.includes(descriptionClass) ? description : `(${description})`;
}

/** A type's description after "of" or "a(n)": "list of string", "list of (null or string)". */
export function describeElement(type: AnyOptionType): string {
  return describeInside(type, ["noun", "composite"]);
}
