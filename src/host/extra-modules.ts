// Modules that the environment adds to every evaluation.
import { delimiter } from "node:path";
import { type ConfixError, fail, isConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { messageOf } from "../diagnostics/render-text.ts";
import type { FileLoader } from "./loader.ts";
import { preload } from "./preload.ts";

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

function failEntry(entry: string, error: ConfixError): never {
  const [first] = error.diagnostics;
  const problem = error.diagnostics.map((each) => messageOf(each)).join(" ");
  const place = first?.origin === null || first === undefined ? {} : { origin: first.origin };
  fail(diagnostic("bad-extra-modules", place, { variable: extraModulesVariable, entry, problem }), error);
}
