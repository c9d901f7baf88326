// loadConfig: from files, the environment and flags to an evaluation.
import { join, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { distinctDiagnostics } from "../diagnostics/distinct.ts";
import { attempt, ConfixError, fail, isConfixError } from "../diagnostics/errors.ts";
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
import type { PrepareText } from "./prepare-text.ts";
import { type RunningConfix, ScriptRunner } from "./scripts.ts";
import { SecondLoad } from "./trace/second-load.ts";
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

/** The same, and what the configuration of the tool says besides, in `config`. `known`: see `prepareParts`. */
export async function prepare(
  running: RunningConfix,
  args: HostArguments,
  known: FileLoader | null = null,
): Promise<{ readonly evaluation: PreparedEvaluation; readonly config: LayeredConfig }> {
  const { modules, later, specialArgs, loader, config, cwd } = await prepareParts(running, args, known);
  if (modules === null) return fail(diagnostic("no-modules", {}, { searched: cwd }));
  return { evaluation: { modules: [...modules, ...later], specialArgs, loader }, config };
}

/** What an evaluation is put together of. */
export interface PreparedParts extends Pick<PreparedEvaluation, "loader"> {
  /** The modules that were given, or else those of the configuration of the tool; null: neither names any. */
  readonly modules: readonly unknown[] | null;
  /** Those that come after them: of the environment, and of settings. */
  readonly later: readonly unknown[];
  readonly specialArgs: Readonly<Record<string, unknown>>;
  readonly config: LayeredConfig;
  readonly cwd: string;
  /** What finds places in an evaluation of these parts and others; it is asked for when places are. */
  placesIn(whole: () => PreparedEvaluation): PlaceFinder;
}

/** Loads the parts. Throws a ConfixError if a file is missing or wrong. What `known` has loaded is not loaded again. */
export async function prepareParts(
  running: RunningConfix,
  args: HostArguments,
  known: FileLoader | null = null,
): Promise<PreparedParts> {
  const cwd = resolve(args.cwd ?? process.cwd());
  const env = args.env ?? process.env;
  const finder = new FilePlaceFinder(args.inputs);
  const placesIn: PreparedParts["placesIn"] = (whole) => args.places ?? finder.another(new SecondLoad(running, whole));
  const places = placesIn(() => ({ modules: [...(modules ?? []), ...later], specialArgs, loader }));
  const loader = (known ?? newLoader(running, args)).another(places);
  const config = await configFor(args, cwd, loader);
  const given = args.modules.length > 0 ? args.modules : (config.modules ?? null);
  const modules = given?.map((module) => (typeof module === "string" ? loader.resolve(module, null) : module)) ?? null;
  const specialArgs = { modulesPath, ...(await mergeArguments(config.specialArgs, args.specialArgs)) };
  await preloadGiven(modules ?? [], { modules: modules ?? [], specialArgs, loader });
  const extra = await loadExtraModules(loader, extraModules(env));
  const later = [...extra, ...settingModules(args.settings)];
  return { modules, later, specialArgs, loader, config, cwd, placesIn };
}

/** Loads modules of an evaluation that is being put together. Throws a ConfixError if a file is missing or wrong. */
export async function preloadGiven(modules: readonly unknown[], whole: PreparedEvaluation): Promise<void> {
  try {
    await preload(whole.loader, modules);
  } catch (error) {
    throw isConfixError(error) ? withOtherModules(error, whole) : error;
  }
}

// The error with what is wrong with the modules that could be loaded, as far as that is known without any value.
function withOtherModules(error: ConfixError, loaded: PreparedEvaluation): ConfixError {
  const others: Diagnostic[] = [];
  attempt(() => evalModules(loaded).graph, others);
  const hasMissing = error.diagnostics.some(({ code }) => code === "missing-export");
  // What nobody exports is imported as `undefined`.
  const own = hasMissing ? others.filter((each) => !isUndefinedModule(each)) : others;
  const all = distinctDiagnostics([...error.diagnostics, ...own]);
  return own.length === 0 ? error : new ConfixError(all, error.cause);
}

function isUndefinedModule({ code, data }: Diagnostic): boolean {
  return code === "not-a-module" && data["detail"] === "undefined";
}

/** What the configuration of the tool says. Throws a ConfixError if something is wrong with it. */
export async function readToolConfig(
  running: RunningConfix,
  args: Pick<HostArguments, "cwd" | "env" | "configFile">,
): Promise<LayeredConfig> {
  return await configFor(args, resolve(args.cwd ?? process.cwd()), newLoader(running, args));
}

/** A loader that has loaded nothing. `prepare` changes the text of scripts before anything else does. Default: nothing does. */
export function newLoader(
  running: RunningConfix,
  args: Pick<HostArguments, "cwd" | "env">,
  prepare: PrepareText | null = null,
): FileLoader {
  const folder = cacheFolder(args.env ?? process.env);
  // What is kept of a script is not told by what it was prepared for.
  const cache = folder === false || prepare === null ? folder : join(folder, "prepared");
  return new FileLoader(new ScriptRunner(running, cache, prepare), resolve(args.cwd ?? process.cwd()));
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
