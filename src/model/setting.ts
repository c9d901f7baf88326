// Values that are given from outside, for options by their paths, and win over every module.
import { isWithin, type Path } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { makeOverride, priorities } from "./property.ts";

/** One value given from outside. */
export interface Setting {
  readonly path: Path;
  readonly value: unknown;
}

/** Of several for one path the last wins; a setting below the path of an earlier one changes that one's value. */
export function joinSettings(settings: readonly Setting[]): readonly Setting[] {
  let kept: readonly Setting[] = [];
  for (const setting of settings) kept = addSetting(kept, setting);
  return kept;
}

/** The definitions of a module that gives the value, with a priority that wins over every file. */
export function settingDefinition({ path, value }: Setting): unknown {
  return nest(path, makeOverride(priorities.vm, value));
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
