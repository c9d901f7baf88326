// How grave a finding is where somebody asked for it otherwise.
import type { Diagnostic } from "./diagnostic.ts";
import type { Severity } from "./severity.ts";

/** The same diagnostic with another severity than the catalogue gives it. */
export function withSeverity(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  return Object.freeze({ ...diagnostic, severity });
}
