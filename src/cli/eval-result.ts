// The result of `confix eval` as text, and where it goes.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail, isConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { reasonOf } from "../host/read-text.ts";
import { resolvePath } from "../host/resolve-path.ts";
import type { Path } from "../kernel/path.ts";
import { formatValue, type Layout } from "./format-value.ts";
import { failFlag } from "./given-modules.ts";
import type { CliIo } from "./io.ts";

/** The text, or what keeps the format from saying it: the configuration's fault, not the command's. */
export async function resultText(value: unknown, at: Path, layout: Layout): Promise<string | readonly Diagnostic[]> {
  try {
    return await formatValue(value, at, layout);
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return error.diagnostics;
  }
}

/** The file that `--output` names; null: stdout. Throws a ConfixError if the result is made of it. */
export function outputFile(output: string | undefined, inputs: readonly string[], cwd: string): string | null {
  if (output === undefined || output === "-") return null;
  if (inputs.includes(resolvePath(output, null, cwd))) {
    failFlag(`\`--output ${output}\` would overwrite a file that the result is made of`, []);
  }
  return resolve(cwd, output);
}

/** Writes the result. Throws a ConfixError if it cannot be written. */
export async function writeResult(text: string, file: string | null, io: CliIo): Promise<void> {
  if (file === null) return await io.stdout.write(text);
  try {
    await writeFile(file, text);
  } catch (error) {
    fail(diagnostic("output-failed", {}, { file, reason: reasonOf(error) }));
  }
}
