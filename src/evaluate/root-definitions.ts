// The definitions of all modules, as they stand in the modules: what room 3 moves down.
import type { Definition, ModuleArgs } from "../model/definition.ts";
import type { ModuleRecord } from "../model/module.ts";

/** Who knows the arguments of modules. */
export interface ArgsOwner {
  readonly args: ModuleArgs;
}

/** The definitions of one module. */
export function definitionsIn(
  { config, configArgs, origin, order }: ModuleRecord,
  owner: ArgsOwner,
): readonly Definition[] {
  if (config.length === 0) return none;
  const args = configArgs ?? owner.args;
  const definitions: Definition[] = [];
  for (const value of config) definitions.push({ value, args, origin, conditions: null, priority: null, order });
  return definitions;
}

const none: readonly never[] = [];

/** What one module defines, and what changes where another takes its place. */
export interface DefinitionChange {
  readonly removed: readonly Definition[];
  readonly added: readonly Definition[];
  /** All that are there then. */
  readonly all: readonly Definition[];
  /** From now on it is so. */
  commit(): void;
}

/** The definitions of modules that may be replaced, in order. */
export class RootDefinitions {
  #records: readonly ModuleRecord[];
  readonly #owner: ArgsOwner;
  /** By module. */
  readonly #byRecord = new Map<ModuleRecord, readonly Definition[]>();

  constructor(records: readonly ModuleRecord[], owner: ArgsOwner) {
    this.#records = records;
    this.#owner = owner;
  }

  /** All of them, made once: the same each time, until a module is replaced. */
  kept(): readonly Definition[] {
    for (const record of this.#records) {
      if (!this.#byRecord.has(record)) this.#byRecord.set(record, definitionsIn(record, this.#owner));
    }
    return this.#records.flatMap((record) => this.#byRecord.get(record) ?? []);
  }

  /** What changes where modules stand in the places of others; null: one of these is not used. */
  plan(pairs: ReadonlyMap<ModuleRecord, ModuleRecord>): DefinitionChange | null {
    const byRecord = new Map<ModuleRecord, readonly Definition[]>();
    const removed: Definition[] = [];
    for (const [before, after] of pairs) {
      const known = this.#byRecord.get(before);
      if (known === undefined) return null;
      removed.push(...known);
      byRecord.set(after, definitionsIn(after, this.#owner));
    }
    const records = this.#records.map((record) => pairs.get(record) ?? record);
    return {
      removed,
      added: [...byRecord.values()].flat(),
      all: records.flatMap((record) => byRecord.get(record) ?? this.#byRecord.get(record) ?? []),
      commit: () => {
        for (const before of pairs.keys()) this.#byRecord.delete(before);
        for (const [after, definitions] of byRecord) this.#byRecord.set(after, definitions);
        this.#records = records;
      },
    };
  }
}
