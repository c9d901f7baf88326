// A loader whose files are given as values, and which counts what it loads.
import { posix } from "node:path";
import { fail } from "../../src/diagnostics/errors.ts";
import { diagnostic } from "../../src/diagnostics/report.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import type { ModuleLoader } from "../../src/model/module.ts";
import { evalModules } from "./lint-cases.ts";

/** A loader for files given by absolute path. `loaded` lists each time a file is asked for. */
export class FakeFiles implements ModuleLoader {
  readonly loaded: string[] = [];
  readonly #files: Readonly<Record<string, unknown>>;

  constructor(files: Readonly<Record<string, unknown>>) {
    this.#files = files;
  }

  resolve(specifier: string, from: string | null): string {
    return posix.resolve(from === null ? "/" : posix.dirname(from), specifier.replace(/^file:\/\//, ""));
  }

  load(path: string): unknown {
    this.loaded.push(path);
    if (Object.hasOwn(this.#files, path)) return this.#files[path];
    return fail(diagnostic("file-not-found", {}, { file: path, from: null }));
  }
}

/** Evaluates modules that may name files. */
export function evaluateFiles(
  files: Readonly<Record<string, unknown>>,
  modules: readonly unknown[],
  specialArgs: Readonly<Record<string, unknown>> = {},
): Evaluation {
  return evalModules({ modules, specialArgs, loader: new FakeFiles(files) });
}
