// Runs TypeScript and JavaScript files, each once, with the running Confix behind `confix`.
import { createRequire } from "node:module";
import type * as JitiPackage from "jiti";
import type { Jiti } from "jiti";
import { ConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { orAbandoned } from "./abandoned.ts";
import type { FileStatus, Link } from "./import-graph.ts";
import { isBuilt, isNodesOwn, isShipped } from "./modules-path.ts";
import { preparedOnce, type PrepareText } from "./prepare-text.ts";
import { QuickTransform } from "./quick-transform.ts";
import { readText } from "./read-text.ts";
import { resolvePath, shippedPrefix } from "./resolve-path.ts";
import { type ScriptCounts, ScriptModules } from "./script-modules.ts";
import { awaitCode, makeTransform } from "./transform.ts";

/** What a file exports: its default export under `default`. */
export type Exports = Readonly<Record<string, unknown>>;

/** What user modules get when they import Confix: specifier → exports. Handed in, since host stands below the index. */
export type RunningConfix = Readonly<Record<"confix" | "confix/node", Exports>>;

const load = createRequire(import.meta.url);

/** Runs script files. What one file exports is kept for as long as the runner is; another runner reads files anew. */
export class ScriptRunner {
  readonly #running: RunningConfix;
  readonly #modules: ScriptModules;
  readonly #virtual = new Map<string, Exports>();
  readonly #prepare: PrepareText | null;
  readonly #quick = new QuickTransform();
  #babel: Jiti | null = null;

  /** `prepare` changes the text of scripts before anything else does. Default: nothing does. */
  constructor(running: RunningConfix, cacheFolder: string | false, prepare: PrepareText | null = null) {
    this.#running = running;
    this.#prepare = prepare === null ? null : preparedOnce(prepare);
    this.#modules = new ScriptModules(
      {
        virtual: (specifier) => (this.#isOurs(specifier) ? this.#ours(specifier) : undefined),
        prepared: preparedCode,
        quick: (file, text) => this.#quick.transform(this.#prepare?.(text, file) ?? text, file),
        engine: (file) => this.#makeEngine(file),
      },
      cacheFolder,
    );
  }

  /** What was done so far. */
  get counts(): ScriptCounts {
    return this.#modules.counts;
  }

  /** The exports of a file. Throws what the file throws; an error with `awaitCode` if it waits at its top. */
  runNow(file: string, from: string | null): Exports {
    const known = this.#modules.running.get(file);
    if (known?.loaded === true) return asExports(known.exports);
    // The package's own modules are plain JavaScript, and `confix` means this very package to them.
    if (isNodesOwn && isShipped(file)) return asExports(load(file));
    try {
      return asExports(this.#modules.start(file, from, false));
    } catch (error) {
      return this.#forget(error);
    }
  }

  /** The names that the running Confix exports to those who import it so; null: something else is meant. */
  namesOf(specifier: string): readonly string[] | null {
    const own = this.#runningAs(specifier);
    return own === undefined ? null : Object.keys(own);
  }

  /** The files that ran, or are running, and the JSON that they imported. */
  files(): readonly string[] {
    return [...this.#modules.running.keys()];
  }

  /** The files that were run, read or looked for so far, and what each was before. */
  lookedAt(): ReadonlyMap<string, FileStatus> {
    return this.#modules.files();
  }

  /** The links by which scripts name what they import. */
  links(): readonly Link[] {
    return this.#modules.links();
  }

  /** Forgets files, and the scripts that import them: asked for again, they are run anew. Returns all that it forgot. */
  forget(files: Iterable<string>): ReadonlySet<string> {
    return this.#modules.forget(files);
  }

  /** What the scripts that have run export, but for these. */
  *exports(except: ReadonlySet<string>): Iterable<Exports> {
    for (const [file, { loaded, exports }] of this.#modules.running) {
      if (loaded && !except.has(file)) yield asExports(exports);
    }
  }

  /** The exports of a file that may wait at its top, as may those it imports. */
  async run(file: string, from: string | null): Promise<Exports> {
    try {
      return this.runNow(file, from);
    } catch (error) {
      await this.#finish(fileThatWaits(error) ?? rethrow(error));
    }
    // That file is done; the next one that waits is another one, or there is none.
    return await this.run(file, from);
  }

  /** Runs a file that is known to wait, after those that it imports and that wait as well. */
  async #finish(file: string): Promise<void> {
    try {
      // The cast: told to wait, it returns a promise.
      const running = this.#modules.start(file, null, true) as Promise<unknown>;
      await orAbandoned(running, () => neverSettles(file));
      return;
    } catch (error) {
      const waiting = fileThatWaits(error);
      if (waiting === null) return this.#forget(error);
      this.#forgetUnfinished();
      await this.#finish(waiting);
    }
    await this.#finish(file);
  }

  #forget(error: unknown): never {
    this.#forgetUnfinished();
    throw error;
  }

  // A failed file stays registered as running, and so do those that import it: nobody may get their half of exports.
  #forgetUnfinished(): void {
    for (const [file, module] of this.#modules.running) {
      if (!module.loaded) this.#modules.running.delete(file);
    }
  }

  #makeEngine(file: string): Jiti {
    // The cast: `require` returns what the package exports, and the types say what that is.
    const { createJiti } = load("jiti") as typeof JitiPackage;
    return createJiti(file, {
      fsCache: false,
      moduleCache: false,
      // It would wrap what a file exports in proxies; Babel's own helpers do what is needed.
      interopDefault: false,
      tryNative: false,
      debug: false,
      transform: prepared(
        this.#prepare,
        makeTransform(() => (this.#babel ??= createJiti(import.meta.url, { fsCache: false }))),
      ),
      virtualModules: this.#virtualModules(),
    });
  }

  /** Whether `confix` or one of its relatives is meant: nobody needs to have installed Confix beside their modules. */
  #isOurs(specifier: string): boolean {
    return Object.hasOwn(this.#running, specifier) || specifier.startsWith(shippedPrefix);
  }

  #runningAs(specifier: string): Exports | undefined {
    return Object.entries(this.#running).find(([name]) => name === specifier)?.[1];
  }

  #ours(specifier: string): Exports {
    let exports = this.#virtual.get(specifier);
    if (exports === undefined) {
      exports = asCommonJs(this.#runningAs(specifier) ?? this.runNow(resolvePath(specifier, null, "/"), null));
      this.#virtual.set(specifier, exports);
    }
    return exports;
  }

  // The same for what jiti runs of its own.
  #virtualModules(): Record<string, unknown> {
    return new Proxy<Record<string, unknown>>(Object.create(null), {
      has: (_target, name) => typeof name === "string" && this.#isOurs(name),
      get: (_target, name) => (typeof name === "string" && this.#isOurs(name) ? this.#ours(name) : undefined),
    });
  }
}

// The build has transformed the modules of this package.
function preparedCode(file: string): string | null {
  return isBuilt && isShipped(file) ? readText(file.replace(/\.js$/, ".cjs"), null) : null;
}

type Transform = ReturnType<typeof makeTransform>;

function prepared(prepare: PrepareText | null, transform: Transform): Transform {
  if (prepare === null) return transform;
  return (options) => transform({ ...options, source: prepare(options.source, options.filename ?? "") });
}

function neverSettles(file: string): ConfixError {
  return new ConfixError([diagnostic("never-settles", { origin: { file } }, { file })]);
}

function asExports(value: unknown): Exports {
  const isObject = typeof value === "object" && value !== null;
  if (isObject && ("__esModule" in value || isNativeNamespace(value) || isEmpty(value))) {
    return value as Exports; // An object, read by its names.
  }
  // CommonJS files may export anything; the module is then what they export.
  return { default: value };
}

// What is left of a file that exports nothing.
function isEmpty(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype && Reflect.ownKeys(value).length === 0;
}

function isNativeNamespace(value: object): boolean {
  return Object.prototype.toString.call(value) === "[object Module]";
}

// Transformed code asks `__esModule` whether the default export is `default` or the whole.
function asCommonJs(exports: Exports): Exports {
  return Object.freeze(Object.assign(Object.create(null), exports, { __esModule: true }));
}

/** The file that waits at its top, if that is what went wrong. */
export function fileThatWaits(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || error.code !== awaitCode) return null;
  return "file" in error ? String(error.file) : null;
}

function rethrow(error: unknown): never {
  throw error;
}
