// What commands have in common that look at an evaluation: which modules, which settings, how findings are written.
import { type Command, InvalidArgumentError, Option } from "commander";
import { isConfixError } from "../diagnostics/errors.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { evalModules } from "../evaluate/index.ts";
import { type PreparedEvaluation, prepareEvaluation } from "../host/load-config.ts";
import { parsePath, type Path } from "../kernel/path.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { failFlag, givenModules, readGiven } from "./given-modules.ts";
import type { CliIo } from "./io.ts";
import { running } from "./running.ts";
import type { SecretNames } from "./secret-names.ts";
import { parseSetting } from "./settings.ts";
import { type ErrorFormat, errorFormats, type FindingsRequest } from "./write-findings.ts";

/** The flags of every such command. */
export interface EvaluationFlags {
  readonly set?: readonly string[];
  readonly config?: string;
  readonly errorFormat: ErrorFormat;
  readonly maxErrors?: number;
  readonly trace?: true;
}

/** Describes the FILE arguments in the help of a command. */
export const fileHelp = "module files; - reads JSON or YAML from stdin (default: those of confix.config.*)";

/** Describes `--trace` in the help of a command. */
export const traceHelp = "show all of the stack of what a module threw, not only what is in its own code";

/** Adds the flags to a command. */
export function addEvaluationFlags(command: Command): Command {
  return command
    .option("--set <PATH=JSON>", "give an option a value that wins over every file (repeatable)", append)
    .option("--config <FILE>", "the configuration of Confix (default: the nearest confix.config.*)", once("--config"))
    .addOption(
      new Option("--error-format <FORMAT>", "how to write what is wrong").choices(errorFormats).default("text"),
    )
    .option("--max-errors <N>", "write at most so many errors", parseCount)
    .option("--trace", traceHelp);
}

/** How these flags want findings to be written; `command` is as reports name it. */
export function findingsRequest(flags: EvaluationFlags, command: string): FindingsRequest {
  const { errorFormat: format, maxErrors = null, trace = false } = flags;
  return { format, maxErrors, command, trace };
}

/** What came of loading: an evaluation of which nothing was asked yet, or what is wrong. */
export type Loaded =
  | {
      readonly evaluation: Evaluation;
      /** What it was made of. */
      readonly prepared: PreparedEvaluation;
      /** What must not be shown beside it, for those who have something to show. */
      secrets(): Promise<SecretNames>;
    }
  | { readonly diagnostics: readonly Diagnostic[] };

/** Loads the modules that a command line names. */
export async function loadEvaluation(files: readonly string[], flags: EvaluationFlags, io: CliIo): Promise<Loaded> {
  const given = await givenModules(files, io);
  const settings = (flags.set ?? []).map((text) => parseSetting(text));
  try {
    const { cwd, env } = io;
    const configFile = flags.config === undefined ? {} : { configFile: flags.config };
    const prepared = await prepareEvaluation(running, { ...readGiven(given), settings, cwd, env, ...configFile });
    return { evaluation: evalModules(prepared), prepared, secrets: async () => await secretNames(prepared) };
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return { diagnostics: error.diagnostics };
  }
}

/** The names of the sensitive options that modules declare. */
export async function secretNames(prepared: EvalModulesArguments): Promise<SecretNames> {
  const { SecretNames: Names, secretNamesIn } = await import("./secret-names.ts");
  return new Names(secretNamesIn(prepared));
}

/** A path as it is written on the command line. */
export function parseArgumentPath(text: string, name: string): Path {
  const parsed = parsePath(text);
  if ("path" in parsed) return parsed.path;
  return failFlag(`\`${name}\` is no path: ${parsed.error.message} (at character ${parsed.error.at + 1})`, []);
}

/** Collects a flag that may stand several times. */
export function append(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

/** Refuses the second of a flag: it would be dropped silently. */
export function once(flag: string): (value: string, before: string | undefined) => string {
  return (value, before) => (before === undefined ? value : failFlag(`\`${flag}\` stands twice`, []));
}

/** A whole number from 1. */
export function parsePositive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(text);
}

// With less than a few, Node starts no thread, and does not say so.
const leastMemory = 16;

/** How much memory a worker may take, in megabytes. */
export function parseMemory(text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= leastMemory) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number of megabytes from ${leastMemory}.`);
}

/** A whole number from 0. */
export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
