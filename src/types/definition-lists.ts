// What types of one's own, and their messages, need of a list of definitions.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { Origin } from "../kernel/origin.ts";
import { showPath } from "../kernel/path.ts";
import { show } from "../kernel/show.ts";
import type { OptionState } from "../model/option-state.ts";

/** A definition, settled or as `options.x.definitionsWithLocations` lists it. */
export interface GivenDefinition {
  readonly origin: Origin;
  readonly value: unknown;
}

/** The values of definitions. */
export function getValues(definitions: readonly GivenDefinition[]): readonly unknown[] {
  requireDefinitions("getValues", definitions);
  return definitions.map(({ value }) => value);
}

/** The files in which definitions stand, one for each. */
export function getFiles(definitions: readonly GivenDefinition[]): readonly string[] {
  requireDefinitions("getFiles", definitions);
  return definitions.map(({ origin }) => origin.file);
}

/** Files as they stand in a sentence: `` `a.ts' and `b.ts' ``. */
export function showFiles(files: readonly string[]): string {
  return files.map((file) => `\`${file}'`).join(" and ");
}

/** Definitions as they stand below a sentence, each on a line of its own: in which file, and what. Computes nothing. */
export function showDefs(definitions: readonly GivenDefinition[]): string {
  requireDefinitions("showDefs", definitions);
  return definitions.map((definition) => `\n- In \`${definition.origin.file}'${showBeside(definition.value)}`).join("");
}

// What takes several lines stands below the file.
function showBeside(value: unknown): string {
  const lines = show(value).split("\n");
  return lines.length === 1 ? `: ${lines[0]}` : `:\n${lines.map((line) => `    ${line}`).join("\n")}`;
}

/** The path of an option of an evaluation, and below it the files that define it; for messages of assertions. */
export function showOptionWithDefLocs(option: Pick<OptionState, "loc" | "files">): string {
  if (!isObject(option) || !Array.isArray(option.loc) || !Array.isArray(option.files)) {
    refuse("showOptionWithDefLocs", "option", `must be an option of \`options\`, but is ${describeValue(option)}`);
  }
  const files = option.files.map((file) => `  - \`${file}'`);
  return [`${showPath(option.loc)}, with values defined in:`, ...files, ""].join("\n");
}

// What is mixed up with them is `options.x.definitions`, which are the values alone: of these, each would be undefined.
function requireDefinitions(call: string, given: unknown): void {
  const kind = "must be a list of definitions with their origins, as `options.x.definitionsWithLocations` is,";
  if (!Array.isArray(given)) refuse(call, "definitions", `${kind} but is ${describeValue(given)}`);
  const wrong = given.findIndex((each) => !isDefinition(each));
  if (wrong !== -1) refuse(call, "definitions", `${kind} but number ${wrong + 1} is ${describeValue(given[wrong])}`);
}

function isDefinition(given: unknown): boolean {
  return (
    isObject(given) && "value" in given && isObject(given["origin"]) && typeof given["origin"]["file"] === "string"
  );
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null;
}

function refuse(call: string, argument: string, problem: string): never {
  return fail(diagnostic("bad-argument", {}, { call, argument, problem, suggestions: [] }));
}
