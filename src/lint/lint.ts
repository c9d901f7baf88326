// lint: judges the declarations of modules, for programs.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import { describeValue } from "../kernel/describe-value.ts";
import type { ModuleLoader } from "../model/module.ts";
import type { AnyModule } from "../model/typed.ts";
import type { Preset } from "./rule.ts";
import { lintModules } from "./run.ts";
import { type Level, Levels, presets, ruleIds } from "./settings.ts";
import type { SourceReader } from "./source-reader.ts";

/** What `lint` takes besides modules. */
export interface LintRequest {
  /** The rules to start from: `founding` is the first four to the letter. Default `recommended`, which is all of them. */
  readonly preset?: Preset;
  /** Single rules by id, over what the preset says. Default none. */
  readonly rules?: Readonly<Record<string, Level>>;
  /** Lends the source of modules, for lines and columns, suppressions and edits. Default: findings name files only. */
  readonly reader?: SourceReader;
  /** Whether to compute the configuration as well, for the rules that need its values. Default false. */
  readonly evaluate?: boolean;
  /** Arguments for modules, as for `evalModules`. Default none. */
  readonly specialArgs?: Readonly<Record<string, unknown>>;
  /** Loads modules that are named by path, as for `evalModules`. Default: naming one is an error. */
  readonly loader?: ModuleLoader;
}

/**
 * Judges what modules declare, without computing values: a default that throws does not stop it. Returns what is found,
 * by file and line; `code` is the id of the rule. Throws a ConfixError for a rule or preset that does not exist, and if
 * the modules cannot be collected.
 */
export function lint(modules: readonly AnyModule[], request: LintRequest = {}): Diagnostic[] {
  const { preset = "recommended", rules = {}, reader = null, evaluate = false, specialArgs, loader } = request;
  checkName("preset", preset, presets);
  for (const [id, level] of Object.entries(rules)) {
    checkName("rules", id, ruleIds);
    checkName(`rules.${id}`, level, ["off", "warn", "error"]);
  }
  const args = { modules, ...(specialArgs !== undefined && { specialArgs }), ...(loader !== undefined && { loader }) };
  return lintModules(args, { levels: new Levels(preset, rules), reader, evaluates: evaluate }).map(
    (finding) => finding.diagnostic,
  );
}

function checkName(argument: string, given: unknown, known: readonly string[]): void {
  if (known.some((name) => name === given)) return;
  const shown = typeof given === "string" ? `\`${given}\`` : describeValue(given);
  const near = typeof given === "string" ? nearestName(given, known) : null;
  const problem = `has no ${shown}`;
  fail(diagnostic("bad-argument", {}, { call: "lint", argument, problem, suggestions: near === null ? [] : [near] }));
}
