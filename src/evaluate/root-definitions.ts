// The definitions of all modules, as they stand in the modules: what room 3 moves down.
import type { Definition, ModuleArgs } from "../model/definition.ts";
import type { ModuleRecord } from "../model/module.ts";

/** What one module defines, and what changes where another takes its place. */
export interface DefinitionChange {
  readonly removed: readonly Definition[];
  readonly added: readonly Definition[];
  /** All that are there then. */
  readonly all: readonly Definition[];
  /** From now on it is so. */
  commit(): void;
}

/** The definitions of modules, in order. */
export class RootDefinitions {
  #records: readonly ModuleRecord[];
  readonly #args: () => ModuleArgs;
  /** By module; only filled where modules are to be replaced. */
  readonly #byRecord = new Map<ModuleRecord, readonly Definition[]>();

  constructor(records: readonly ModuleRecord[], args: () => ModuleArgs) {
    this.#records = records;
    this.#args = args;
  }

  /** All of them. */
  all(): readonly Definition[] {
    return this.#records.flatMap((record) => this.#byRecord.get(record) ?? this.#definitionsOf(record));
  }

  /** All of them, made once: the same each time, until a module is replaced. */
  kept(): readonly Definition[] {
    for (const record of this.#records) {
      if (!this.#byRecord.has(record)) this.#byRecord.set(record, this.#definitionsOf(record));
    }
    return this.all();
  }

  /** What changes where modules stand in the places of others; null: one of these is not used. */
  plan(pairs: ReadonlyMap<ModuleRecord, ModuleRecord>): DefinitionChange | null {
    const byRecord = new Map<ModuleRecord, readonly Definition[]>();
    const removed: Definition[] = [];
    for (const [before, after] of pairs) {
      const known = this.#byRecord.get(before);
      if (known === undefined) return null;
      removed.push(...known);
      byRecord.set(after, this.#definitionsOf(after));
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

  #definitionsOf({ config, configArgs, origin, order }: ModuleRecord): readonly Definition[] {
    const args = configArgs ?? this.#args();
    return config.map((value) => ({ value, args, origin, conditions: null, priority: null, order }));
  }
}
