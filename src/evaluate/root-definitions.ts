// The definitions of all modules, as they stand in the modules: what room 3 moves down.
import type { Definition, ModuleArgs, SettledDefinition } from "../model/definition.ts";
import type { ModuleRecord } from "../model/module.ts";
import { addAll } from "../kernel/add-all.ts";

/** Who knows the arguments of modules. */
export interface ArgsOwner {
  readonly args: ModuleArgs;
}

/** Who defines: modules, and what is given to a submodule. */
export interface Defining {
  readonly records: readonly ModuleRecord[];
  /** How many of them were given, and not imported. These come last. */
  readonly rootCount: number;
  /** The definitions of a submodule whose modules were collected for all instances; else they are modules themselves. */
  readonly given: readonly SettledDefinition[];
}

/** The definitions of all modules, in order. */
export function rootDefinitions({ records, rootCount, given }: Defining, owner: ArgsOwner): readonly Definition[] {
  const found: Definition[] = [];
  // What is given are further modules: in the reversed order they stand before those of the submodule itself.
  const before = records.length - rootCount;
  for (let at = 0; at < before; at += 1) addDefinitions(records[at], owner, found);
  for (let at = given.length - 1; at >= 0; at -= 1) addGiven(given[at], found);
  for (let at = before; at < records.length; at += 1) addDefinitions(records[at], owner, found);
  return found;
}

function addDefinitions(record: ModuleRecord | undefined, owner: ArgsOwner, found: Definition[]): void {
  if (record === undefined || record.config.length === 0) return;
  const { config, configArgs, origin, order } = record;
  const args = configArgs ?? owner.args;
  for (const value of config) found.push({ value, args, origin, conditions: null, priority: null, order });
}

function addGiven(definition: SettledDefinition | undefined, found: Definition[]): void {
  if (definition === undefined) return;
  const { value, args, origin, order } = definition;
  found.push({ value, args, origin, conditions: null, priority: null, order });
}

/** Of what definitions are made. */
type Source = ModuleRecord | SettledDefinition;

function definitionsIn(source: Source, owner: ArgsOwner): readonly Definition[] {
  const found: Definition[] = [];
  if ("config" in source) addDefinitions(source, owner, found);
  else addGiven(source, found);
  return found;
}

/** What one module defines, and what changes where another takes its place. */
export interface DefinitionChange {
  readonly removed: readonly Definition[];
  /** In the order in which they are among all. */
  readonly added: readonly Definition[];
  /** All that are there then. */
  readonly all: readonly Definition[];
  /** From now on it is so. */
  commit(): void;
}

/** The definitions of modules that may be replaced, in order. */
export class RootDefinitions {
  #sources: readonly Source[];
  readonly #owner: ArgsOwner;
  readonly #bySource = new Map<Source, readonly Definition[]>();

  constructor({ records, rootCount, given }: Defining, owner: ArgsOwner) {
    const before = records.length - rootCount;
    this.#sources = [...records.slice(0, before), ...given.toReversed(), ...records.slice(before)];
    this.#owner = owner;
  }

  /** All of them, made once: the same each time, until a module is replaced. */
  kept(): readonly Definition[] {
    for (const source of this.#sources) {
      if (!this.#bySource.has(source)) this.#bySource.set(source, definitionsIn(source, this.#owner));
    }
    return this.#sources.flatMap((source) => this.#bySource.get(source) ?? []);
  }

  /** What changes where modules stand in the places of others; null: one of these is not used. */
  plan(pairs: ReadonlyMap<ModuleRecord, ModuleRecord>): DefinitionChange | null {
    const bySource = new Map<Source, readonly Definition[]>();
    const removed: Definition[] = [];
    for (const [before, after] of pairs) {
      const known = this.#bySource.get(before);
      if (known === undefined) return null;
      addAll(removed, known);
      bySource.set(after, definitionsIn(after, this.#owner));
    }
    const sources = this.#sources.map((source) => ("config" in source ? (pairs.get(source) ?? source) : source));
    return {
      removed,
      added: sources.flatMap((source) => bySource.get(source) ?? []),
      all: sources.flatMap((source) => bySource.get(source) ?? this.#bySource.get(source) ?? []),
      commit: () => {
        for (const before of pairs.keys()) this.#bySource.delete(before);
        for (const [after, definitions] of bySource) this.#bySource.set(after, definitions);
        this.#sources = sources;
      },
    };
  }
}
