// The order in which diagnostics are shown.
import { compareNames, comparePaths } from "../kernel/path.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** By file, line and column of the place to change; those without a place come first, as they were found. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(compare);
}

function compare({ origin: left, path: leftPath }: Diagnostic, { origin: right, path: rightPath }: Diagnostic): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return (
    compareNames(left.file, right.file) ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0) ||
    comparePaths(leftPath ?? [], rightPath ?? [])
  );
}
