// The modules that a command line names.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { decodeUtf8 } from "../host/read-text.ts";
import type { GivenModule } from "./evaluate-request.ts";
import type { CliIo } from "./io.ts";

/** Files by their names, and, for `-`, what stdin says. Throws a ConfixError. */
export async function givenModules(files: readonly string[], io: CliIo): Promise<readonly GivenModule[]> {
  if (!files.includes("-")) return files.map((file) => ({ file }));
  if (files.indexOf("-") !== files.lastIndexOf("-")) failFlag("`-` stands twice, but stdin can be read only once", []);
  const input = decodeUtf8(await io.readStdin(), "<stdin>");
  return files.map((file) => (file === "-" ? { input } : { file }));
}

/** Fails because of a flag. */
export function failFlag(problem: string, suggestions: readonly string[]): never {
  return fail(diagnostic("bad-flag", {}, { problem, suggestions }));
}
