// Finds types that are made of themselves.
import type { AnyOptionType } from "../model/option-type.ts";

/**
 * Whether a type contains itself, not counting what options of submodules have, and nobody can say what it is: a type on
 * the way has no description of its own.
 */
export function isNamelessRecursion(type: AnyOptionType): boolean {
  return circleIn(type, [])?.some(isNameless) ?? false;
}

// Made anew each time it is asked, a type that contains itself is deeper than any that somebody writes.
const deepest = 60;

/** The types from one back to itself; null: there is no such circle. */
function circleIn(type: AnyOptionType, above: readonly AnyOptionType[]): readonly AnyOptionType[] | null {
  const before = above.indexOf(type);
  if (before !== -1) return above.slice(before);
  if (above.length > deepest) return above;
  if (type.submodule !== null) return null;
  const inside = [...above, type];
  for (const nested of Object.values(type.nestedTypes)) {
    const circle = circleIn(nested, inside);
    if (circle !== null) return circle;
  }
  return null;
}

// A description made of those of its parts would use up the stack; without any, a type is described by its name.
function isNameless(type: AnyOptionType): boolean {
  try {
    return type.description === type.name;
  } catch {
    return true;
  }
}
