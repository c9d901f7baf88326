// The modules of an evaluation that is kept up to date: after files have changed, only what they reach is loaded again.
import { resolve } from "node:path";
import { isConfixError } from "../diagnostics/errors.ts";
import { configFilesIn } from "./config-document.ts";
import type { FileStatus, Link } from "./import-graph.ts";
import { KeptFunctions } from "./kept-functions.ts";
import { type HostArguments, newLoader, type PreparedEvaluation, prepare } from "./load-config.ts";
import type { FileLoader } from "./loader.ts";
import { type Kept, type ModulePairs, pairModules } from "./module-pairs.ts";
import { FilePlaceFinder } from "./place-finder.ts";
import { preload } from "./preload.ts";
import { realPath } from "./resolve-path.ts";
import type { RunningConfix } from "./scripts.ts";
import { SecondLoad } from "./trace/second-load.ts";

/** What came of loading modules again. */
export interface Reload {
  readonly prepared: PreparedEvaluation;
  /** What differs from the evaluation that was prepared before; null: evaluate everything anew. */
  readonly pairs: ModulePairs | null;
}

/** Loads modules, and again those that changed. What they do not import stays the very same objects. */
export class ReloadingModules {
  readonly #running: RunningConfix;
  readonly #args: HostArguments;
  readonly #configFiles: readonly string[];
  readonly #functions = new KeptFunctions();
  #loader: FileLoader;
  #prepared: PreparedEvaluation | null = null;
  /** Whether more may differ from what was prepared than the modules in it. */
  #isOutdated = false;
  /** The modules that the last evaluation knows, and that were forgotten since. */
  readonly #pending = new Map<string, unknown>();
  /** All files that were forgotten since. */
  readonly #forgotten = new Set<string>();

  constructor(running: RunningConfix, args: HostArguments) {
    this.#running = running;
    this.#args = args;
    this.#loader = this.#newLoader();
    this.#configFiles = args.configFile === undefined ? configFilesIn(resolve(args.cwd ?? process.cwd())) : [];
  }

  /** The files that were read or looked for, and what each was before; also if loading failed. */
  files(): ReadonlyMap<string, FileStatus> {
    const candidates = this.#configFiles.map((file) => [file, undefined] as const);
    return new Map<string, FileStatus>([...candidates, ...this.#loader.lookedAt()]);
  }

  /** The symbolic links that were followed. One that leads elsewhere has changed. */
  links(): readonly Link[] {
    return this.#loader.links();
  }

  /** Loads everything that was not loaded before. Throws a ConfixError if a file is missing or wrong. */
  async load(): Promise<PreparedEvaluation> {
    const { evaluation } = await prepare(this.#running, this.#args, this.#loader);
    this.#loader = evaluation.loader;
    this.#done();
    return (this.#prepared = evaluation);
  }

  /**
   * Loads again what changed files reach. Throws a ConfixError if a file is missing or wrong; the next call then makes up
   * for it.
   */
  async reload(changed: ReadonlySet<string>): Promise<Reload> {
    if (this.#leadElsewhere(changed)) this.#forgetAll();
    const { files, modules, others } = this.#loader.forget(changed);
    for (const file of files) this.#forgotten.add(file);
    this.#functions.forget(files);
    for (const [path, module] of modules) if (!this.#pending.has(path)) this.#pending.set(path, module);
    const prepared = this.#prepared;
    this.#isOutdated ||=
      others.some((file) => !this.#pending.has(file)) || this.#configFiles.some((file) => changed.has(file));
    if (prepared === null || this.#isOutdated || !(await this.#loadPending())) {
      return { prepared: await this.load(), pairs: null };
    }
    const pairs = pairModules(
      [...this.#pending].map(([path, old]) => [old, this.#loader.modules().get(path)]),
      this.#kept(),
    );
    this.#done();
    return { prepared, pairs };
  }

  /** The same modules for another evaluation of them: places are those in the files as they are now. */
  another(prepared: PreparedEvaluation): PreparedEvaluation {
    const second = new SecondLoad(this.#running, () => whole);
    const places = this.#args.places ?? new FilePlaceFinder(this.#args.inputs).another(second);
    const whole: PreparedEvaluation = { ...prepared, loader: this.#loader.another(places) };
    this.#loader = whole.loader;
    return (this.#prepared = whole);
  }

  #newLoader(): FileLoader {
    return newLoader({ ...this.#running, ...this.#functions.exports }, this.#args, this.#functions.prepare);
  }

  // Modules are known by their real paths: which of them a link reached is not, nor what was no link when it was read.
  #leadElsewhere(changed: ReadonlySet<string>): boolean {
    const isLink = ({ name }: Link): boolean => changed.has(name);
    return this.links().some(isLink) || [...changed].some((file) => (realPath(file) ?? file) !== file);
  }

  #forgetAll(): void {
    const { files } = this.#loader.forget(this.#loader.lookedAt().keys());
    this.#functions.forget(files);
    this.#loader = this.#newLoader();
    this.#prepared = null;
    this.#done();
  }

  // What fails may be named by nobody any more.
  async #loadPending(): Promise<boolean> {
    try {
      await preload(this.#loader, [...this.#pending.keys()]);
      return true;
    } catch (error) {
      if (isConfixError(error)) return false;
      throw error;
    }
  }

  #kept(): Kept {
    const modules = [...this.#loader.modules()].filter(([path]) => !this.#forgotten.has(path));
    return { modules: modules.map(([, module]) => module), exports: this.#loader.exports(this.#forgotten) };
  }

  #done(): void {
    this.#isOutdated = false;
    this.#pending.clear();
    this.#forgotten.clear();
  }
}
