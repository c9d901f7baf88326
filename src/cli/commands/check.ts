// `confix check`: computes everything, and reports all that is wrong.
import type { Command } from "commander";
import { withSeverity } from "../../diagnostics/with-severity.ts";
import {
  addEvaluationFlags,
  type EvaluationFlags,
  fileHelp,
  findingsRequest,
  loadEvaluation,
  parseCount,
} from "../evaluation-command.ts";
import { exitCodeFor, type ExitCode } from "../exit-codes.ts";
import type { CliIo } from "../io.ts";
import { countFindings, hasTooManyWarnings } from "../tell-counts.ts";
import { withMissingExports } from "../with-missing-exports.ts";
import { writeFindings } from "../write-findings.ts";

interface CheckFlags extends EvaluationFlags {
  readonly maxWarnings?: number;
  readonly warningsAsErrors?: true;
}

/** Adds the command; `done` is told the exit code. */
export function addCheckCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  const command = program
    .command("check")
    .summary("compute everything, and report all that is wrong")
    .description(
      "Computes every option, the internal ones as well, and reports all problems at once, by file and line.",
    )
    .argument("[FILE...]", fileHelp);
  addEvaluationFlags(command)
    .option("--max-warnings <N>", "fail if there are more warnings", parseCount)
    .option("--warnings-as-errors", "report warnings as errors")
    .action(async (files: readonly string[], flags: CheckFlags) => done(await runCheck(files, flags, io)));
}

async function runCheck(files: readonly string[], flags: CheckFlags, io: CliIo): Promise<ExitCode> {
  const loaded = await loadEvaluation(files, flags, io);
  const found =
    "evaluation" in loaded
      ? withMissingExports(loaded.evaluation.diagnostics({ force: true }), loaded.prepared)
      : loaded.diagnostics;
  const diagnostics = flags.warningsAsErrors === true ? found.map((each) => withSeverity(each, "error")) : found;
  const { errorFormat: format, maxWarnings } = flags;
  const secrets = "evaluation" in loaded && found.length > 0 ? await loaded.secrets() : null;
  await writeFindings(io, io.stdout, diagnostics, { ...findingsRequest(flags, "confix check"), secrets });
  if (format === "text") await io.stdout.write(`${countFindings(diagnostics)}\n`);
  const exitCode = "evaluation" in loaded ? exitCodeFor(diagnostics) : 2;
  if (exitCode !== 0) return exitCode;
  return (await hasTooManyWarnings(diagnostics, maxWarnings, io)) ? 1 : 0;
}
