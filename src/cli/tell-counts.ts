// How many errors and warnings a command found, and whether those are too many.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { countOf } from "./count-of.ts";
import type { CliIo } from "./io.ts";

/** The last line of a report for a person. */
export function countFindings(found: readonly Diagnostic[]): string {
  const warnings = warningsIn(found);
  return found.length === 0
    ? "nothing is wrong"
    : `${countOf(found.length - warnings, "error")}, ${countOf(warnings, "warning")}`;
}

/** Whether there are more warnings than `--max-warnings` allows, which stderr is told then. */
export async function hasTooManyWarnings(
  found: readonly Diagnostic[],
  maxWarnings: number | undefined,
  io: CliIo,
): Promise<boolean> {
  const warnings = warningsIn(found);
  if (maxWarnings === undefined || warnings <= maxWarnings) return false;
  await io.stderr.write(`error: ${countOf(warnings, "warning")}, but --max-warnings is ${maxWarnings}\n`);
  return true;
}

function warningsIn(found: readonly Diagnostic[]): number {
  return found.filter(({ severity }) => severity === "warning").length;
}
