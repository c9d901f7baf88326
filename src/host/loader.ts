// The loader that host lends the evaluator: finds module files, and loads each once.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { PlaceFinder } from "../kernel/trail.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { isDefinedModule, type ModuleLoader } from "../model/module.ts";
import { isProperty } from "../model/property.ts";
import { failDenied, mayRead } from "./access.ts";
import { dataModule } from "./data-module.ts";
import { failLoading } from "./load-failure.ts";
import { kindOfFile } from "./module-kind.ts";
import { FilePlaceFinder } from "./place-finder.ts";
import { readText } from "./read-text.ts";
import { resolvePath } from "./resolve-path.ts";
import type { Exports, ScriptRunner } from "./scripts.ts";

/** Loads modules from files. One loader belongs to one evaluation and those made of it by `extendModules`. */
export class FileLoader implements ModuleLoader {
  readonly places: PlaceFinder;
  readonly #scripts: ScriptRunner;
  readonly #folder: string;
  readonly #modules = new Map<string, unknown>();
  /** Who named a file first, for the message if it cannot be loaded. */
  readonly #askers = new Map<string, string | null>();

  /** `folder` is what relative paths hang off that no file says. */
  constructor(scripts: ScriptRunner, folder: string, places: PlaceFinder = new FilePlaceFinder()) {
    this.places = places;
    this.#scripts = scripts;
    this.#folder = folder;
  }

  resolve(specifier: string, from: string | null): string {
    const path = resolvePath(specifier, from, this.#folder);
    if (!this.#askers.has(path)) this.#askers.set(path, from);
    return path;
  }

  /** The files that were named or imported so far, by absolute path. */
  files(): readonly string[] {
    return [...new Set([...this.#askers.keys(), ...this.#scripts.files()])];
  }

  load(path: string): unknown {
    return this.#modules.get(path) ?? this.#keep(path, this.#loadNow(path));
  }

  /** Like `load`, but the file may wait at its top. */
  async loadAsync(path: string): Promise<unknown> {
    return this.#modules.get(path) ?? this.#keep(path, await this.#loadWaiting(path));
  }

  /** What a script exports by default, whatever it is; the file may wait at its top, and so may what it exports. */
  async loadDefault(path: string): Promise<unknown> {
    const from = this.#askerAllowed(path);
    const outer = new Error("loading begins here");
    try {
      return await defaultExport(path, await this.#scripts.run(path, from));
    } catch (error) {
      return failLoading(path, error, outer);
    }
  }

  #keep(path: string, module: unknown): unknown {
    this.#modules.set(path, module);
    return module;
  }

  #loadNow(path: string): unknown {
    const from = this.#askerAllowed(path);
    const kind = kindOfFile(path, from);
    if (kind !== "script") return dataModule({ file: path, text: readText(path, from), format: kind });
    return moduleOf(
      path,
      attempt(path, () => this.#scripts.runNow(path, from)),
    );
  }

  async #loadWaiting(path: string): Promise<unknown> {
    const from = this.#askerAllowed(path);
    if (kindOfFile(path, from) !== "script") return this.#loadNow(path);
    const outer = new Error("loading begins here");
    const running = this.#scripts.run(path, from);
    return moduleOf(path, await running.catch((error: unknown) => failLoading(path, error, outer)));
  }

  /** Who asked for a file; throws if a restricted run may not read it, before anything else looks for it. */
  #askerAllowed(path: string): string | null {
    const asker = this.#askers.get(path) ?? null;
    return mayRead(path) ? asker : failDenied({ permission: "FileSystemRead", resource: path }, asker);
  }
}

function attempt<T>(path: string, run: () => T): T {
  const outer = new Error("loading begins here");
  try {
    return run();
  } catch (error) {
    return failLoading(path, error, outer);
  }
}

function defaultExport(file: string, exports: Exports): unknown {
  const value = exports["default"];
  if (value !== undefined) return value;
  const names = Object.keys(exports).filter((name) => name !== "__esModule" && name !== "default");
  return fail(diagnostic("no-default-export", { origin: { file } }, { file, exports: names }));
}

/** The module in a script: its default export. Whether that is a module in all its parts, the evaluator finds out. */
function moduleOf(file: string, exports: Exports): unknown {
  const module = defaultExport(file, exports);
  if (canBeModule(module)) return module;
  const found = describeValue(module);
  return fail(diagnostic("bad-default-export", { origin: { file } }, { file, found }));
}

function canBeModule(value: unknown): boolean {
  if (typeof value === "function") return true;
  try {
    return isDefinedModule(value) || isProperty(value) || (isPlainObject(value) && Reflect.ownKeys(value).length >= 0);
  } catch {
    return false; // A proxy whose traps throw: nobody can read what is in it.
  }
}
