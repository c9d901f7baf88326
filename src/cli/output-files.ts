// Files that the command writes, and what is said where it cannot.
import { writeFile } from "node:fs/promises";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { reasonOf } from "../host/read-text.ts";

/** The diagnostic for a file or folder that cannot be written; `error` is what the system said. */
export function outputFailed(file: string, error: unknown): Diagnostic {
  return diagnostic("output-failed", {}, { file, reason: reasonOf(error) });
}

/** Does something to a file. Throws a ConfixError if that fails. */
export function changeOutput<T>(file: string, change: () => T): T {
  try {
    return change();
  } catch (error) {
    return fail(outputFailed(file, error));
  }
}

/** Writes a file. Throws a ConfixError if that fails. */
export async function writeOutput(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    fail(outputFailed(file, error));
  }
}
