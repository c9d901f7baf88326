// Modules that the environment adds to every evaluation.
import { delimiter } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ConfixError, isConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { messageOf } from "../diagnostics/render-text.ts";
import type { FileLoader } from "./loader.ts";
import { preload } from "./preload.ts";
import { resolvePath } from "./resolve-path.ts";

/** The variable that names them. */
export const extraModulesVariable = "CONFIX_EXTRA_MODULES";

/** The paths that the environment names, separated like PATH. An empty variable, and empty entries, name none. */
export function extraModules(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return (env[extraModulesVariable] ?? "").split(delimiter).filter((entry) => entry !== "");
}

/**
 * Loads the modules that the environment names, and returns their absolute paths. `loader` resolves relative ones against
 * the current directory. Throws a ConfixError that names the variable if one cannot be loaded.
 */
export async function loadExtraModules(loader: FileLoader, entries: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const entry of entries) {
    try {
      const path = loader.resolve(entry, null);
      await preload(loader, [path]);
      paths.push(path);
    } catch (error) {
      if (!isConfixError(error)) throw error;
      failEntry(entry, error);
    }
  }
  return paths;
}

function failEntry(entry: string, { diagnostics, cause }: ConfixError): never {
  throw new ConfixError([describeEntry(entry, diagnostics)], cause);
}

function describeEntry(entry: string, diagnostics: readonly Diagnostic[]): Diagnostic {
  const [first] = diagnostics;
  const problem = diagnostics.map((each) => messageOf(each)).join(" ");
  const place = first?.origin === null || first === undefined ? {} : { origin: first.origin };
  return diagnostic("bad-extra-modules", place, { variable: extraModulesVariable, entry, problem });
}

/**
 * What keeps modules from being collected, where a module of the environment is to blame: then with the variable, which
 * whoever reads it may not have thought of. `folder` is what relative entries hang off.
 */
export function nameVariable(
  found: Diagnostic,
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Diagnostic {
  const entry = extraModules(env).find((each) => resolvePath(each, null, folder) === found.origin?.file);
  return entry === undefined ? found : describeEntry(entry, [found]);
}
