// Puts other modules in the places of some of an evaluation's.
import { isConfixError } from "../diagnostics/errors.ts";
import type { Machine } from "../model/machine.ts";
import type { ModuleRecord } from "../model/module.ts";
import { isSameWritten } from "../model/same-definition.ts";
import type { Reloaded } from "./1-collect/collect.ts";
import { ChangePlan } from "./6-assemble/change-plan.ts";
import type { Level } from "./6-assemble/level.ts";
import type { Replacements } from "./replacements.ts";
import type { RootDefinitions } from "./root-definitions.ts";

/** Modules, and those that take their places; and what then stands for what altogether. */
export interface UpdateRequest {
  readonly old: readonly unknown[];
  readonly next: Replacements;
}

/** What is known of an evaluation that is to be updated. */
export interface Known {
  readonly root: Level;
  /** Null: nobody has asked for any. */
  readonly definitions: RootDefinitions | null;
  /** Null: it was not begun to be updated. */
  readonly replacements: Replacements | null;
  /** A module as it is where others are in the places of some; null: it is none of this evaluation's. */
  reload(module: unknown, replaced: ReadonlyMap<unknown, unknown>): Reloaded | null;
}

/** What an update came to: made, with or without consequences for names that nobody declares; or impossible. */
export type Updated = { readonly changesUndeclared: boolean } | null;

/**
 * Changes an evaluation. Null: it is not possible, because more than definitions and declarations differs (imports, names
 * of options, what is disabled), or something is wrong; the modules have to be evaluated anew then.
 */
export function updateKnown(machine: Machine, { old, next }: UpdateRequest, known: Known): Updated {
  const { root, definitions, replacements } = known;
  const { memory } = machine.scope.run;
  if (definitions === null || memory === null || replacements === null) return null;
  if (old.some((module) => replacements.isKnownInside(module))) return null;
  try {
    const reloaded = old.map((module) => known.reload(module, next.modules));
    const modules = reloaded.filter((each) => each !== null);
    if (modules.length < old.length || !modules.every((each) => isSameStructure(each, next.modules))) return null;
    if (haveOneInCommon(modules)) return null;
    const pairs = new Map<ModuleRecord, ModuleRecord>(modules.map(({ before, after }) => [before, after]));
    pairs.set(replacements.settings, next.settings);
    const change = definitions.plan(pairs);
    if (change === null) return null;
    const plan = new ChangePlan(machine, memory);
    if (!modules.every((each) => plan.declarations(root, each))) return null;
    plan.definitions(root, change);
    memory.begin();
    plan.commit();
    change.commit();
    for (const each of modules) each.commit();
    replacements.become(next);
    return { changesUndeclared: plan.changesUndeclared };
  } catch (error) {
    // What is wrong is found again, and said, when everything is evaluated anew.
    if (isConfixError(error)) return null;
    throw error;
  }
}

// Whether the same module takes the places of two others: there, it counts once.
function haveOneInCommon(modules: readonly Reloaded[]): boolean {
  const places = new Map<unknown, ModuleRecord>();
  for (const { identities, before } of modules) {
    for (const identity of identities) {
      if ((places.get(identity) ?? before) !== before) return true;
      places.set(identity, before);
    }
  }
  return false;
}

// Whether modules import and disable the same.
function isSameStructure({ before, after }: Reloaded, replaced: ReadonlyMap<unknown, unknown>): boolean {
  const asReplaced = (module: unknown): unknown => replaced.get(module) ?? module;
  const isSameModule = (module: unknown, at: number): boolean =>
    asReplaced(module) === asReplaced(after.imports[at]) || isSameWritten(module, after.imports[at]);
  return (
    before.key === after.key &&
    before.file === after.file &&
    before.class === after.class &&
    before.imports.length === after.imports.length &&
    before.imports.every(isSameModule) &&
    isSameWritten(before.disabledModules, after.disabledModules)
  );
}
