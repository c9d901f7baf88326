// The text of a data file as data, whatever its format.
import type { DataText } from "./data-errors.ts";
import { type JsoncLibrary, parseJson } from "./json.ts";
import { parseToml, type TomlLibrary } from "./toml.ts";
import { parseYaml, type YamlLibrary } from "./yaml.ts";

/** Where the parsers come from: each is asked for only when a text of its format is parsed. */
export interface DataLibraries {
  jsonc(): JsoncLibrary;
  toml(): TomlLibrary;
  yaml(): YamlLibrary;
}

/**
 * Parses a data file. Mappings become objects with a null prototype, so that `__proto__` and `constructor` are keys like
 * others. Throws a ConfixError with line and column where the text is wrong.
 */
export function parseData(libraries: DataLibraries, source: DataText): unknown {
  switch (source.format) {
    case "json":
    case "jsonc":
      return parseJson(libraries.jsonc(), source);
    case "toml":
      return parseToml(libraries.toml(), source);
    case "yaml":
      return parseYaml(libraries.yaml(), source);
  }
}
