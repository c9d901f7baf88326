// How the linter gets at the text of modules: a host lends it, so that linting itself touches no disk.
import type { ScriptSource } from "../source/script-source.ts";

/** Lends the linter the source of modules. Without one, findings name files, and neither lines nor suppressions are known. */
export interface SourceReader {
  /** The source of a script, the same object each time; null: it is none, or cannot be read or parsed. Never throws. */
  script(file: string): ScriptSource | null;
}
