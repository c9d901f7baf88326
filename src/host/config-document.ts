// One configuration file of the tool: found, read, and checked at the door.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { core } from "zod";
import type { ConfigDocument } from "../../schemas/config.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { ConfixError, fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { Step } from "../kernel/trail.ts";
import { parseData } from "../source/parse-data.ts";
import { isRestricted } from "./access.ts";
import { dataLibraries } from "./data-libraries.ts";
import type { FileLoader } from "./loader.ts";
import { kindOfFile } from "./module-kind.ts";
import { readText } from "./read-text.ts";

const extensions: readonly string[] = ["ts", "mts", "js", "mjs", "json", "jsonc", "yaml", "yml", "toml"];

/** The files in a folder that would be its configuration if they are there. */
export function configFilesIn(folder: string): readonly string[] {
  return extensions.map((extension) => join(folder, `confix.config.${extension}`));
}

/** The nearest `confix.config.*` in a folder or above it, or null. A restricted run is told its file and looks for none.
 * Throws a ConfixError if a folder has two. */
export function findConfigFile(folder: string): string | null {
  if (isRestricted()) return null;
  for (let at = folder; ; at = dirname(at)) {
    const [found, second] = configFilesIn(at).filter((file) => existsSync(file));
    if (second !== undefined) return failTwo(found ?? "", second);
    if (found !== undefined) return found;
    if (dirname(at) === at) return null;
  }
}

// Which of them was meant nobody can know, and what the other says would be lost silently.
function failTwo(file: string, second: string): never {
  const problem = `beside it stands \`${second}\`, and a folder can have only one`;
  fail(diagnostic("bad-config-file", { origin: { file } }, { problem, suggestions: [] }));
}

/** Reads and checks one configuration file. Throws a ConfixError with everything that is wrong in it. */
export async function readConfigFile(file: string, loader: FileLoader, from: string | null): Promise<ConfigDocument> {
  const kind = kindOfFile(file, from);
  const value =
    kind === "script"
      ? await loader.loadDefault(file)
      : parseData(dataLibraries, { file, text: readText(file, from), format: kind });
  if (!isPlainObject(value)) return failShape(file, value);
  const { configSchema } = await import("../../schemas/config.ts");
  const checked = configSchema.safeParse(value);
  if (!checked.success) {
    // Loaded only then: it knows all formats of files.
    const { FilePlaceFinder } = await import("./place-finder.ts");
    const finder = new FilePlaceFinder();
    const placeAt: PlaceAt = (steps) => ({ origin: finder.find({ site: { kind: "file", file }, steps }) ?? { file } });
    throw new ConfixError(checked.error.issues.flatMap((issue) => describeIssue(issue, placeAt)));
  }
  // The cast: it was just checked. Not the copy that zod made: arguments for modules keep their identity.
  return value as ConfigDocument;
}

function failShape(file: string, value: unknown): never {
  const listed = (knownKeys.get("") ?? []).map((key) => `\`${key}\``).join(", ");
  const problem = `it must be an object with ${listed}, and is ${describeValue(value)}`;
  fail(diagnostic("bad-config-file", { origin: { file } }, { problem, suggestions: [] }));
}

/** Where something is written in the file: the place at the end of the steps, or the nearest around it. */
type PlaceAt = (steps: readonly Step[]) => Place;

function describeIssue(issue: core.$ZodIssue, placeAt: PlaceAt): readonly Diagnostic[] {
  const steps = issue.path.map((name) => (typeof name === "number" ? name : String(name)));
  const at = steps.join(".");
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys.get(at) ?? [];
    return issue.keys.map((key) => {
      const near = nearestName(key, known);
      const problem = `it has no key \`${at === "" ? key : `${at}.${key}`}\``;
      const place = placeAt([...steps, key, { kind: "name" }]);
      return diagnostic("bad-config-file", place, { problem, suggestions: near === null ? [] : [near] });
    });
  }
  const message = issue.message.replace(/^Invalid (?:input|option): /, "");
  const problem = at === "" ? message : `\`${at}\`: ${message}`;
  return [diagnostic("bad-config-file", placeAt(steps), { problem, suggestions: [] })];
}

const knownKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ["", ["modules", "specialArgs", "extends", "lint"]],
  ["lint", ["preset", "rules"]],
]);
