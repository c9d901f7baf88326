// `confix options`: which options there are, as text, as data, and as pages.
import { type Command, Option } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import {
  addEvaluationFlags,
  type EvaluationFlags,
  fileHelp,
  findingsRequest,
  loadEvaluation,
  once,
} from "../evaluation-command.ts";
import { type ExitCode, exitCodeFor } from "../exit-codes.ts";
import { failFlag } from "../given-modules.ts";
import type { CliIo } from "../io.ts";
import { namesFolder } from "../options-files.ts";
import { Listing } from "../options-listing.ts";
import { writeOutput, type Written } from "../options-output.ts";
import {
  type ConfigurationFormat,
  isOfConfiguration,
  type ListFormat,
  optionsFormats,
  renderConfiguration,
  renderOptions,
} from "../options-render.ts";
import { wantsColour, writeFindings } from "../write-findings.ts";

interface OptionsFlags extends EvaluationFlags {
  readonly match?: string;
  readonly values?: true;
  readonly internal?: true;
  readonly format: ListFormat | ConfigurationFormat;
  readonly title?: string;
  readonly sourceUrl?: string;
  readonly out?: string;
  readonly check?: true;
}

/** Adds the command; `done` is told the exit code. */
export function addOptionsCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  const command = program
    .command("options")
    .summary("list, search and document the options there are")
    .description(
      "Lists the options that modules declare, those inside of submodules included. Computes no value of the " +
        "configuration, only defaults that are shown and have no `defaultText`.",
    )
    .argument("[FILE...]", fileHelp)
    .option(
      "--match <TEXT>",
      "only the option at this path, or those like this (services.*.enable), or with this in name or description",
      once("--match"),
    )
    .option("--values", "also tell the present value of each option, and who defines it, which computes them")
    .option("--internal", "also options that are internal or not visible")
    .addOption(new Option("--format <FORMAT>", "what to write").choices(optionsFormats).default("text"))
    .option("--out <FILE>", "write there; markdown also to a folder, with a file per module", once("--out"))
    .option("--check", "write nothing, and exit with 1 if what --out names is not what would be written")
    .option("--title <TEXT>", "the title of pages (default: Options)", once("--title"))
    .option("--source-url <URL>", "where the current directory can be seen, to link to files", once("--source-url"));
  addEvaluationFlags(command).action(async (files: readonly string[], flags: OptionsFlags) =>
    done(await runOptions(files, flags, io)),
  );
}

async function runOptions(files: readonly string[], flags: OptionsFlags, io: CliIo): Promise<ExitCode> {
  const { format, out } = flags;
  const isFolder = out !== undefined && namesFolder(out, io.cwd);
  checkFlags(flags, isFolder);
  const loaded = await loadEvaluation(files, flags, io);
  if (!("evaluation" in loaded)) {
    await writeFindings(io, io.stderr, loaded.diagnostics, findingsRequest(flags, "confix options"));
    return 2;
  }
  const { evaluation } = loaded;
  const report = async (found: readonly Diagnostic[]): Promise<void> => {
    const secrets = found.length === 0 ? null : await loaded.secrets();
    await writeFindings(io, io.stderr, found, { ...findingsRequest(flags, "confix options"), secrets });
  };
  const output = { out, isCheck: flags.check === true, evaluation };
  if (isOfConfiguration(format)) return await writeOutput(await renderConfiguration(format, evaluation), output, io);
  const listing = new Listing(evaluation, { ...flags, cwd: io.cwd });
  const { options } = listing;
  if (options.length === 0 && flags.match !== undefined) {
    const nothing = diagnostic("no-such-option", {}, listing.noMatch(flags.match));
    await report([nothing, ...listing.findings()]);
    return 1;
  }
  const written: Written =
    format === "text"
      ? listing.text(out === undefined && wantsColour(io, io.stdout))
      : await renderOptions(format, {
          title: flags.title ?? "Options",
          options: options.map((each) => listing.record(each)),
          urlOf: listing.urlOf,
          isFolder,
        });
  const exitCode = await writeOutput(written, output, io);
  const findings = listing.findings();
  await report(findings);
  return exitCode === 0 ? exitCodeFor(findings) : exitCode;
}

function checkFlags({ format, out, check, ...flags }: OptionsFlags, isFolder: boolean): void {
  if (check === true && out === undefined)
    failFlag("`--check` compares with what `--out` names, which is missing", ["--out"]);
  if (isFolder && format !== "markdown") {
    failFlag(`\`--out ${out}\` names a folder, and ${format} is written to one file`, []);
  }
  const given: Readonly<Record<string, unknown>> = {
    "--match": flags.match,
    "--values": flags.values,
    "--internal": flags.internal,
    "--title": flags.title,
    "--source-url": flags.sourceUrl,
  };
  for (const flag of flagsWithoutMeaning(format)) {
    if (given[flag] !== undefined) failFlag(`\`${flag}\` has no meaning with \`--format ${format}\``, []);
  }
}

function flagsWithoutMeaning(format: OptionsFlags["format"]): readonly string[] {
  switch (format) {
    case "text":
      return ["--title", "--source-url"];
    case "json":
      return ["--title"];
    case "html":
    case "markdown":
      return [];
    case "json-schema":
    case "types":
      return ["--match", "--values", "--internal", "--title", "--source-url"];
  }
}
