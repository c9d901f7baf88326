// `confix eval`: evaluates modules and prints the result.
import { type Command, Option } from "commander";
import type { Path } from "../../kernel/path.ts";
import { evaluateRequest, type EvaluationReport, type EvaluationRequest } from "../evaluate-request.ts";
import {
  addEvaluationFlags,
  append,
  type EvaluationFlags,
  findingsRequest,
  once,
  parseArgumentPath,
  parseMemory,
  parsePositive,
} from "../evaluation-command.ts";
import type { ExitCode } from "../exit-codes.ts";
import { outputFile, resultText, writeResult } from "../eval-result.ts";
import { type Format, formats, type Layout } from "../format-value.ts";
import { failFlag, givenModules } from "../given-modules.ts";
import type { CliIo } from "../io.ts";
import { writeOmitted } from "../report.ts";
import { parseSetting } from "../settings.ts";
import type { StatsFormat } from "../stats-text.ts";
import { type FindingsRequest, namesToHide, writeFindings } from "../write-findings.ts";

interface EvalFlags extends EvaluationFlags {
  readonly at?: string;
  readonly format: Format;
  readonly compact?: true;
  readonly output?: string;
  readonly keepGoing?: true;
  readonly restricted?: true;
  readonly allowRead?: readonly string[];
  readonly fleet?: readonly string[];
  readonly outDir?: string;
  readonly jobs?: number;
  readonly hostMemory?: number;
  readonly hostTimeout?: number;
  readonly stats?: true;
  readonly statsFormat?: StatsFormat;
  readonly watch?: true;
  /** Whether `--format` was given. */
  readonly isFormatChosen: boolean;
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
    .option(
      "--fleet <HOST...>",
      "evaluate each of these module files for itself, with FILE... as what all have in common (see below)",
    )
    .option("--out-dir <DIR>", "with --fleet: where the results go, a file for each host", once("--out-dir"))
    .option(
      "--jobs <N>",
      "with --fleet: so many workers (default: one for each core, as far as they pay)",
      parsePositive,
    )
    .option(
      "--host-memory <MB>",
      "with --fleet: the most memory of a worker (default: what Node takes, or its part of the machine)",
      parseMemory,
    )
    .option(
      "--host-timeout <SECONDS>",
      "with --fleet: the most time of a host, which fails if it takes longer (default: as much as it takes)",
      parsePositive,
    )
    .option("--watch", "evaluate again whenever a file changes, and print what differs, until Ctrl-C (see below)")
    .option("--stats", "write on stderr what was done, and how long it took")
    .addOption(
      new Option("--stats-format <FORMAT>", "with --stats: how to write it (default: text)").choices(["text", "json"]),
    )
    .addHelpText("after", aboutRestricted + aboutFleet + aboutWatch);
  addEvaluationFlags(command).action(async (files: readonly string[], flags: Omit<EvalFlags, "isFormatChosen">) => {
    const isChosen = command.getOptionValueSource("format") !== "default";
    done(await runEval(files, { ...flags, isFormatChosen: isChosen }, io));
  });
}

const aboutRestricted = `
With --restricted, modules see no environment, start no process or thread, and write nothing. Links are followed, and what
they lead to must be allowed as well. Not limited: the network (Node has no permission for it before version 25), memory,
and time. It keeps modules from reaching for what is not theirs; it is no wall against code that attacks Node itself.`;

const aboutFleet = `
With --fleet, each HOST gives what \`confix eval FILE... HOST\` gives, in a file of its name in DIR; without FILE, the modules
of confix.config.* are common to all. What is common is loaded once for each worker. A host that fails does not stop the
others, and leaves no file, not even an old one. Ends with 1 if any failed.`;

const aboutWatch = `
With --watch, the result is printed first, and after each change the values that differ, a line each: \`PATH = JSON\`, or
\`PATH (removed)\`; with --format json or --compact, one JSON object for each change: {"changed":{PATH:VALUE},"removed":[PATH]}.
--output FILE is written anew each time. What is wrong is told when it changes; the last good result stands meanwhile.`;

async function runEval(files: readonly string[], flags: EvalFlags, io: CliIo): Promise<ExitCode> {
  const at = flags.at === undefined ? undefined : parseArgumentPath(flags.at, `--at ${flags.at}`);
  refuseTogether(flags);
  const request: EvaluationRequest = {
    modules: await givenModules(files, io),
    settings: (flags.set ?? []).map((text) => parseSetting(text)),
    cwd: io.cwd,
    env: io.env,
    ...(flags.config === undefined ? {} : { configFile: flags.config }),
    ...(at === undefined ? {} : { at }),
    keepGoing: flags.keepGoing === true,
    ...(flags.stats === true && { measures: true }),
  };
  if (flags.fleet !== undefined) return await runHosts(request, flags.fleet, flags, io);
  if (flags.watch === true) return await watch(request, flags, io);
  const report: ShownReport =
    flags.restricted === true ? await runRestricted(request, flags, io) : await evaluateRequest(request);
  return await writeReport(report, at ?? [], flags, io);
}

const flagNames = {
  outDir: "--out-dir",
  jobs: "--jobs",
  hostMemory: "--host-memory",
  hostTimeout: "--host-timeout",
} as const;

// Flags that have no meaning beside others, or without them.
function refuseTogether(flags: EvalFlags): void {
  const { allowRead, restricted, fleet, watch, stats, statsFormat } = flags;
  if (allowRead !== undefined && restricted !== true) {
    failFlag("`--allow-read` has a meaning only with `--restricted`", ["--restricted"]);
  }
  if (statsFormat !== undefined && stats !== true) {
    failFlag("`--stats-format` has a meaning only with `--stats`", ["--stats"]);
  }
  if (watch === true) {
    if (fleet !== undefined) failFlag("`--watch` watches one configuration, and no `--fleet`", []);
    if (restricted === true) failFlag("`--watch` keeps modules in this process, and `--restricted` out of it", []);
    if (stats === true) failFlag("`--stats` tells of one evaluation, and `--watch` goes on", []);
  }
  if (fleet !== undefined) {
    if (stats === true) failFlag("`--stats` tells of one evaluation, and not of a `--fleet`", []);
    return;
  }
  const alone = (["outDir", "jobs", "hostMemory", "hostTimeout"] as const).find((name) => flags[name] !== undefined);
  if (alone !== undefined) failFlag(`\`${flagNames[alone]}\` has a meaning only with \`--fleet\``, ["--fleet"]);
}

async function watch(request: EvaluationRequest, flags: EvalFlags, io: CliIo): Promise<ExitCode> {
  const { isFormatChosen, output } = flags;
  const { runWatch } = await import("../watch/run-watch.ts");
  const layout = layoutOf(flags);
  const isJson = layout.format === "json" && (isFormatChosen || layout.compact);
  const findings = findingsRequest(flags, "confix eval");
  return await runWatch({ request, layout, changesAs: isJson ? "json" : "text", output, findings }, io);
}

async function runHosts(
  request: EvaluationRequest,
  hosts: readonly string[],
  flags: EvalFlags,
  io: CliIo,
): Promise<ExitCode> {
  const { outDir, jobs, hostMemory: memory, hostTimeout: timeout, format } = flags;
  if (outDir === undefined) return failFlag("`--fleet` needs `--out-dir DIR`, a folder for the results", ["--out-dir"]);
  if (flags.restricted === true) failFlag("`--restricted` evaluates one configuration, and no `--fleet`", []);
  if (flags.output !== undefined)
    failFlag("`--output` names one file; with `--fleet` there is `--out-dir`", ["--out-dir"]);
  if (format === "raw") failFlag("`--format raw` is for one text, and not for the files of a `--fleet`", ["json"]);
  const { runFleet } = await import("../fleet/run-fleet.ts");
  const findings = findingsRequest(flags, "confix eval");
  const limits = {
    ...(jobs !== undefined && { jobs }),
    ...(memory !== undefined && { memory }),
    ...(timeout !== undefined && { timeout }),
  };
  return await runFleet({ request, hosts, outDir, layout: layoutOf(flags), findings, ...limits }, io);
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
  const { value, mayShow, secretNames, measured } = report;
  const text = value === undefined ? null : await resultText(value, at, layoutOf(flags));
  // What the format cannot say is wrong with the configuration like everything else.
  const unsaid = text === null || typeof text === "string" ? [] : text;
  const secrets = await namesToHide(secretNames);
  const request = { ...findingsRequest(flags, "confix eval"), secrets, ...(mayShow && { mayShow }) };
  await writeFindings(io, io.stderr, [...report.diagnostics, ...unsaid], request);
  if (typeof text === "string") {
    await writeOmitted(io, report.omitted);
    await writeResult(text, outputFile(flags.output, report.inputs, io.cwd), io);
  }
  if (measured !== undefined) {
    const { statsText } = await import("../stats-text.ts");
    await io.stderr.write(statsText(measured, flags.statsFormat ?? "text", io.cwd));
  }
  return unsaid.length > 0 && report.exitCode === 0 ? 1 : report.exitCode;
}

function layoutOf({ format, compact }: EvalFlags): Layout {
  return { format, compact: compact === true };
}
