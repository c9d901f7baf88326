// The result of `confix eval` as text, and where it goes.
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isConfixError } from "../diagnostics/errors.ts";
import { resolvePath } from "../host/resolve-path.ts";
import type { Path } from "../kernel/path.ts";
import { formatValue, type Layout } from "./format-value.ts";
import { failFlag } from "./given-modules.ts";
import type { CliIo } from "./io.ts";
import { writeOutput } from "./output-files.ts";

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
  if (file === null) await io.stdout.write(text);
  else await writeOutput(file, text);
}
