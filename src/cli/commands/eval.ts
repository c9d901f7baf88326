// `confix eval`: evaluates modules and prints the result.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { fail, isConfixError } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { resolvePath } from "../../host/resolve-path.ts";
import { reasonOf } from "../../host/read-text.ts";
import type { Path } from "../../kernel/path.ts";
import { evaluateRequest, type EvaluationReport, type EvaluationRequest } from "../evaluate-request.ts";
import {
  addEvaluationFlags,
  append,
  type EvaluationFlags,
  findingsRequest,
  once,
  parseArgumentPath,
} from "../evaluation-command.ts";
import type { ExitCode } from "../exit-codes.ts";
import { type Format, formats, formatValue } from "../format-value.ts";
import { failFlag, givenModules } from "../given-modules.ts";
import type { CliIo } from "../io.ts";
import { writeDiagnostics, writeOmitted } from "../report.ts";
import type { SecretNames } from "../secret-names.ts";
import { parseSetting } from "../settings.ts";
import { type FindingsRequest, writeFindings } from "../write-findings.ts";

interface EvalFlags extends EvaluationFlags {
  readonly at?: string;
  readonly format: Format;
  readonly compact?: true;
  readonly output?: string;
  readonly keepGoing?: true;
  readonly restricted?: true;
  readonly allowRead?: readonly string[];
}

/** Adds the command; `run` is told the exit code. */
export function addEvalCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  const command = program
    .command("eval")
    .summary("evaluate modules and print the result")
    .description(
      "Evaluates modules and prints the result as JSON. Without FILE, the modules of confix.config.* are evaluated.",
    )
    .argument(
      "[FILE...]",
      "module files (.ts .mts .js .mjs .json .jsonc .yaml .yml .toml); - reads JSON or YAML from stdin",
    )
    .option(
      "--at <PATH>",
      'print only this value, and compute no more than it needs: sites."example.org".root',
      once("--at"),
    )
    .addOption(
      new Option("--format <FORMAT>", "how to print it; raw prints one string as it is")
        .choices(formats)
        .default("json"),
    )
    .option("--compact", "JSON on one line")
    .option("--output <FILE>", "write the result to a file; - is stdout", once("--output"))
    .option("--keep-going", "print what could be evaluated beside the errors")
    .option(
      "--restricted",
      "evaluate with few rights: modules read only the folders of the given files and this package (see below)",
    )
    .option(
      "--allow-read <PATH>",
      "with --restricted: a file or folder that modules may read as well (repeatable)",
      append,
    )
    .addHelpText("after", aboutRestricted);
  addEvaluationFlags(command).action(async (files: readonly string[], flags: EvalFlags) =>
    done(await runEval(files, flags, io)),
  );
}

const aboutRestricted = `
With --restricted, modules see no environment, start no process or thread, and write nothing. Links are followed, and what
they lead to must be allowed as well. Not limited: the network (Node has no permission for it before version 25), memory,
and time. It keeps modules from reaching for what is not theirs; it is no wall against code that attacks Node itself.`;

async function runEval(files: readonly string[], flags: EvalFlags, io: CliIo): Promise<ExitCode> {
  const at = flags.at === undefined ? undefined : parseArgumentPath(flags.at, `--at ${flags.at}`);
  if (flags.allowRead !== undefined && flags.restricted !== true) {
    failFlag("`--allow-read` has a meaning only with `--restricted`", ["--restricted"]);
  }
  const request: EvaluationRequest = {
    modules: await givenModules(files, io),
    settings: (flags.set ?? []).map((text) => parseSetting(text)),
    cwd: io.cwd,
    env: io.env,
    ...(flags.config === undefined ? {} : { configFile: flags.config }),
    ...(at === undefined ? {} : { at }),
    keepGoing: flags.keepGoing === true,
  };
  const report: ShownReport =
    flags.restricted === true ? await runRestricted(request, flags, io) : await evaluateRequest(request);
  return await writeReport(report, at ?? [], flags, io);
}

async function runRestricted(request: EvaluationRequest, flags: EvalFlags, io: CliIo): Promise<ShownReport> {
  const { evaluateRestricted } = await import("../restricted/run-restricted.ts");
  const { allowedPath } = await import("../restricted/allowed-paths.ts");
  const allowed = (flags.allowRead ?? []).map((path) => allowedPath(path, io.cwd));
  return await evaluateRestricted(request, allowed, io);
}

/** A report, and whether lines of a file may be shown with it. Default: of every file. */
type ShownReport = EvaluationReport & Pick<FindingsRequest, "mayShow">;

async function writeReport(report: ShownReport, at: Path, flags: EvalFlags, io: CliIo): Promise<ExitCode> {
  const { mayShow, secretNames } = report;
  const secrets = secretNames.length === 0 ? null : await hiding(secretNames);
  const request = { ...findingsRequest(flags, "confix eval"), secrets, ...(mayShow && { mayShow }) };
  await writeFindings(io, io.stderr, report.diagnostics, request);
  if (report.value === undefined) return report.exitCode;
  const text = await textOf(report.value, at, flags);
  if (typeof text !== "string") {
    await writeDiagnostics(io, text);
    return report.exitCode === 0 ? 1 : report.exitCode;
  }
  await writeOmitted(io, report.omitted);
  await writeResult(text, flags.output, report.inputs, io);
  return report.exitCode;
}

async function hiding(names: readonly string[]): Promise<SecretNames> {
  const { SecretNames: Names } = await import("../secret-names.ts");
  return new Names(names);
}

/** The text, or what keeps the format from saying it: the configuration's fault, not the command's. */
async function textOf(value: unknown, at: Path, flags: EvalFlags): Promise<string | readonly Diagnostic[]> {
  try {
    return await formatValue(value, at, { format: flags.format, compact: flags.compact === true });
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return error.diagnostics;
  }
}

async function writeResult(
  text: string,
  output: string | undefined,
  inputs: readonly string[],
  io: CliIo,
): Promise<void> {
  if (output === undefined || output === "-") return await io.stdout.write(text);
  const file = resolve(io.cwd, output);
  if (inputs.includes(resolvePath(output, null, io.cwd))) {
    failFlag(`\`--output ${output}\` would overwrite a file that the result is made of`, []);
  }
  try {
    await writeFile(file, text);
  } catch (error) {
    fail(diagnostic("output-failed", {}, { file, reason: reasonOf(error) }));
  }
}
