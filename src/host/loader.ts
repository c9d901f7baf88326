// The loader that host lends the evaluator: finds module files, and loads each once.
import { fail } from "../diagnostics/errors.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { PlaceFinder } from "../kernel/trail.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { isDefinedModule, type ModuleLoader } from "../model/module.ts";
import { isProperty } from "../model/property.ts";
import { failDenied, mayRead } from "./access.ts";
import { dataModule } from "./data-module.ts";
import type { FileStatus, Link } from "./import-graph.ts";
import { failLoading } from "./load-failure.ts";
import { describeMissingExports } from "./missing-exports.ts";
import { kindOfFile } from "./module-kind.ts";
import { FilePlaceFinder } from "./place-finder.ts";
import { readText, statusOf } from "./read-text.ts";
import { namedPath, realPath } from "./resolve-path.ts";
import type { Exports, ScriptRunner } from "./scripts.ts";

/** What loaders have in common that work for the same modules. */
interface Kept {
  readonly modules: Map<string, unknown>;
  /** The files that were named, and those that hold data with what they were before. */
  readonly lookedAt: Map<string, FileStatus>;
  /** Where names led that are links, or have some on their way. */
  readonly links: Map<string, string>;
}

/** What was forgotten. */
export interface Forgotten {
  readonly files: ReadonlySet<string>;
  /** The modules that were loaded, by path. */
  readonly modules: ReadonlyMap<string, unknown>;
  /** What else was named: configurations of the tool, files that could not be loaded. */
  readonly others: readonly string[];
}

/** Loads modules from files. One loader belongs to one evaluation and those made of it by `extendModules`; see `another`. */
export class FileLoader implements ModuleLoader {
  readonly places: PlaceFinder;
  readonly #scripts: ScriptRunner;
  readonly #namesOf = (specifier: string): readonly string[] | null => this.#scripts.namesOf(specifier);
  readonly #folder: string;
  readonly #kept: Kept;
  readonly #modules: Map<string, unknown>;
  /** The files that could not be loaded. */
  readonly #leftOut = new Map<string, unknown>();
  /** Who named a file first, for the message if it cannot be loaded. */
  readonly #askers = new Map<string, string | null>();

  /** `folder` is what relative paths hang off that no file says. */
  constructor(
    scripts: ScriptRunner,
    folder: string,
    places: PlaceFinder = new FilePlaceFinder(),
    kept: Kept = { modules: new Map(), lookedAt: new Map(), links: new Map() },
  ) {
    this.places = places;
    this.#scripts = scripts;
    this.#folder = folder;
    this.#kept = kept;
    this.#modules = kept.modules;
  }

  /** A loader for another evaluation: what was loaded is the same for both, who named a file first is not. */
  another(places: PlaceFinder = this.places): FileLoader {
    return new FileLoader(this.#scripts, this.#folder, places, this.#kept);
  }

  resolve(specifier: string, from: string | null): string {
    const named = namedPath(specifier, from, this.#folder);
    const real = realPath(named);
    const path = real ?? named;
    if (!this.#askers.has(path)) this.#askers.set(path, from);
    const { lookedAt, links } = this.#kept;
    // Where there is nothing, there may be something again before anybody looks.
    if (!lookedAt.has(path)) lookedAt.set(path, real === null ? null : undefined);
    // What it led to first was loaded; if it leads elsewhere by now, that is to be found out.
    if (path !== named && !links.has(named)) links.set(named, path);
    return path;
  }

  /** The files that were named or imported so far, by absolute path. */
  files(): readonly string[] {
    return [...new Set([...this.#askers.keys(), ...this.#scripts.files()])];
  }

  /** The files that this loader and others of its kind were asked for, and what each was before it was read. */
  lookedAt(): ReadonlyMap<string, FileStatus> {
    return new Map([...this.#kept.lookedAt, ...this.#scripts.lookedAt()]);
  }

  /** The links by which files were named or imported so far. It takes another loader to follow them anew. */
  links(): readonly Link[] {
    return [...Array.from(this.#kept.links, ([name, end]) => ({ name, end })), ...this.#scripts.links()];
  }

  /** The modules that were loaded so far, by path. */
  modules(): ReadonlyMap<string, unknown> {
    return this.#modules;
  }

  /** All that is exported by the scripts that have run, but for these. */
  *exports(except: ReadonlySet<string>): Iterable<unknown> {
    for (const exports of this.#scripts.exports(except)) yield* Object.values(exports);
  }

  /** Forgets files, and what was made of them: asked for again, they are read anew. */
  forget(files: Iterable<string>): Forgotten {
    const forgotten = this.#scripts.forget(files);
    const modules = new Map<string, unknown>();
    const others: string[] = [];
    for (const file of forgotten) {
      if (this.#modules.has(file)) modules.set(file, this.#modules.get(file));
      else if (this.#kept.lookedAt.has(file)) others.push(file);
      this.#modules.delete(file);
      this.#kept.lookedAt.delete(file);
    }
    this.#leftOut.clear();
    return { files: forgotten, modules, others };
  }

  load(path: string): unknown {
    return this.#modules.get(path) ?? this.#leftOut.get(path) ?? this.#keep(path, this.#loadNow(path));
  }

  /** Like `load`, but the file may wait at its top. */
  async loadAsync(path: string): Promise<unknown> {
    return this.#modules.get(path) ?? this.#leftOut.get(path) ?? this.#keep(path, await this.#loadWaiting(path));
  }

  /** What a script imports that nobody exports. */
  missingExports(file: string): readonly Diagnostic[] {
    return describeMissingExports([file], this.#namesOf);
  }

  /** Has an empty module for a file that could not be loaded. Another loader tries it again, and fails again. */
  leaveOut(path: string): void {
    this.#leftOut.set(path, {});
  }

  /** What a script exports by default, whatever it is; the file may wait at its top, and so may what it exports. */
  async loadDefault(path: string): Promise<unknown> {
    const from = this.#askerAllowed(path);
    const outer = new Error("loading begins here");
    try {
      return await defaultExport(path, from, await this.#scripts.run(path, from));
    } catch (error) {
      return this.#fail(path, error, outer);
    }
  }

  #keep(path: string, module: unknown): unknown {
    this.#modules.set(path, module);
    return module;
  }

  #loadNow(path: string): unknown {
    const from = this.#askerAllowed(path);
    const kind = kindOfFile(path, from);
    if (kind !== "script") {
      this.#kept.lookedAt.set(path, statusOf(path, from));
      return dataModule({ file: path, text: readText(path, from), format: kind });
    }
    const outer = new Error("loading begins here");
    let exports: Exports;
    try {
      exports = this.#scripts.runNow(path, from);
    } catch (error) {
      return this.#fail(path, error, outer);
    }
    return this.#moduleOf(path, exports);
  }

  async #loadWaiting(path: string): Promise<unknown> {
    const from = this.#askerAllowed(path);
    if (kindOfFile(path, from) !== "script") return this.#loadNow(path);
    const outer = new Error("loading begins here");
    const running = this.#scripts.run(path, from);
    return this.#moduleOf(path, await running.catch((error: unknown) => this.#fail(path, error, outer)));
  }

  #fail(path: string, error: unknown, outer: Error): never {
    return failLoading(path, error, outer, this.#namesOf);
  }

  /** The module in a script: its default export. Whether that is a module in all its parts, the evaluator finds out. */
  #moduleOf(file: string, exports: Exports): unknown {
    const from = this.#askers.get(file) ?? null;
    const module = defaultExport(file, from, exports);
    if (canBeModule(module)) return module;
    const origin = this.places.find({ site: { kind: "file", file }, steps: [] }) ?? { file };
    return fail(diagnostic("bad-default-export", { origin }, { file, from, found: describeValue(module) }));
  }

  /** Who asked for a file; throws if a restricted run may not read it, before anything else looks for it. */
  #askerAllowed(path: string): string | null {
    const asker = this.#askers.get(path) ?? null;
    if (mayRead(path)) return asker;
    return failDenied({ permission: "FileSystemRead", resource: path }, asker === null ? null : { file: asker });
  }
}

function defaultExport(file: string, from: string | null, exports: Exports): unknown {
  const value = exports["default"];
  if (value !== undefined) return value;
  const names = Object.keys(exports).filter((name) => name !== "__esModule" && name !== "default");
  return fail(diagnostic("no-default-export", { origin: { file } }, { file, from, exports: names }));
}

function canBeModule(value: unknown): boolean {
  if (typeof value === "function") return true;
  try {
    return isDefinedModule(value) || isProperty(value) || (isPlainObject(value) && Reflect.ownKeys(value).length >= 0);
  } catch {
    return false; // A proxy whose traps throw: nobody can read what is in it.
  }
}
