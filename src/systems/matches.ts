// Decides whether a parsed system, or as much of one as is known, fits a pattern.
import type { ParsedSystem } from "./parsed-system.ts";
import type { Pattern } from "./tables/patterns.ts";

/**
 * Tells whether a system fits one of the alternatives.
 *
 * What the system leaves out fits nothing, so a system of which only the CPU and the kernel are
 * known can be asked too; `parse` does that to find out the vendor and the ABI.
 */
export function matchesAny(system: Partial<ParsedSystem>, alternatives: readonly Pattern[]): boolean {
  return alternatives.some((pattern) => matches(system, pattern));
}

function matches({ cpu, kernel, abi }: Partial<ParsedSystem>, pattern: Pattern): boolean {
  return (
    fits(pattern.cpu?.name, cpu?.name) &&
    fits(pattern.cpu?.family, cpu?.family) &&
    fits(pattern.cpu?.bits, cpu?.bits) &&
    fits(pattern.cpu?.order, cpu?.significantByte?.name) &&
    fits(pattern.cpu?.version, cpu?.version) &&
    fits(pattern.kernel?.name, kernel?.name) &&
    (pattern.kernel?.family === undefined || kernel?.families[pattern.kernel.family] !== undefined) &&
    fits(pattern.kernel?.format, kernel?.execFormat.name) &&
    fits(pattern.abi?.name, abi?.name) &&
    fits(pattern.abi?.abi, abi?.abi) &&
    fits(pattern.abi?.eabi, abi?.eabi)
  );
}

function fits<T>(wanted: T | undefined, found: T | undefined): boolean {
  return wanted === undefined || wanted === found;
}
