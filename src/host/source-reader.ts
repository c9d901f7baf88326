// Lends the text of scripts, parsed, to those who ask what is written where.
import { type ScriptSource, scriptSource } from "../source/script-source.ts";
import { importedScript, scriptParser, scriptText } from "./script-text.ts";

/** Reads scripts, each once. */
export class SourceFiles {
  readonly #sources = new Map<string, ScriptSource | null>();

  /** The source of a script by absolute path; null: it is none, or cannot be read or parsed. */
  readonly script = (file: string): ScriptSource | null => {
    let source = this.#sources.get(file);
    if (source === undefined) {
      source = readSource(file);
      this.#sources.set(file, source);
    }
    return source;
  };
}

function readSource(file: string): ScriptSource | null {
  try {
    const script = scriptText(file);
    return script === null ? null : scriptSource(scriptParser(), script, { imported: importedScript });
  } catch {
    return null; // It could be loaded; whatever is wrong with it now, its places are not known.
  }
}
