// The calls that make properties: what in them is the content, and what they say about it.
import type { Expression } from "oxc-parser";
import type { Follower } from "./follow.ts";
import type { LibraryCall } from "./library.ts";
import { argumentOf } from "./syntax.ts";

/** A call that makes a property. */
export interface PropertyCall extends LibraryCall {
  /** The definition inside; null for `mkMerge`, and where it cannot be told. */
  readonly content: Expression | null;
  /** For `mkMerge`: the list of definitions; else null. */
  readonly contents: Expression | null;
  /** The condition, or the number of a priority or order, where the call takes one; else null. */
  readonly argument: Expression | null;
}

// Which argument is the content, and which the condition or the number.
const shapes: Readonly<Record<string, { readonly content: number; readonly argument: number | null }>> = {
  mkIf: { content: 1, argument: 0 },
  mkAssert: { content: 2, argument: 0 },
  mkOverride: { content: 1, argument: 0 },
  mkOrder: { content: 1, argument: 0 },
  mkForce: { content: 0, argument: null },
  mkDefault: { content: 0, argument: null },
  mkOptionDefault: { content: 0, argument: null },
  mkVMOverride: { content: 0, argument: null },
  mkImageMediaOverride: { content: 0, argument: null },
  mkBefore: { content: 0, argument: null },
  mkAfter: { content: 0, argument: null },
};

/** The calls that make a property of one definition, which they are given last. */
export const propertyCalls: ReadonlySet<string> = new Set(Object.keys(shapes));

/** The call that makes the property that an expression is; null if it is none. */
export function propertyCall(follower: Follower, expression: Expression): PropertyCall | null {
  const found = follower.library.call(expression);
  if (found === null) return null;
  const { name, call } = found;
  const first = argumentOf(call, 0);
  if (name === "mkMerge") return { ...found, content: null, contents: first, argument: null };
  if (name === "mkDefinition") {
    const value = first === null ? null : follower.member(first, "value");
    const content = value?.kind === "found" && value.property.kind === "init" ? value.property.value : null;
    return { ...found, content, contents: null, argument: null };
  }
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (shape === undefined) return null;
  const { content, argument } = shape;
  return {
    ...found,
    content: argumentOf(call, content),
    contents: null,
    argument: argument === null ? null : argumentOf(call, argument),
  };
}
