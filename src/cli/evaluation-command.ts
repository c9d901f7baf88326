// What commands have in common that look at an evaluation: which modules, which settings, how findings are written.
import { type Command, InvalidArgumentError, Option } from "commander";
import { isConfixError } from "../diagnostics/errors.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { evalModules } from "../evaluate/index.ts";
import { dataModuleOfInput } from "../host/data-module.ts";
import { prepareEvaluation } from "../host/load-config.ts";
import { parsePath, type Path } from "../kernel/path.ts";
import type { Evaluation } from "../model/evaluation.ts";
import { failFlag, givenModules } from "./given-modules.ts";
import type { CliIo } from "./io.ts";
import { running } from "./running.ts";
import { parseSetting } from "./settings.ts";
import { type ErrorFormat, errorFormats } from "./write-findings.ts";

/** The flags of every such command. */
export interface EvaluationFlags {
  readonly set?: readonly string[];
  readonly config?: string;
  readonly errorFormat: ErrorFormat;
  readonly maxErrors?: number;
}

/** Describes the FILE arguments in the help of a command. */
export const fileHelp = "module files; - reads JSON or YAML from stdin (default: those of confix.config.*)";

/** Adds the flags to a command. */
export function addEvaluationFlags(command: Command): Command {
  return command
    .option("--set <PATH=JSON>", "give an option a value that wins over every file (repeatable)", append)
    .option("--config <FILE>", "the configuration of Confix (default: the nearest confix.config.*)", once("--config"))
    .addOption(
      new Option("--error-format <FORMAT>", "how to write what is wrong").choices(errorFormats).default("text"),
    )
    .option("--max-errors <N>", "write at most so many errors", parseCount);
}

/** What came of loading: an evaluation of which nothing was asked yet, or what is wrong. */
export type Loaded = { readonly evaluation: Evaluation } | { readonly diagnostics: readonly Diagnostic[] };

/** Loads the modules that a command line names. */
export async function loadEvaluation(files: readonly string[], flags: EvaluationFlags, io: CliIo): Promise<Loaded> {
  const given = await givenModules(files, io);
  const settings = (flags.set ?? []).map((text) => parseSetting(text));
  try {
    const modules = given.map((module) => ("file" in module ? module.file : dataModuleOfInput(module.input)));
    const { cwd, env } = io;
    const configFile = flags.config === undefined ? {} : { configFile: flags.config };
    return {
      evaluation: evalModules(await prepareEvaluation(running, { modules, settings, cwd, env, ...configFile })),
    };
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return { diagnostics: error.diagnostics };
  }
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

/** A whole number from 0. */
export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
