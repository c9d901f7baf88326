// Catches what the system functions report, for tests to look at.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { isConfixError } from "../../src/diagnostics/errors.ts";

/** The only diagnostic that a function fails with. */
export function errorOf(run: () => unknown): Diagnostic {
  try {
    run();
  } catch (error) {
    const [diagnostic, ...others] = isConfixError(error) ? error.diagnostics : [];
    if (diagnostic !== undefined && others.length === 0) return diagnostic;
    throw error;
  }
  throw new Error("nothing was thrown");
}
