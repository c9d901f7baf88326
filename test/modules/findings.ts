// What an evaluation reports, as far as modules decide it.
import type { Evaluation } from "confix";

/** The messages of failed assertions, or of warnings. Fails if anything else is wrong with the configuration. */
export function findings(evaluation: Evaluation<unknown>, severity: "error" | "warning"): readonly string[] {
  const diagnostics = evaluation.diagnostics({ force: true });
  for (const { code } of diagnostics) {
    if (code !== "failed-assertion" && code !== "module-warning") throw new Error(`unexpected ${code}`);
  }
  return diagnostics.filter((each) => each.severity === severity).map(({ data }) => String(data["message"]));
}
