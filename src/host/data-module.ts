// A data file as a module.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { Origin } from "../kernel/origin.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { moduleBrand } from "../model/brands.ts";
import { type Module, moduleCall, type ModuleObject } from "../model/module.ts";
import type { DataText } from "../source/data-errors.ts";
import type { DataFormat } from "../source/data-format.ts";
import { placesOfData } from "../source/data-places.ts";
import { parseData } from "../source/parse-data.ts";
import { originOf } from "../source/text-place.ts";
import { dataLibraries } from "./data-libraries.ts";

/**
 * The module that a data file holds. At the top, `imports` and `disabledModules` are those of the module and `$schema`
 * is for editors; every other name is a definition. An empty YAML document is an empty module.
 */
export function dataModule(source: DataText): ModuleObject {
  const data = parseData(dataLibraries, source) ?? (source.format === "yaml" ? {} : null);
  if (!isPlainObject(data)) {
    return fail(diagnostic("data-not-a-module", { origin: placeOf(source, []) }, { found: describeValue(data) }));
  }
  const config: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(data)) if (!moduleAttributes.has(name)) config[name] = data[name];
  return {
    _file: source.file,
    ...listAttribute(source, data, "imports"),
    ...listAttribute(source, data, "disabledModules"),
    config,
  };
}

/** What was read from standard input, as a module and as the text that it is made of. */
export interface InputModule {
  readonly module: Module;
  readonly source: DataText;
}

/**
 * The module in what was read from standard input: JSON, or else YAML. Text that starts like JSON and is neither is
 * reported as JSON. Relative paths in it hang off the current directory.
 */
export function dataModuleOfInput(text: string): InputModule {
  if (!/^\s*[[{]/.test(text)) return inputModule(text, "yaml");
  try {
    return inputModule(text, "json");
  } catch (error) {
    try {
      return inputModule(text, "yaml");
    } catch {
      throw error;
    }
  }
}

function inputModule(text: string, format: DataFormat): InputModule {
  const source = { file: "<stdin>", text, format };
  // Where it was made is all of the text; from there its places are found.
  const call = { value: () => ({ file: source.file, line: 1 }) };
  return { module: Object.defineProperty({ [moduleBrand]: dataModule(source) }, moduleCall, call), source };
}

const moduleAttributes: ReadonlySet<string> = new Set(["imports", "disabledModules", "$schema"]);

function listAttribute(
  source: DataText,
  data: Readonly<Record<string, unknown>>,
  attribute: "imports" | "disabledModules",
): Readonly<Record<string, readonly unknown[]>> {
  const value = data[attribute];
  if (value === undefined) return {};
  if (Array.isArray(value)) return { [attribute]: value };
  const place = { origin: placeOf(source, [attribute]) };
  return fail(
    diagnostic("bad-module-attribute", place, { attribute, expected: "a list", found: describeValue(value) }),
  );
}

function placeOf(source: DataText, path: readonly string[]): Origin {
  const { file } = source;
  const place = placesOfData(dataLibraries, source)?.place(path);
  return place === undefined ? { file } : originOf(file, place);
}
