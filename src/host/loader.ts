// The loader that host lends the evaluator: finds module files, and loads each once.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { ModuleLoader } from "../model/module.ts";
import { failDenied, mayRead } from "./access.ts";
import { dataModule } from "./data-module.ts";
import { failLoading } from "./load-failure.ts";
import { kindOfFile } from "./module-kind.ts";
import { readText } from "./read-text.ts";
import { resolvePath } from "./resolve-path.ts";
import type { Exports, ScriptRunner } from "./scripts.ts";

/** Loads modules from files. One loader belongs to one evaluation and those made of it by `extendModules`. */
export class FileLoader implements ModuleLoader {
  readonly #scripts: ScriptRunner;
  readonly #folder: string;
  readonly #modules = new Map<string, unknown>();
  /** Who named a file first, for the message if it cannot be loaded. */
  readonly #askers = new Map<string, string | null>();

  /** `folder` is what relative paths hang off that no file says. */
  constructor(scripts: ScriptRunner, folder: string) {
    this.#scripts = scripts;
    this.#folder = folder;
  }

  resolve(specifier: string, from: string | null): string {
    const path = resolvePath(specifier, from, this.#folder);
    if (!this.#askers.has(path)) this.#askers.set(path, from);
    return path;
  }

  load(path: string): unknown {
    return this.#modules.get(path) ?? this.#keep(path, this.#loadNow(path));
  }

  /** Like `load`, but the file may wait at its top. */
  async loadAsync(path: string): Promise<unknown> {
    return this.#modules.get(path) ?? this.#keep(path, await this.#loadWaiting(path));
  }

  #keep(path: string, module: unknown): unknown {
    this.#modules.set(path, module);
    return module;
  }

  #loadNow(path: string): unknown {
    const from = this.#askerAllowed(path);
    const kind = kindOfFile(path, from);
    if (kind !== "script") return dataModule({ file: path, text: readText(path, from), format: kind });
    return defaultExport(
      path,
      attempt(path, () => this.#scripts.runNow(path, from)),
    );
  }

  async #loadWaiting(path: string): Promise<unknown> {
    const from = this.#askerAllowed(path);
    if (kindOfFile(path, from) !== "script") return this.#loadNow(path);
    const running = this.#scripts.run(path, from);
    return defaultExport(path, await running.catch((error: unknown) => failLoading(path, error)));
  }

  /** Who asked for a file; throws if a restricted run may not read it, before anything else looks for it. */
  #askerAllowed(path: string): string | null {
    const asker = this.#askers.get(path) ?? null;
    return mayRead(path) ? asker : failDenied({ permission: "FileSystemRead", resource: path }, asker);
  }
}

function attempt<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    return failLoading(path, error);
  }
}

/** The module in a script: its default export. Whether that is a module in all its parts, the evaluator finds out. */
function defaultExport(file: string, exports: Exports): unknown {
  const module = exports["default"];
  if (module === undefined) {
    const names = Object.keys(exports).filter((name) => name !== "__esModule" && name !== "default");
    return fail(diagnostic("no-default-export", { origin: { file } }, { file, exports: names }));
  }
  const isPossible =
    (typeof module === "object" && module !== null && !Array.isArray(module)) || typeof module === "function";
  if (isPossible) return module;
  const found = describeValue(module);
  return fail(diagnostic("bad-default-export", { origin: { file } }, { file, found }));
}
