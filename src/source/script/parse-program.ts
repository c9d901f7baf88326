// Parses scripts, as far as they can be parsed without harm.
import type * as Oxc from "oxc-parser";
import type { Program } from "oxc-parser";

/** What this folder needs of `oxc-parser`. Lent, so that whoever asks for places decides when the library is loaded. */
export type ScriptParser = Pick<typeof Oxc, "parseSync">;

/** A script to be parsed. */
export interface ScriptText {
  /** Its path, or another name; the extension tells the language: `.ts`, `.mts`, `.cts`, else JavaScript. */
  readonly file: string;
  readonly text: string;
}

/** The syntax tree of a script; null: it has syntax errors, or is nested too deeply. */
export function parseProgram(parser: ScriptParser, { file, text }: ScriptText): Program | null {
  if (isDeep(text)) return null;
  const lang = /\.[mc]?ts$/.test(file) ? "ts" : "js";
  const sourceType = /\.c[jt]s$/.test(file) ? "commonjs" : "module";
  const { program, errors } = parser.parseSync(file, text, { lang, sourceType });
  return errors.some(({ severity }) => severity === "Error") ? null : program;
}

const maximumDepth = 1000;

/**
 * Whether a text is nested too deeply to be parsed: the parser is native code, which ends the process when it runs out of
 * stack. Brackets in strings and comments are counted as well: that takes at most a file for deep that is not.
 */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const { 0: bracket } of text.matchAll(/[()[\]{}]/g)) {
    if (bracket === "(" || bracket === "[" || bracket === "{") depth += 1;
    else depth -= 1;
    if (depth > maximumDepth) return true;
  }
  return false;
}
