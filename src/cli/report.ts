// What a command says on stderr besides its result.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { showPath } from "../kernel/path.ts";
import type { Output } from "../model/evaluation.ts";
import type { CliIo } from "./io.ts";
import { writeFindings } from "./write-findings.ts";

/** Writes diagnostics for a person. */
export async function writeDiagnostics(io: CliIo, diagnostics: readonly Diagnostic[]): Promise<void> {
  await writeFindings(io, io.stderr, diagnostics, { format: "text", maxErrors: null, command: "confix" });
}

/** Writes one line that counts and names the values that were left out of the output; of a fleet, with the host. */
export async function writeOmitted(io: CliIo, omitted: Output["omitted"], host: string | null = null): Promise<void> {
  if (omitted.length === 0) return;
  const names = omitted.map(({ path, kind }) => `${showPath(path)} (${kind})`).join(", ");
  const values = omitted.length === 1 ? "1 value that has" : `${omitted.length} values that have`;
  const of = host === null ? "" : ` on host ${host}`;
  await io.stderr.write(`note: left out ${values} no JSON form${of}: ${names}\n`);
}
