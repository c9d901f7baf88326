// Finds out, after a restricted run, which errors of modules come from something that was not allowed.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isConfixError } from "../../diagnostics/errors.ts";
import { accessDenied, describeDenied, isRestricted } from "../../host/access.ts";
import { userFrame } from "../../host/user-frame.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { Path } from "../../kernel/path.ts";

/**
 * Replaces the errors of user code that tried what is not allowed by diagnostics that say what it was. What was thrown is
 * not in a diagnostic, but reading the same value again throws the same error, and its cause is what was thrown.
 */
export function explainDenials(evaluation: Evaluation, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!isRestricted()) return diagnostics;
  return diagnostics.map((each) => {
    if (each.code !== "value-threw" && each.code !== "module-threw") return each;
    const cause = causeAt(evaluation, each.path ?? []);
    const denied = accessDenied(cause);
    if (denied === null) return each;
    const origin = userFrame(cause) ?? each.origin;
    return { ...describeDenied(denied, origin), path: each.path, origin };
  });
}

function causeAt(evaluation: Evaluation, path: Path): unknown {
  try {
    let value: unknown = evaluation.config;
    for (const name of path) value = (value as Readonly<Record<string, unknown>>)[name]; // What is no set throws below.
    return null;
  } catch (error) {
    return isConfixError(error) ? error.cause : null;
  }
}
