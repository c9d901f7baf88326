// When two results of a computation are one for everybody who reads them.
import { hasLazyElements } from "./lazy-list.ts";

/**
 * Whether nobody can tell two results apart: equal atoms, and lists of nothing but these. Whatever has members that are
 * computed when they are read is another one each time; to look into it would compute them.
 */
export function isSameResult(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  if (hasLazyElements(left) || hasLazyElements(right)) return false;
  return left.every((item, at) => Object.is(item, right[at]) && (typeof item !== "object" || item === null));
}
