// Loads the modules that are to be linted, and what the linter needs besides.
import { prepare, type PreparedEvaluation, readToolConfig } from "../host/load-config.ts";
import { SourceFiles } from "../host/source-reader.ts";
import type { LayeredConfig } from "../host/config-layers.ts";
import type { SourceReader } from "../lint/index.ts";
import { givenModules, readGiven } from "./given-modules.ts";
import type { CliIo } from "./io.ts";
import { running } from "./running.ts";

/** Modules to lint. */
export interface PreparedLint {
  readonly evaluation: PreparedEvaluation;
  /** What the configuration of the tool says. */
  readonly config: LayeredConfig;
  readonly reader: SourceReader;
}

/** Loads modules as `confix eval` does. Throws a ConfixError if a file is missing or wrong. */
export async function prepareLint(
  files: readonly string[],
  { config: configFile }: { readonly config?: string },
  io: CliIo,
): Promise<PreparedLint> {
  const given = await givenModules(files, io);
  const { cwd, env } = io;
  const file = configFile === undefined ? {} : { configFile };
  const prepared = await prepare(running, { ...readGiven(given), settings: [], cwd, env, ...file });
  return { ...prepared, reader: new SourceFiles() };
}

/** What the configuration of the tool says, without loading modules. Throws a ConfixError if something is wrong with it. */
export async function readLintConfig(
  { config: configFile }: { readonly config?: string },
  { cwd, env }: CliIo,
): Promise<LayeredConfig> {
  return await readToolConfig(running, { cwd, env, ...(configFile !== undefined && { configFile }) });
}
