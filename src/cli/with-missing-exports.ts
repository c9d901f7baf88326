// Tells, beside what user code threw, what it imports that nobody exports: that may be why.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PreparedEvaluation } from "../host/load-config.ts";

/** The diagnostics of an evaluation, after what the scripts that threw something import and nobody exports. */
export function withMissingExports(
  found: readonly Diagnostic[],
  { loader }: Pick<PreparedEvaluation, "loader">,
): readonly Diagnostic[] {
  const calls = found.flatMap(({ stack = [] }) => stack.filter(({ of }) => of === "user"));
  const files = new Set(calls.map(({ origin }) => origin.file));
  return [...[...files].flatMap((file) => loader.missingExports(file)), ...found];
}
