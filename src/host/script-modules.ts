// Runs scripts as functions of what they import, and knows what each of them exports.
import type { Stats } from "node:fs";
import { createRequire, isBuiltin, Module } from "node:module";
import { basename, dirname, extname, join } from "node:path";
import type { Script } from "node:vm";
import type { Jiti } from "jiti";
import { fail } from "../diagnostics/errors.ts";
import { foldersAbove } from "./package-root.ts";
import { type FoundFile, ScriptFinder } from "./find-script.ts";
import { type FileStatus, ImportGraph, type Link } from "./import-graph.ts";
import { lookUpScript } from "./look-up-script.ts";
import { missingFile } from "./missing-file.ts";
import { isCommonJs, isNodes } from "./module-syntax.ts";
import { forgetByNode, requiredBy } from "./node-scripts.ts";
import { readJson } from "./read-json.ts";
import { readText, statusOf } from "./read-text.ts";
import { type CompiledScript, type KeptScript, ScriptCache } from "./script-cache.ts";
import { compile, type RunnableScript, takeBack, type Wrapper } from "./script-code.ts";

/** What scripts get from outside of their files. */
export interface ScriptSurroundings {
  /** The exports of what is no file to them, such as `confix`; undefined: it is one, or nothing. */
  virtual(specifier: string): unknown;
  /** The code of a file that was made before, as the function body that `transform` would give; null: it is made now. */
  prepared(file: string): string | null;
  /** The code of a plain file, in the same form; null: `engine` has to make it. */
  quick(file: string, text: string): string | null;
  /** The loader that transforms, and that knows all there is about packages; `file` is the one it works for. */
  engine(file: string): Jiti;
}

/** How much was done. A second run of the same files does none of it but taking code back. */
export interface ScriptCounts {
  /** Files whose text was transformed. */
  readonly transformed: number;
  /** Scripts that V8 had to compile. */
  readonly compiled: number;
  /** Scripts that V8 took back as an earlier run had compiled them. */
  readonly kept: number;
}

const load = createRequire(import.meta.url);

/** A file to run, and what it was before it was read. */
type RunFile = Pick<FoundFile, "file" | "status">;

/**
 * Runs each file once, the way jiti does, which is still asked for what has to be transformed, and for what no relative path
 * names. To load and collect 2,500 files of 20 options took 2.7 s of CPU with it, now 1.7; 500 files of 100 options 1.7 s,
 * now 1.1. Most of what is left is what the files themselves do.
 */
export class ScriptModules {
  /** The files that ran, or are running, by real path. */
  readonly running: Map<string, Module> = new Map();
  readonly #surroundings: ScriptSurroundings;
  readonly #cache: ScriptCache | null;
  readonly #finder = new ScriptFinder();
  readonly #engines = new Map<string, Jiti>();
  readonly #searchPaths = new Map<string, string[]>();
  readonly #counts = { transformed: 0, compiled: 0, kept: 0 };
  readonly #imports = new ImportGraph();
  /** The files that Node was left to run. */
  readonly #byNode = new Set<string>();

  constructor(surroundings: ScriptSurroundings, cacheFolder: string | false) {
    this.#surroundings = surroundings;
    this.#cache = cacheFolder === false ? null : new ScriptCache(cacheFolder);
  }

  get counts(): ScriptCounts {
    return this.#counts;
  }

  /**
   * Runs a file that somebody named by its real path, whatever its syntax, and returns what it exports; `from` is who
   * named it. One that `waits` is run with `await`, and a promise is returned. Throws what the file throws.
   */
  start(file: string, from: string | null, waits: boolean): unknown {
    const status = statusOf(file, from) ?? fail(missingFile(file, from));
    this.#imports.note(file, null, status);
    return this.#run({ file, status }, this.#find(file, status, waits) ?? readText(file, from), waits, null);
  }

  /** The files that were run, read or looked for so far, and what they were before; packages that Node runs are not told. */
  files(): ReadonlyMap<string, FileStatus> {
    this.#noteByNode();
    return this.#imports.files();
  }

  /** The links by which scripts name what they import. */
  links(): readonly Link[] {
    return this.#imports.links();
  }

  /** Forgets files, and the scripts that import them: asked for again, they are run anew. Returns all that it forgot. */
  forget(files: Iterable<string>): ReadonlySet<string> {
    this.#noteByNode();
    const forgotten = this.#imports.importersOf(files);
    this.#imports.forget(forgotten);
    forgetByNode([...forgotten].filter((file) => !this.running.has(file)));
    for (const file of forgotten) {
      this.running.delete(file);
      this.#byNode.delete(file);
    }
    this.#finder.forget();
    return forgotten;
  }

  #noteByNode(): void {
    for (const script of this.#byNode) {
      for (const [file, by] of requiredBy(script)) this.#imports.note(file, by, undefined);
    }
  }

  #require(specifier: string, module: Module): unknown {
    const { filename } = module;
    const virtual = this.#surroundings.virtual(specifier);
    if (virtual !== undefined) return virtual;
    if (isBuiltin(specifier)) return load(specifier);
    const found = this.#search(specifier, filename) ?? this.#lookUp(specifier, filename);
    if (found === null) return this.#engineOf(filename)(specifier);
    const { file } = found;
    this.#note(found, filename);
    const known = this.running.get(file);
    if (known !== undefined) return known.exports;
    if (extname(file) === ".json") return this.#readJson(file, filename);
    if (isNodes(file)) return this.#leaveToNode(file, filename)(file);
    const source = this.#sourceOf(found, filename, false);
    return source === null ? this.#leaveToNode(file, filename)(file) : this.#run(found, source, false, module);
  }

  /** `import(…)`: what it names may wait at its top. Packages that Node can import it imports by itself. */
  async #import(specifier: string, module: Module): Promise<unknown> {
    const { filename } = module;
    const virtual = this.#surroundings.virtual(specifier);
    if (virtual !== undefined) return virtual;
    const found = this.#search(specifier, filename);
    if (found === null) return await this.#engineOf(filename).import(specifier);
    const { file } = found;
    this.#note(found, filename);
    if (isNodes(file)) return await this.#leaveToNode(file, filename).import(specifier);
    const known = this.running.get(file);
    if (known !== undefined) return known.exports;
    if (extname(file) === ".json") return this.#readJson(file, filename);
    const source = this.#sourceOf(found, filename, true);
    if (source === null) return await this.#leaveToNode(file, filename).import(file);
    return await this.#run(found, source, true, module);
  }

  #search(specifier: string, from: string): FoundFile | null {
    const found = this.#finder.find(specifier, from);
    // It may be there some day.
    const missing = found === null ? this.#finder.candidates(specifier, from) : [];
    for (const file of missing) this.#imports.note(file, from, null);
    return found;
  }

  #note({ file, status, link }: FoundFile, importer: string): void {
    this.#imports.note(file, importer, status);
    if (link !== null) this.#imports.noteLink(link, importer);
  }

  #leaveToNode(file: string, from: string): Jiti {
    this.#byNode.add(file);
    return this.#engineOf(from);
  }

  // A file that no relative path names.
  #lookUp(specifier: string, from: string): FoundFile | null {
    const packageFolders = this.#pathsFor(dirname(from));
    return lookUpScript(specifier, from, { engine: this.#engineOf(from), packageFolders, imports: this.#imports });
  }

  /** A script that another one imports, kept or as its text; null: it is CommonJS. */
  #sourceOf({ file, status }: FoundFile, from: string, waits: boolean): string | KeptScript | null {
    const kept = this.#find(file, status, waits);
    if (kept?.isCommonJs === false) return kept;
    const text = readText(file, from);
    return isCommonJs(file, text) ? null : text;
  }

  #find(file: string, status: Stats, waits: boolean): KeptScript | null {
    return this.#cache?.find(file, status, waits) ?? null;
  }

  #readJson(file: string, from: string): unknown {
    const module = this.#register(file, null);
    module.exports = readJson(file, from);
    module.loaded = true;
    return module.exports;
  }

  #run(found: RunFile, source: string | KeptScript, waits: boolean, parent: Module | null): unknown {
    const { file } = found;
    const isText = typeof source === "string";
    const { code, script } = isText ? this.#compile(file, source, waits) : takeBack(source, file);
    const isKept = !isText && script.cachedDataRejected === false;
    this.#counts[isKept ? "kept" : "compiled"] += 1;
    try {
      return this.#call(script, this.#register(file, parent), waits);
    } finally {
      // Only now V8 has compiled what the file calls of its own.
      if (!isKept) this.#keep(found, source, waits, { code, data: script.createCachedData() });
    }
  }

  #compile(file: string, text: string, waits: boolean): RunnableScript {
    const prepared = this.#surroundings.prepared(file);
    if (prepared !== null) return compile(file, prepared, waits);
    this.#counts.transformed += 1;
    const quick = this.#surroundings.quick(file, text);
    try {
      if (quick !== null) return compile(file, quick, waits);
    } catch (error) {
      // What is wrong, and where it is written, is told by the other.
      if (!(error instanceof SyntaxError)) throw error;
    }
    return compile(file, this.#transform(file, text, waits), waits);
  }

  #transform(filename: string, source: string, waits: boolean): string {
    const ts = /\.[cm]?tsx?$/.test(filename);
    return this.#engineOf(filename).transform({ filename, source, ts, async: waits });
  }

  #call(script: Script, module: Module, waits: boolean): unknown {
    const { filename } = module;
    const engine = (): Jiti => this.#engineOf(filename);
    // The cast: the text of the script is a function of these.
    const returned = (script.runInThisContext() as Wrapper)(
      module.exports,
      module.require as NodeJS.Require, // The cast: it was made by `#register`.
      module,
      filename,
      dirname(filename),
      async (specifier) => await this.#import(specifier, module),
      (specifier) => engine().esmResolve(specifier),
    );
    const finish = (): unknown => {
      module.loaded = true;
      return module.exports;
    };
    return waits ? Promise.resolve(returned).then(finish) : finish();
  }

  #keep({ file, status }: RunFile, source: string | KeptScript, waits: boolean, made: CompiledScript): void {
    if (this.#cache === null) return;
    if (typeof source !== "string") return this.#cache.renew(source, made.data);
    this.#cache.keep(file, status, source, { waits, isCommonJs: isCommonJs(file, source) }, made);
  }

  #register(file: string, parent: Module | null): Module {
    const module = new Module(file);
    module.filename = file;
    if (parent !== null) module.parent = parent;
    module.paths = this.#pathsFor(dirname(file));
    module.require = this.#requireOf(module);
    this.running.set(file, module);
    return module;
  }

  #requireOf(module: Module): NodeJS.Require {
    const { filename } = module;
    const resolve = (specifier: string, options?: NodeJS.RequireResolveOptions): string =>
      this.#finder.find(specifier, filename)?.file ?? this.#engineOf(filename).resolve(specifier, options);
    const paths = (specifier: string): string[] | null => this.#engineOf(filename).resolve.paths(specifier);
    return Object.assign((specifier: string): unknown => this.#require(specifier, module), {
      resolve: Object.assign(resolve, { paths }),
      cache: {},
      extensions: load.extensions,
      main: load.main,
    });
  }

  // Where Node would look for packages: the same list for all files of a folder.
  #pathsFor(folder: string): string[] {
    let paths = this.#searchPaths.get(folder);
    if (paths === undefined) {
      paths = foldersAbove(folder)
        .filter((above) => basename(above) !== "node_modules")
        .map((above) => join(above, "node_modules"));
      this.#searchPaths.set(folder, paths);
    }
    return paths;
  }

  #engineOf(file: string): Jiti {
    let engine = this.#engines.get(file);
    if (engine === undefined) {
      engine = this.#surroundings.engine(file);
      this.#engines.set(file, engine);
    }
    return engine;
  }
}
