// Which rules are on, and how bad what they find is.
import type { Severity } from "../diagnostics/severity.ts";
import { lintEntries } from "../diagnostics/catalog/lint.ts";
import type { Found, Preset, RuleId } from "./rule.ts";
import { rules } from "./rules.ts";

/** How bad what a rule finds is: not looked for, a warning, an error. */
export type Level = "off" | "warn" | "error";

/** The presets by name. */
export const presets: readonly Preset[] = ["founding", "recommended"];

/** The ids of all rules: about declarations, about definitions, and of the linter itself. */
export const ruleIds: readonly RuleId[] = Object.keys(lintEntries) as RuleId[]; // The cast: TypeScript forgets names that are listed.

/** The levels of a run. */
export class Levels {
  readonly preset: Preset;
  readonly #given: ReadonlyMap<string, Level>;

  constructor(preset: Preset, given: Readonly<Record<string, Level>>) {
    this.preset = preset;
    this.#given = new Map(Object.entries(given));
  }

  /** Whether a rule is on. */
  isOn(id: RuleId): boolean {
    return this.of(id) !== "off";
  }

  /** The level of a rule. */
  of(id: RuleId): Level {
    return this.#given.get(id) ?? this.#ofPreset(id);
  }

  /** How bad a finding of a rule that is on is. A level that somebody gave by name holds for all that the rule finds. */
  severity(id: RuleId, { isAdvice = false }: Pick<Found<RuleId>, "isAdvice">): Severity {
    const given = this.#given.get(id);
    if (given !== undefined) return given === "error" ? "error" : "warning";
    return isAdvice ? "warning" : lintEntries[id].severity;
  }

  #ofPreset(id: RuleId): Level {
    const level = lintEntries[id].severity === "error" ? "error" : "warn";
    if (this.preset === "recommended" || id.startsWith("lint/")) return level;
    return rules.some((rule) => rule.id === id && rule.isFounding) ? level : "off";
  }
}
