// Loads the libraries of data formats when a text needs them. Synchronously: a data file may be met during evaluation.
import { createRequire } from "node:module";
import type * as Jsonc from "jsonc-parser";
import type * as Toml from "smol-toml";
import type * as Yaml from "yaml";
import type { DataLibraries } from "../source/parse-data.ts";
import type { TomlLibrary } from "../source/toml.ts";
import type { TomlWriter, YamlWriter } from "../source/write-data.ts";
import type { YamlLibrary } from "../source/yaml.ts";

/** The libraries that parse, and those that write. */
export interface HostLibraries extends DataLibraries {
  jsonc(): typeof Jsonc;
  toml(): TomlLibrary & TomlWriter;
  yaml(): YamlLibrary & YamlWriter;
}

const load = createRequire(import.meta.url);

/** The libraries; Node loads each once. */
export const dataLibraries: HostLibraries = {
  // The casts: `require` returns what the package exports, and the types say what that is.
  jsonc: () => load("jsonc-parser") as typeof Jsonc,
  toml: () => load("smol-toml") as typeof Toml,
  yaml: () => load("yaml") as typeof Yaml,
};
