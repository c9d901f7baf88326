// What the rest of Confix may take from the linter.
export { importEdits, type Mending } from "./fix.ts";
export { lint, type LintRequest } from "./lint.ts";
export type { Preset, RuleId } from "./rule.ts";
export { evaluatedRules } from "./evaluated-rules.ts";
export { rules } from "./rules.ts";
export type { LintFinding } from "./finding.ts";
export { lintModules } from "./run.ts";
export { type Level, Levels, presets, ruleIds } from "./settings.ts";
export type { SourceReader } from "./source-reader.ts";
