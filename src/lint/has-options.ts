// Tells whether values of a type have options of their own.
import type { AnyOptionType } from "../model/option-type.ts";

// A type may make the types it is made of anew each time it is asked, without an end.
const most = 200;

/** Whether there is a submodule in a type, to any depth. A type without end is taken for one that has options. */
export function hasOptions(type: AnyOptionType): boolean {
  const met = new Set<AnyOptionType>([type]);
  // The set grows while it is walked, and holds every type once.
  for (const each of met) {
    if (each.submodule !== null || met.size > most) return true;
    for (const nested of Object.values(each.nestedTypes)) met.add(nested);
  }
  return false;
}
