// `confix explain CODE`: the long text of what can be wrong.
import type { Command } from "commander";
import { catalog } from "../../diagnostics/catalog.ts";
import { suggestNames } from "../../diagnostics/suggest.ts";
import type { ExitCode } from "../exit-codes.ts";
import { failFlag } from "../given-modules.ts";
import type { CliIo } from "../io.ts";

/** Adds the command; `done` is told the exit code. */
export function addExplainCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  program
    .command("explain")
    .summary("explain the code of an error or warning")
    .description("Explains the code that stands in brackets after `error` or `warning`, with an example.")
    .argument("[CODE]", "the code: undeclared-option")
    .option("--list", "list all codes instead, one a line")
    .action(async (code: string | undefined, flags: { readonly list?: true }) => {
      await io.stdout.write(await textOf(code, flags.list === true));
      done(0);
    });
}

async function textOf(code: string | undefined, isList: boolean): Promise<string> {
  const codes: readonly string[] = Object.keys(catalog).toSorted();
  if (isList) return codes.map((each) => `${each}\n`).join("");
  if (code === undefined) return failFlag("a code is missing: `confix explain CODE`, or `confix explain --list`", []);
  // The examples are many, and needed for nothing else.
  const { explanationText } = await import("../../diagnostics/explain-code.ts");
  return explanationText(code) ?? failFlag(`\`${code}\` is no code`, suggestNames(code, codes));
}
