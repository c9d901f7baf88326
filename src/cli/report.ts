// Writes diagnostics for a person: on stderr, with colour on a terminal.
import picocolors from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderText } from "../diagnostics/render-text.ts";
import { showPath } from "../kernel/path.ts";
import type { Output } from "../model/evaluation.ts";
import type { CliIo } from "./io.ts";

/** Writes each diagnostic, headed by its severity. */
export async function writeDiagnostics(io: CliIo, diagnostics: readonly Diagnostic[]): Promise<void> {
  const { red, yellow, cyan, bold } = picocolors.createColors(wantsColour(io));
  const heads = { error: bold(red("error:")), warning: bold(yellow("warning:")) };
  const texts = diagnostics.map((diagnostic) => {
    const text = renderText(diagnostic).replace(/^ {2}help:/m, (help) => cyan(help));
    return `${heads[diagnostic.severity]} ${text}\n`;
  });
  if (texts.length > 0) await io.stderr.write(texts.join(""));
}

/** Writes one line that counts and names the values that were left out of the output. */
export async function writeOmitted(io: CliIo, omitted: Output["omitted"]): Promise<void> {
  if (omitted.length === 0) return;
  const names = omitted.map(({ path, kind }) => `${showPath(path)} (${kind})`).join(", ");
  const values = omitted.length === 1 ? "1 value that has" : `${omitted.length} values that have`;
  await io.stderr.write(`note: left out ${values} no JSON form: ${names}\n`);
}

// NO_COLOR wins; see https://no-color.org and https://force-color.org: both count when they are not empty.
function wantsColour({ env, stderr }: CliIo): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"] ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  return stderr.isTerminal && env["TERM"] !== "dumb";
}
