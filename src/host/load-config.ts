// loadConfig: from files, the environment and flags to an evaluation.
import { resolve } from "node:path";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { evalModules } from "../evaluate/index.ts";
import type { EvalModulesArguments } from "../model/arguments.ts";
import type { PlaceFinder } from "../kernel/trail.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { DataText } from "../source/data-errors.ts";
import { cacheFolder } from "./cache-folder.ts";
import { findConfigFile } from "./config-document.ts";
import { type LayeredConfig, readConfig } from "./config-layers.ts";
import { extraModules, loadExtraModules } from "./extra-modules.ts";
import { checkLoadArguments } from "./load-arguments.ts";
import { FileLoader } from "./loader.ts";
import { modulesPath } from "./modules-path.ts";
import { FilePlaceFinder } from "./place-finder.ts";
import { preload } from "./preload.ts";
import { type RunningConfix, ScriptRunner } from "./scripts.ts";
import { makeSetting, settingModules } from "./set-modules.ts";
import type { Setting } from "../model/setting.ts";

/** The arguments of `loadConfig`. */
export interface LoadConfigArguments {
  /** The module files to evaluate: paths relative to `cwd`, or file URLs. They replace the configuration file's `modules`. */
  readonly files?: readonly string[];
  /** What relative paths hang off, and where the search for `confix.config.*` starts. Default: the current directory. */
  readonly cwd?: string;
  /** Where `CONFIX_EXTRA_MODULES` is read. Default: the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Values that win over every file, by option path as Confix prints it: `{ "networking.hostName": "web1" }`. Default none. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Arguments for modules, merged over those of the configuration file. Default none. */
  readonly specialArgs?: Readonly<Record<string, unknown>>;
  /** The configuration file of the tool, relative to `cwd`. Default: the nearest `confix.config.*` in `cwd` or above. */
  readonly configFile?: string;
}

/** What the command line adds: modules that are no files, and settings in the order of their flags. */
export interface HostArguments extends Omit<LoadConfigArguments, "files" | "set"> {
  /** Files by path, and modules by value. */
  readonly modules: readonly unknown[];
  readonly settings: readonly Setting[];
  /** Texts of modules that are no files, by which their places are found. Default none. */
  readonly inputs?: readonly DataText[];
  /** Finds lines and columns. Default: by reading the files of the modules. */
  readonly places?: PlaceFinder;
}

/** What `evalModules` takes, with a loader that knows the files it has read. */
export interface PreparedEvaluation extends EvalModulesArguments {
  readonly loader: FileLoader;
}

/** `loadConfig` as `confix/node` exports it. `running` is what user modules get when they import Confix. */
export async function loadConfig(running: RunningConfix, args: LoadConfigArguments): Promise<Evaluation> {
  checkLoadArguments(args);
  const { files = [], set = {}, ...rest } = args;
  const settings = Object.entries(set).map(([path, value]) => makeSetting(path, value, `set: ${path}`));
  return evalModules(await prepareEvaluation(running, { ...rest, modules: files, settings }));
}

/**
 * Loads everything that can be known before evaluation, and returns what `evalModules` takes. Throws a ConfixError if a
 * file is missing or wrong.
 */
export async function prepareEvaluation(running: RunningConfix, args: HostArguments): Promise<PreparedEvaluation> {
  return (await prepare(running, args)).evaluation;
}

/** The same, and what the configuration of the tool says besides, in `config`. */
export async function prepare(
  running: RunningConfix,
  args: HostArguments,
): Promise<{ readonly evaluation: PreparedEvaluation; readonly config: LayeredConfig }> {
  const cwd = resolve(args.cwd ?? process.cwd());
  const env = args.env ?? process.env;
  const loader = new FileLoader(
    new ScriptRunner(running, cacheFolder(env)),
    cwd,
    args.places ?? new FilePlaceFinder(args.inputs),
  );
  const config = await configFor(args, cwd, loader);
  const given = args.modules.length > 0 ? args.modules : config.modules;
  if (given === undefined) return fail(diagnostic("no-modules", {}, { searched: cwd }));
  const modules = given.map((module) => (typeof module === "string" ? loader.resolve(module, null) : module));
  await preload(loader, modules);
  const extra = await loadExtraModules(loader, extraModules(env));
  const evaluation: PreparedEvaluation = {
    modules: [...modules, ...extra, ...settingModules(args.settings)],
    specialArgs: { modulesPath, ...(await mergeArguments(config.specialArgs, args.specialArgs)) },
    loader,
  };
  return { evaluation, config };
}

/** What the configuration of the tool says. Throws a ConfixError if something is wrong with it. */
export async function readToolConfig(
  running: RunningConfix,
  args: Pick<HostArguments, "cwd" | "env" | "configFile">,
): Promise<LayeredConfig> {
  const cwd = resolve(args.cwd ?? process.cwd());
  return await configFor(
    args,
    cwd,
    new FileLoader(new ScriptRunner(running, cacheFolder(args.env ?? process.env)), cwd),
  );
}

async function configFor(
  args: Pick<HostArguments, "configFile">,
  cwd: string,
  loader: FileLoader,
): Promise<LayeredConfig> {
  const file = args.configFile === undefined ? findConfigFile(cwd) : args.configFile;
  return file === null ? {} : await readConfig(loader.resolve(file, null), loader);
}

type Arguments = Readonly<Record<string, unknown>>;

async function mergeArguments(layer: Arguments | undefined, flags: Arguments | undefined): Promise<Arguments> {
  if (layer === undefined || flags === undefined) return layer ?? flags ?? {};
  const { deepmerge } = await import("deepmerge-ts");
  return deepmerge(layer, flags);
}
