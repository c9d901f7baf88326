// What a run of the linter takes and gives.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Mending } from "./fix.ts";
import type { Levels } from "./settings.ts";
import type { SourceReader } from "./source-reader.ts";

/** What was found, and what would mend it; null: nothing does by itself. */
export interface LintFinding {
  readonly diagnostic: Diagnostic;
  readonly mending: Mending | null;
}

/** What a run needs besides the modules. */
export interface LintRun {
  readonly levels: Levels;
  /** Null: places are only those that modules know themselves. */
  readonly reader: SourceReader | null;
  /** Whether to compute the configuration as well, and run the rules that need its values. */
  readonly evaluates: boolean;
}
