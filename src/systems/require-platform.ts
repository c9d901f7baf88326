// Refuses what is not an elaborated platform, where TypeScript could not.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";

/** Throws `system-wrong-kind` unless each of `values` is an elaborated platform. */
export function requirePlatforms(...values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value === "object" && value !== null && "parsed" in value && "gcc" in value) continue;
    const wanted = "an elaborated platform (`systems.elaborate(…)`)";
    fail(diagnostic("system-wrong-kind", {}, { found: describeValue(value), wanted }));
  }
}
