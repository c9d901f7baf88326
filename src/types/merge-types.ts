// Asks two types what an option would be that is declared with both.
import type { AnyOptionType } from "../model/option-type.ts";
import { requireType } from "./require-type.ts";

/**
 * The type of an option that one module declares with `left` and another with `right`; null if they do not agree. Fails
 * with `bad-type-argument` if one of them is no option type.
 */
export function mergeTypes(left: AnyOptionType, right: AnyOptionType): AnyOptionType | null {
  requireType(left, "mergeTypes");
  requireType(right, "mergeTypes");
  return left.typeMerge(right);
}
