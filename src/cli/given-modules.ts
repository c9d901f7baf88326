// The modules that a command line names.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { dataModuleOfInput } from "../host/data-module.ts";
import type { HostArguments } from "../host/load-config.ts";
import { decodeUtf8 } from "../host/read-text.ts";
import type { DataText } from "../source/data-errors.ts";
import type { CliIo } from "./io.ts";

/** A module on the command line: a file, or the text that was read from stdin. */
export type GivenModule = { readonly file: string } | { readonly input: string };

/** Files by their names, and, for `-`, what stdin says. Throws a ConfixError. */
export async function givenModules(files: readonly string[], io: CliIo): Promise<readonly GivenModule[]> {
  if (!files.includes("-")) return files.map((file) => ({ file }));
  if (files.indexOf("-") !== files.lastIndexOf("-")) failFlag("`-` stands twice, but stdin can be read only once", []);
  const input = decodeUtf8(await io.readStdin(), "<stdin>");
  return files.map((file) => (file === "-" ? { input } : { file }));
}

/** The same as the host takes them. Throws a ConfixError if what was read is no module. */
export function readGiven(given: readonly GivenModule[]): Pick<HostArguments, "modules" | "inputs"> {
  const inputs: DataText[] = [];
  const modules = given.map((each) => {
    if ("file" in each) return each.file;
    const { module, source } = dataModuleOfInput(each.input);
    inputs.push(source);
    return module;
  });
  return { modules, inputs };
}

/** Fails because of a flag. */
export function failFlag(problem: string, suggestions: readonly string[]): never {
  return fail(diagnostic("bad-flag", {}, { problem, suggestions }));
}
