// Reads scripts, and loads their parser, when a place in one is asked for.
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, isAbsolute } from "node:path";
import type * as MagicStringPackage from "magic-string";
import type { ScriptParser, ScriptText } from "../source/script/index.ts";
import type { TraceLibraries } from "../source/trace/instrument.ts";
import { kindOfFile } from "./module-kind.ts";
import { resolvePath, shippedPrefix } from "./resolve-path.ts";

const load = createRequire(import.meta.url);

/** The parser; Node loads it once. It is a native library, and places are rarely asked for. */
export function scriptParser(): ScriptParser {
  return load("oxc-parser") as ScriptParser; // The cast: `require` returns what the package exports.
}

/** What prepares scripts; loaded as the parser is. */
export function traceLibraries(): TraceLibraries {
  const { MagicString } = load("magic-string") as typeof MagicStringPackage; // The cast: as above.
  return { parser: scriptParser(), Editor: MagicString };
}

/**
 * The text of a script by absolute path, with its byte order mark if it has one; null: it is none, or cannot be read. It
 * could be loaded: whatever is wrong with it now, its places are not known.
 */
export function scriptText(file: string): ScriptText | null {
  if (!isAbsolute(file)) return null;
  try {
    if (kindOfFile(file, null) !== "script") return null;
    return { file, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file)) };
  } catch {
    return null;
  }
}

/** The script that an import in another one names, or null. TypeScript also lets it name the file it will be compiled to. */
export function importedScript(specifier: string, from: string): ScriptText | null {
  if (!/^(?:\.{0,2}\/|file:)/.test(specifier) && !specifier.startsWith(shippedPrefix)) return null;
  const named = resolvePath(specifier, from, "/");
  const candidates = [named, named.replace(/\.([mc]?)js$/, ".$1ts")];
  if (extname(named) === "") candidates.push(`${named}.ts`, `${named}.js`);
  const written = candidates.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  return written === undefined ? null : scriptText(written);
}
