// What is said of a file that does not exist.
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import type { Origin } from "../kernel/origin.ts";

/** The diagnostic for a file that is missing. `from` is who named it. */
export function missingFile(file: string, from: string | null, origin: Origin | null = null): Diagnostic {
  const near = nearestName(basename(file), namesIn(dirname(file)));
  const suggestions = near === null ? [] : [join(dirname(file), near)];
  return diagnostic("file-not-found", origin === null ? {} : { origin }, { file, from, suggestions });
}

// Where reading is forbidden, or there is no such folder, nothing is near.
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
