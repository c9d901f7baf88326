// Parses scripts, as far as they can be parsed without harm.
import type * as Oxc from "oxc-parser";
import type { ParseResult, Program } from "oxc-parser";
import { isDeep } from "./is-deep.ts";

/** What this folder needs of `oxc-parser`. Lent, so that whoever asks for places decides when the library is loaded. */
export type ScriptParser = Pick<typeof Oxc, "parseSync">;

/** A script to be parsed. */
export interface ScriptText {
  /** Its path, or another name; the extension tells the language: `.ts`, `.mts`, `.cts`, else JavaScript. */
  readonly file: string;
  readonly text: string;
}

/** Whether a script is written in TypeScript: by its name. */
export function isTypeScript(file: string): boolean {
  return /\.[mc]?ts$/.test(file);
}

/**
 * The syntax tree of a script; null: it has syntax errors, or is nested too deeply. `isThorough`: errors are also what only shows
 * once all is read, such as two declarations of one name. Default: false.
 */
export function parseProgram(parser: ScriptParser, script: ScriptText, isThorough = false): Program | null {
  return parseText(parser, script, isThorough)?.program ?? null;
}

/** The same, and what the script imports and exports. */
export function parseText(
  parser: ScriptParser,
  { file, text }: ScriptText,
  isThorough = false,
): Pick<ParseResult, "program" | "module"> | null {
  if (isDeep(text)) return null;
  const lang = isTypeScript(file) ? "ts" : "js";
  const sourceType = /\.c[jt]s$/.test(file) ? "commonjs" : "module";
  const result = parser.parseSync(file, text, { lang, sourceType, showSemanticErrors: isThorough });
  return result.errors.some(({ severity }) => severity === "Error") ? null : result;
}
