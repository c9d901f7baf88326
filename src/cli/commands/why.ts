// `confix why PATH`: why a value is what it is.
import type { Command } from "commander";
import type { Explanation } from "../../model/explanation.ts";
import { renderJson } from "../../diagnostics/render-json.ts";
import { priorityName } from "../../diagnostics/priority-name.ts";
import { masked } from "../../diagnostics/mask.ts";
import { describeExplanation } from "../describe-explanation.ts";
import {
  addEvaluationFlags,
  type EvaluationFlags,
  fileHelp,
  loadEvaluation,
  parseArgumentPath,
} from "../evaluation-command.ts";
import { exitCodeFor, type ExitCode } from "../exit-codes.ts";
import type { CliIo } from "../io.ts";
import { shortName } from "../short-name.ts";
import { wantsColour, writeFindings } from "../write-findings.ts";

interface WhyFlags extends EvaluationFlags {
  readonly json?: true;
  readonly readers: boolean;
  readonly showSensitive?: true;
}

/** Adds the command; `done` is told the exit code. */
export function addWhyCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  const command = program
    .command("why")
    .summary("tell why a value is what it is")
    .description("Tells every definition of a value and what became of it, what it reads and who reads it.")
    .argument("<PATH>", 'an option, or something inside its value: sites."example.org".root, allowedTCPPorts.0')
    .argument("[FILE...]", fileHelp);
  addEvaluationFlags(command)
    .option("--json", "the same as data")
    .option("--no-readers", "do not look for who reads it, which computes the whole configuration")
    .option("--show-sensitive", "show values of options that are declared sensitive")
    .action(async (path: string, files: readonly string[], flags: WhyFlags) =>
      done(await runWhy(path, files, flags, io)),
    );
}

async function runWhy(text: string, files: readonly string[], flags: WhyFlags, io: CliIo): Promise<ExitCode> {
  const path = parseArgumentPath(text, "PATH");
  const { errorFormat: format, maxErrors = null } = flags;
  const request = { format, maxErrors, command: "confix why" };
  const loaded = await loadEvaluation(files, flags, io);
  if (!("evaluation" in loaded)) {
    await writeFindings(io, io.stderr, loaded.diagnostics, request);
    return 2;
  }
  const explanation = loaded.evaluation.explain(path, { readers: flags.readers });
  const showsSensitive = flags.showSensitive === true;
  await io.stdout.write(
    flags.json === true
      ? await jsonOf(explanation, showsSensitive)
      : describeExplanation(explanation, {
          isColoured: wantsColour(io, io.stdout),
          showsSensitive,
          nameOf: (file) => shortName(file, io.cwd),
        }),
  );
  if (explanation.diagnostics.length > 0) await writeFindings(io, io.stderr, explanation.diagnostics, request);
  return exitCodeFor(explanation.diagnostics);
}

async function jsonOf(explanation: Explanation, showsSensitive: boolean): Promise<string> {
  const { jsonText } = await import("../json-text.ts");
  return `${jsonText(toJson(explanation, showsSensitive), "indented")}\n`;
}

function toJson(explanation: Explanation, showsSensitive: boolean): object {
  const isMasked = explanation.sensitive && !showsSensitive;
  const { value, ...rest } = explanation;
  return {
    ...rest,
    ...(value !== undefined && { value: isMasked ? masked : value }),
    definitions: explanation.definitions.map(({ shown, ...each }) => ({
      ...each,
      shown: isMasked ? masked : shown,
      priorityName: priorityName(each.priority),
    })),
    diagnostics: renderJson(explanation.diagnostics).diagnostics,
  };
}
