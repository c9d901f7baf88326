// Which modules of a second load take the places of which of the first.
import { isPlainObject } from "../kernel/plain.ts";
import { moduleBrand } from "../model/brands.ts";
import { isDefinedModule } from "../model/module.ts";

/** Modules, each with the one that takes its place. */
export type ModulePairs = readonly (readonly [old: unknown, fresh: unknown])[];

/** What was not loaded anew. */
export interface Kept {
  readonly modules: Iterable<unknown>;
  /** What scripts export, each export for itself. */
  readonly exports: Iterable<unknown>;
}

/**
 * The pairs of modules that were loaded anew, of which `loaded` are those with a file of their own, and of those that they
 * import by value: the import at a place of a list takes the place of that which stood there. Null: it cannot be told,
 * since one of the modules stands for others as well.
 */
export function pairModules(loaded: ModulePairs, kept: Kept): ModulePairs | null {
  const pairs = new Map<unknown, unknown>();
  for (const [old, fresh] of loaded) if (!addPair(old, fresh, pairs)) return null;
  const [olds, news] = [new Set(pairs.keys()), new Set(pairs.values())];
  if (news.size < olds.size) return null;
  // Whoever has one of them without having been loaded anew means that very one.
  for (const module of modulesIn(kept)) if (olds.has(module) || news.has(module)) return null;
  return [...pairs];
}

function addPair(old: unknown, fresh: unknown, pairs: Map<unknown, unknown>): boolean {
  if (Object.is(old, fresh)) return true;
  if (pairs.has(old)) return pairs.get(old) === fresh;
  pairs.set(old, fresh);
  const [before, after] = [importsOf(old), importsOf(fresh)];
  // Where imports are added or taken away, everything is evaluated anew.
  if (before.length !== after.length) return true;
  return before.every((item, at) => {
    const other = after[at];
    const areModules = [item, other].every((each) => isModuleValue(each) && !isNamed(each));
    return !areModules || addPair(item, other, pairs);
  });
}

/** Everything that may be a module among what was not loaded anew. */
function modulesIn({ modules, exports }: Kept): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  const add = (value: unknown): void => {
    if (!isModuleValue(value) || found.has(value)) return;
    found.add(value);
    for (const imported of importsOf(value)) add(imported);
  };
  for (const module of modules) add(module);
  for (const exported of exports) {
    add(exported);
    // Modules may be exported as members of lists and sets.
    for (const member of membersOf(exported)) add(member);
  }
  return found;
}

function isModuleValue(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

// `{ path, priority }` names a file, and is no module.
function isNamed(value: object): boolean {
  return isPlainObject(value) && Object.keys(value).length === 2 && "path" in value && "priority" in value;
}

function importsOf(module: unknown): readonly unknown[] {
  try {
    const imports = isDefinedModule(module) ? module[moduleBrand].imports : isPlainObject(module) && module["imports"];
    return Array.isArray(imports) ? imports : [];
  } catch {
    return []; // What throws when it is read, the evaluator reads again, and says whose fault it is.
  }
}

// Runs no code: what is computed when it is read is another object each time.
function membersOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isPlainObject(value)) return [];
  return Object.values(Object.getOwnPropertyDescriptors(value)).map((member) => member.value as unknown);
}
