// `--set`: values given from outside as modules that win over every file.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { parsePath, showPath } from "../kernel/path.ts";
import type { ModuleObject } from "../model/module.ts";
import { joinSettings, type Setting, settingDefinition } from "../model/setting.ts";

/** A setting with its path as written; throws a ConfixError if that is no path. `flag` is how it was given. */
export function makeSetting(writtenPath: string, value: unknown, flag: string): Setting {
  const parsed = parsePath(writtenPath);
  if ("error" in parsed) {
    return fail(
      diagnostic("bad-set", {}, { flag, problem: `${parsed.error.message} (at character ${parsed.error.at + 1})` }),
    );
  }
  if (parsed.path.length === 0)
    return fail(diagnostic("bad-set", {}, { flag, problem: "the path of an option is missing" }));
  return { path: parsed.path, value };
}

/**
 * One module for each setting, named after the flag, of a priority that wins over every file. Of several for one path the
 * last wins; a setting below the path of an earlier one changes that one's value.
 */
export function settingModules(settings: readonly Setting[]): readonly ModuleObject[] {
  return joinSettings(settings).map((setting) => ({
    _file: `--set ${showPath(setting.path)}`,
    config: settingDefinition(setting),
  }));
}
