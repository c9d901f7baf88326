// `confix explain CODE`: the long text of what can be wrong.
import type { Command } from "commander";
import { catalog, type DiagnosticCode } from "../../diagnostics/catalog.ts";
import { suggestNames } from "../../diagnostics/suggest.ts";
import type { ExitCode } from "../exit-codes.ts";
import { failFlag } from "../given-modules.ts";
import type { CliIo } from "../io.ts";

/** Adds the command; `done` is told the exit code. */
export function addExplainCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  program
    .command("explain")
    .summary("explain the code of an error or warning")
    .description("Explains the code that stands in brackets after `error` or `warning`.")
    .argument("[CODE]", "the code: undeclared-option")
    .option("--list", "list all codes instead, one a line")
    .action(async (code: string | undefined, flags: { readonly list?: true }) => {
      await io.stdout.write(textOf(code, flags.list === true));
      done(0);
    });
}

// The cast: what TypeScript knows of an object's names is lost when they are listed.
const codes: readonly string[] = Object.keys(catalog).toSorted();

function textOf(code: string | undefined, isList: boolean): string {
  if (isList) return codes.map((each) => `${each}\n`).join("");
  if (code === undefined) return failFlag("a code is missing: `confix explain CODE`, or `confix explain --list`", []);
  if (!codes.includes(code)) return failFlag(`\`${code}\` is no code`, suggestNames(code, codes));
  const { severity, explanation } = catalog[code as DiagnosticCode]; // The cast: it was just found among them.
  return `${code} (${severity})\n\n${wrap(explanation, 100)}\n`;
}

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join("\n");
}
