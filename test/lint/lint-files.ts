// Lints files through the command line, as a user would.
import type { JsonDiagnostics } from "../../src/diagnostics/render-json.ts";
import { confix, type Run } from "../cli/run.ts";
import { writeFiles } from "../host/temporary-files.ts";

/** What `confix lint` said. */
export interface Linted extends Run {
  readonly cwd: string;
  /** Each finding as `code file:line:column`, the file relative to the folder. */
  readonly found: readonly string[];
  readonly json: JsonDiagnostics;
}

/** Runs `confix lint` with files in a new folder, or in one that is there. Arguments: the first file, unless given. */
export async function lintFiles(
  files: Readonly<Record<string, string>>,
  argv: readonly string[] = [Object.keys(files)[0] ?? ""],
): Promise<Linted> {
  return await lintIn(writeFiles(files), argv);
}

/** The same in a folder that is there. */
export async function lintIn(cwd: string, argv: readonly string[]): Promise<Linted> {
  const run = await confix(["lint", ...argv, "--format", "json"], { cwd });
  // The cast: the form of this JSON is pinned by the tests of the renderer.
  const json = (run.stdout === "" ? { diagnostics: [] } : JSON.parse(run.stdout)) as JsonDiagnostics;
  const found = json.diagnostics.map(({ code, origin }) => {
    const { file = "", line = 0, column = 0 } = origin ?? {};
    return `${code} ${file.replace(`${cwd}/`, "")}:${line}:${column}`;
  });
  return { ...run, cwd, json, found };
}

/** The imports that most modules of these tests need. */
export const imports = 'import { defineModule, defineSubmodule, literalExpression, mkOption, types } from "confix";\n';
