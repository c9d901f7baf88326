// Lints the modules of a case that was written for something else.
import { type AnyModule, isConfixError, lint, type LintRequest, renderText } from "confix";

/**
 * Lints modules, whatever they are. Those that cannot be collected are refused with a message; all others are judged. Fails
 * if the linter does neither.
 */
export function lintCase(modules: readonly unknown[], request: LintRequest = {}): void {
  try {
    // The cast: cases may be what TypeScript would refuse.
    for (const found of lint(modules as readonly AnyModule[], request)) renderText(found);
  } catch (error) {
    if (!isConfixError(error)) throw error;
  }
}
