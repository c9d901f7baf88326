// The command line: takes arguments, returns an exit code. Touches nothing of the process but what `io` lends it.
import { Command, CommanderError } from "commander";
import { isConfixError } from "../diagnostics/errors.ts";
import { packageVersion } from "../host/package-root.ts";
import { addCheckCommand } from "./commands/check.ts";
import { addDiffCommand } from "./commands/diff.ts";
import { addEvalCommand } from "./commands/eval.ts";
import { addExplainCommand } from "./commands/explain.ts";
import { addGraphCommand } from "./commands/graph.ts";
import { addLintCommand } from "./commands/lint.ts";
import { addOptionsCommand } from "./commands/options.ts";
import { addSystemCommand } from "./commands/system.ts";
import { addWhyCommand } from "./commands/why.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";
import { writeDiagnostics } from "./report.ts";

const commands = [
  addEvalCommand,
  addCheckCommand,
  addWhyCommand,
  addDiffCommand,
  addGraphCommand,
  addExplainCommand,
  addLintCommand,
  addOptionsCommand,
  addSystemCommand,
] as const;

/** Runs one command. `argv` are the arguments after the name of the program. Never throws. */
export async function main(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const traces = argv.includes("--trace");
  const { stackTraceLimit } = Error;
  // Of what Node keeps, all may be ours.
  if (traces) Error.stackTraceLimit = tracedCalls;
  try {
    return await runCommand(argv, io);
  } catch (error) {
    if (isConfixError(error)) await writeDiagnostics(io, error.diagnostics);
    else await io.stderr.write(`error: Confix itself failed: ${ownFailure(error, traces)}\n`);
    return 2;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const tracedCalls = 100;

function ownFailure(error: unknown, traces: boolean): string {
  if (!(error instanceof Error)) return String(error);
  return traces ? (error.stack ?? error.message) : error.message;
}

async function runCommand(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const written: Promise<void>[] = [];
  const program = new Command("confix")
    .description("Evaluates configurations that many modules write together.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [COMMAND]", "print help for a command")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void written.push(io.stdout.write(text)),
      writeErr: (text) => void written.push(io.stderr.write(text)),
    });
  const done = (code: ExitCode): void => void (exitCode = code);
  for (const add of commands) add(program, io, done);
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end the command as well, with 0; everything else is a command line that was not understood.
    exitCode = error.exitCode === 0 ? 0 : 2;
  }
  await Promise.all(written);
  return exitCode;
}
