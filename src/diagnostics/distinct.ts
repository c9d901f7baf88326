// Tells the same fault from another one.
import type { Diagnostic } from "./diagnostic.ts";

/** Each fault once, where it was found first. Who called what threw makes no difference. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byFault = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    const fault = faultOf(each);
    if (!byFault.has(fault)) byFault.set(fault, each);
  }
  return [...byFault.values()];
}

/** A text that is the same for diagnostics of the same fault, and for no others. */
export function faultOf(each: Diagnostic): string {
  return JSON.stringify({ ...each, stack: null });
}
