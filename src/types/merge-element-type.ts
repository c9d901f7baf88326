// Merges types that are built around one other type and have no parameters besides.
import type { AnyOptionType } from "../model/option-type.ts";

/** `self` around what both element types merge to, or null if `other` is built differently or the elements do not agree. */
export function mergeElementType(
  self: AnyOptionType,
  other: AnyOptionType,
  rebuild: (elemType: AnyOptionType) => AnyOptionType | null,
): AnyOptionType | null {
  const left = self.nestedTypes["elemType"];
  const right = other.nestedTypes["elemType"];
  if (self.functor.name !== other.functor.name || left === undefined || right === undefined) return null;
  const merged = left.typeMerge(right);
  if (merged === null) return null;
  return merged === left ? self : rebuild(merged);
}
