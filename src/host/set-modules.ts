// `--set`: values given from outside as modules that win over every file.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { isWithin, parsePath, type Path, showPath } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { ModuleObject } from "../model/module.ts";
import { makeOverride, priorities } from "../model/property.ts";

/** One value given from outside. */
export interface Setting {
  readonly path: Path;
  readonly value: unknown;
}

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
  let kept: readonly Setting[] = [];
  for (const setting of settings) kept = addSetting(kept, setting);
  return kept.map(({ path, value }) => ({
    _file: `--set ${showPath(path)}`,
    config: nest(path, makeOverride(priorities.vm, value)),
  }));
}

function addSetting(kept: readonly Setting[], added: Setting): readonly Setting[] {
  const others = kept.filter(({ path }) => !isWithin(path, added.path));
  const outer = others.find(({ path }) => isWithin(added.path, path));
  if (outer === undefined) return [...others, added];
  const value = replaceAt(outer.value, added.path.slice(outer.path.length), added.value);
  return others.map((each) => (each === outer ? { path: outer.path, value } : each));
}

function replaceAt(value: unknown, [name, ...rest]: Path, replacement: unknown): unknown {
  if (name === undefined) return replacement;
  const copy: Record<string, unknown> = Object.assign(Object.create(null), isPlainObject(value) ? value : {});
  copy[name] = replaceAt(copy[name], rest, replacement);
  return copy;
}

function nest(path: Path, value: unknown): unknown {
  let nested = value;
  for (const name of path.toReversed()) {
    const level: Record<string, unknown> = Object.create(null);
    level[name] = nested;
    nested = level;
  }
  return nested;
}
