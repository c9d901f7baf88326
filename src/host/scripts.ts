// Runs TypeScript and JavaScript files, each once, with the running Confix behind `confix`.
import { createRequire } from "node:module";
import { extname } from "node:path";
import type * as JitiPackage from "jiti";
import type { Jiti, ModuleCache } from "jiti";
import { ConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { orAbandoned } from "./abandoned.ts";
import { isBuilt, isShipped } from "./modules-path.ts";
import { readText } from "./read-text.ts";
import { resolvePath, shippedPrefix } from "./resolve-path.ts";
import { awaitCode, makeTransform } from "./transform.ts";

/** What a file exports: its default export under `default`. */
export type Exports = Readonly<Record<string, unknown>>;

/** What user modules get when they import Confix: specifier → exports. Handed in, since host stands below the index. */
export type RunningConfix = Readonly<Record<"confix" | "confix/node", Exports>>;

const load = createRequire(import.meta.url);

/** Runs script files. What one file exports is kept for as long as the runner is. */
export class ScriptRunner {
  readonly #running: RunningConfix;
  readonly #cacheFolder: string | false;
  // jiti's register of modules that ran or are running, by path; theirs, not Node's: another runner reads files anew.
  readonly #modules: ModuleCache = {};
  #jiti: Jiti | null = null;

  constructor(running: RunningConfix, cacheFolder: string | false) {
    this.#running = running;
    this.#cacheFolder = cacheFolder;
  }

  /** The exports of a file. Throws what the file throws; an error with `awaitCode` if it waits at its top. */
  runNow(file: string, from: string | null): Exports {
    const known = this.#modules[file];
    if (known?.loaded === true) return asExports(known.exports);
    // The package's own modules are plain JavaScript, and `confix` means this very package to them.
    if (isBuilt && isShipped(file)) return asExports(load(file));
    try {
      return asExports(this.#start(file, from, false));
    } catch (error) {
      return this.#forget(error);
    }
  }

  /** The files that ran, or are running. */
  files(): readonly string[] {
    return Object.keys(this.#modules);
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
      // The cast: told to wait, jiti returns a promise.
      const running = this.#start(file, null, true) as Promise<unknown>;
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

  #start(file: string, from: string | null, waits: boolean): unknown {
    return this.#engine().evalModule(readText(file, from), {
      id: file,
      filename: file,
      ext: extname(file),
      cache: this.#modules,
      async: waits,
      forceTranspile: true,
    });
  }

  #forget(error: unknown): never {
    this.#forgetUnfinished();
    throw error;
  }

  // A failed file stays registered as running, and so do those that import it: nobody may get their half of exports.
  #forgetUnfinished(): void {
    for (const [file, module] of Object.entries(this.#modules)) {
      if (!module.loaded) Reflect.deleteProperty(this.#modules, file);
    }
  }

  #engine(): Jiti {
    this.#jiti ??= this.#makeEngine();
    return this.#jiti;
  }

  #makeEngine(): Jiti {
    // The cast: `require` returns what the package exports, and the types say what that is.
    const { createJiti } = load("jiti") as typeof JitiPackage;
    let babel: Jiti | null = null;
    return createJiti(import.meta.url, {
      fsCache: this.#cacheFolder,
      moduleCache: false,
      // It would wrap what a file exports in proxies; Babel's own helpers do what is needed.
      interopDefault: false,
      tryNative: false,
      debug: false,
      transform: makeTransform(() => (babel ??= createJiti(import.meta.url, { fsCache: false }))),
      virtualModules: this.#virtualModules(),
    });
  }

  /** Answers `import … from "confix"` and its relatives: nobody needs to have installed Confix beside their modules. */
  #virtualModules(): Record<string, unknown> {
    const known = new Map<string, Exports>();
    const find = (specifier: string): Exports => {
      const own = Object.entries(this.#running).find(([name]) => name === specifier);
      return own === undefined ? this.runNow(resolvePath(specifier, null, "/"), null) : own[1];
    };
    const isOurs = (name: string | symbol): name is string =>
      typeof name === "string" && (name in this.#running || name.startsWith(shippedPrefix));
    return new Proxy<Record<string, unknown>>(Object.create(null), {
      has: (_target, name) => isOurs(name),
      get: (_target, name) => {
        if (!isOurs(name)) return undefined;
        const exports = known.get(name) ?? asCommonJs(find(name));
        known.set(name, exports);
        return exports;
      },
    });
  }
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
