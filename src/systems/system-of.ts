// Finds the parsed system in whatever form a caller has one.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { parse } from "./parse.ts";
import type { ParsedSystem } from "./parsed-system.ts";

/** A system string, what `parse` returns, or an elaborated platform. */
export type SystemLike = string | ParsedSystem | { readonly parsed: ParsedSystem };

/** The parsed system in it. Throws what `parse` throws for a string, `system-wrong-kind` for anything else. */
export function systemOf(system: SystemLike): ParsedSystem {
  if (typeof system === "string") return parse(system);
  if (typeof system === "object" && system !== null) {
    if ("parsed" in system) return system.parsed;
    if ("kernel" in system) return system;
  }
  const wanted = "a system string, a parsed system or an elaborated platform";
  return fail(diagnostic("system-wrong-kind", {}, { found: describeValue(system), wanted }));
}
