// `confix lint`: judges what modules declare.
import { type Command, Option } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { fail, isConfixError } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { nearestName } from "../../diagnostics/suggest.ts";
import type { Level, Levels as LintLevels, LintFinding, Preset, SourceReader } from "../../lint/index.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { CliIo } from "../io.ts";
import { append, fileHelp, once, parseCount, secretNames, traceHelp } from "../evaluation-command.ts";
import { failFlag } from "../given-modules.ts";
import type { PreparedLint } from "../prepare-lint.ts";
import { countFindings, hasTooManyWarnings } from "../tell-counts.ts";
import { type ErrorFormat, errorFormats, writeFindings } from "../write-findings.ts";

/** What a configuration file says of linting. */
interface LintSettings {
  readonly lint?:
    | { readonly preset?: string | undefined; readonly rules?: Readonly<Record<string, Level>> | undefined }
    | undefined;
}

interface LintFlags {
  readonly format?: ErrorFormat;
  readonly errorFormat?: ErrorFormat;
  readonly preset?: Preset;
  readonly rule?: readonly string[];
  readonly maxWarnings?: number;
  readonly evaluate?: true;
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly listRules?: true;
  readonly config?: string;
  readonly trace?: true;
}

/** Adds the command; `done` is told the exit code. */
export function addLintCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  program
    .command("lint")
    .summary("judge what modules declare")
    .description(
      "Judges the options that modules declare, without computing values. Without FILE, the modules of confix.config.* " +
        "are judged. Exits with 1 for findings of level error.",
    )
    .argument("[FILE...]", fileHelp)
    .addOption(new Option("--preset <NAME>", "the rules to start from").choices(["recommended", "founding"]))
    .option("--rule <ID:LEVEL>", "set a rule to off, warn or error (repeatable)", append)
    .option("--evaluate", "compute the configuration as well, and judge its definitions")
    .option("--max-warnings <N>", "exit with 1 also if there are more warnings", parseCount)
    .option("--fix", "mend in the files what can be mended")
    .option("--fix-dry-run", "show how --fix would change the files")
    .option("--list-rules", "list the rules with their levels instead")
    .addOption(new Option("--format <FORMAT>", "how to write findings (default: text)").choices(errorFormats))
    .addOption(new Option("--error-format <FORMAT>", "the same").choices(errorFormats))
    .option("--config <FILE>", "the configuration of Confix (default: the nearest confix.config.*)", once("--config"))
    .option("--trace", traceHelp)
    .addHelpText("after", aboutSuppressions)
    .action(async (files: readonly string[], flags: LintFlags) => done(await runLint(files, flags, io)));
}

const aboutSuppressions = `
A comment at a declaration suppresses a rule there, with a reason:
  // confix-lint-ignore option/missing-type: any value is passed on`;

async function runLint(files: readonly string[], flags: LintFlags, io: CliIo): Promise<ExitCode> {
  const format = formatOf(flags);
  const { Levels, lintModules, ruleIds, presets } = await import("../../lint/index.ts");
  const given = (flags.rule ?? []).map((text) => parseRule(text, ruleIds));
  const levelsFor = ({ lint = {} }: LintSettings): LintLevels => {
    for (const id of Object.keys(lint.rules ?? {})) checkRule(id, ruleIds, (problem) => `\`lint.rules\`: ${problem}`);
    const preset = flags.preset ?? knownPreset(lint.preset, presets);
    return new Levels(preset, { ...lint.rules, ...Object.fromEntries(given) });
  };
  const { prepareLint, readLintConfig } = await import("../prepare-lint.ts");
  if (flags.listRules === true) {
    const { listRules } = await import("../list-rules.ts");
    await io.stdout.write(listRules(levelsFor(await readLintConfig(flags, io)), listFormat(format)));
    return 0;
  }
  const request = { format, maxErrors: null, command: "confix lint", trace: flags.trace === true };
  let prepared: PreparedLint;
  let found: readonly LintFinding[];
  try {
    prepared = await prepareLint(files, flags, io);
    const levels = levelsFor(prepared.config);
    found = lintModules(prepared.evaluation, { levels, reader: prepared.reader, evaluates: flags.evaluate === true });
  } catch (error) {
    // What is wrong with the command line is no finding.
    if (!isConfixError(error) || error.diagnostics.some(({ code }) => code === "bad-flag")) throw error;
    await writeFindings(io, io.stdout, error.diagnostics, request);
    return 2;
  }
  const { evaluation, reader } = prepared;
  const left = await mend(found, reader, flags, io);
  const secrets = left.length === 0 ? null : await secretNames(evaluation);
  await writeFindings(io, io.stdout, left, { ...request, secrets });
  if (format === "text") await io.stdout.write(`${countFindings(left)}\n`);
  if (left.some(({ severity }) => severity === "error")) return 1;
  return (await hasTooManyWarnings(left, flags.maxWarnings, io)) ? 1 : 0;
}

async function mend(
  found: readonly LintFinding[],
  reader: SourceReader,
  flags: LintFlags,
  io: CliIo,
): Promise<readonly Diagnostic[]> {
  const diagnostics = found.map((each) => each.diagnostic);
  if (flags.fix !== true && flags.fixDryRun !== true) return diagnostics;
  const { fixFiles } = await import("../fix-files.ts");
  const mended = await fixFiles(found, { write: flags.fix === true, reader, io });
  // What was only shown is still there.
  return flags.fix === true ? found.filter((each) => !mended.has(each)).map((each) => each.diagnostic) : diagnostics;
}

function listFormat(format: ErrorFormat): "text" | "json" {
  if (format === "text" || format === "json") return format;
  return failFlag(`\`--list-rules\` is written as text or json, not as ${format}`, []);
}

function formatOf({ format, errorFormat, fix, fixDryRun }: LintFlags): ErrorFormat {
  if (fix === true && fixDryRun === true) failFlag("`--fix` and `--fix-dry-run` contradict each other", []);
  if (format !== undefined && errorFormat !== undefined && format !== errorFormat) {
    failFlag("`--format` and `--error-format` are the same here, and contradict each other", []);
  }
  return format ?? errorFormat ?? "text";
}

function knownPreset(given: string | undefined, presets: readonly Preset[]): Preset {
  if (given === undefined) return "recommended";
  const found = presets.find((preset) => preset === given);
  return found ?? failConfig(`\`lint.preset\`: there is no \`${given}\``, given, presets);
}

function parseRule(text: string, known: readonly string[]): readonly [string, Level] {
  const [, id = "", level = ""] = /^(.*):([^:]*)$/.exec(text) ?? [];
  if (!isLevel(level)) return failFlag(`\`--rule ${text}\` is not \`ID:off\`, \`ID:warn\` or \`ID:error\``, []);
  checkRule(id, known, (problem) => `\`--rule ${text}\`: ${problem}`);
  return [id, level];
}

function isLevel(word: string): word is Level {
  return word === "off" || word === "warn" || word === "error";
}

function checkRule(id: string, known: readonly string[], say: (problem: string) => string): void {
  if (known.includes(id)) return;
  const near = nearestName(id, known);
  failFlag(say(`there is no rule \`${id}\``), near === null ? ["--list-rules"] : [near]);
}

function failConfig(problem: string, given: string, known: readonly string[]): never {
  const near = nearestName(given, known);
  return fail(diagnostic("bad-config-file", {}, { problem, suggestions: near === null ? known : [near] }));
}
