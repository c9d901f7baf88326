// Tells whether values of a type hold packages.
import type { AnyOptionType } from "../model/option-type.ts";

// The names that types keep when they are updated or get a check; the linter asks by name because its rules do.
const packageTypes: ReadonlySet<string> = new Set(["package", "packageSet", "nixpkgs-config"]);

// A type may make the types it is made of anew each time it is asked, without an end.
const most = 1000;

/**
 * Whether a type derives from `package`, `packageSet` or `nixpkgsConfig`: it is one of them, or made of one, to any depth
 * (`nullOr`, `listOf`, `attrsOf`, `either`, `coercedTo`, `functionTo` and so on). Types with options of their own, such as
 * submodules, do not derive from what their options hold: these are declarations themselves.
 */
export function derivesFromPackages(type: AnyOptionType): boolean {
  const met = new Set<AnyOptionType>([type]);
  // The set grows while it is walked, and holds every type once.
  for (const each of met) {
    if (packageTypes.has(each.functor.name)) return true;
    if (each.submodule !== null || met.size > most) continue;
    for (const nested of Object.values(each.nestedTypes)) met.add(nested);
  }
  return false;
}
