// Tells of definitions that cannot stand beside each other how strong they are: what makes one win depends on it.
import { comparePaths, type Path } from "../kernel/path.ts";
import { forced } from "./catalog/values.ts";
import type { DiagnosticCode } from "./catalog.ts";
import { type ConfixError, withDiagnostics } from "./errors.ts";

const plain = 100;

const ranked: ReadonlySet<DiagnosticCode> = new Set([
  "conflict",
  "different-kinds",
  "different-tags",
  "not-unique",
  "null-and-value",
]);

/** The error with the priority of the definitions at a path. The same error if they are plain. */
export function withPriority(error: ConfixError, path: Path, priority: number): ConfixError {
  if (priority === plain || !error.diagnostics.some(({ code }) => ranked.has(code))) return error;
  const diagnostics = error.diagnostics.map((each) => {
    if (!ranked.has(each.code) || each.path === null || comparePaths(each.path, path) !== 0) return each;
    // Forcing one more time makes none of them stronger.
    const edit = priority > forced ? each.edit : null;
    return Object.freeze({ ...each, edit, data: { ...each.data, priority } });
  });
  return withDiagnostics(error, diagnostics);
}
