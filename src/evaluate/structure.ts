// Rooms 1 and 2 of one evaluation: its modules, and the tree of the options they declare.
import { isConfixError } from "../diagnostics/errors.ts";
import type { Machine, OptionSetNode } from "../model/machine.ts";
import type { ModuleGraphNode, ModuleRecord } from "../model/module.ts";
import { type Collected, collectModules, type Reloaded } from "./1-collect/collect.ts";
import type { CollectContext } from "./1-collect/load-module.ts";
import { optionRoot } from "./2-declare/expand.ts";
import type { FixpointInput } from "./fixpoint-input.ts";
import { internalModule } from "./internal-module.ts";
import type { Defining } from "./root-definitions.ts";
import type { Blueprint, Session } from "./session.ts";

/** The modules of an evaluation, and the tree of the options they declare. */
export interface Structure extends Defining {
  readonly root: OptionSetNode;
  /** Null: the modules were collected for another evaluation. */
  readonly collected: Collected | null;
}

/** That of an instance of a submodule of which the modules are known. */
export function structureOf({ shared, definitions }: NonNullable<FixpointInput["blueprint"]>): Structure {
  const { records, rootCount, root } = shared;
  return { records, rootCount, given: definitions, root, collected: null };
}

/** What hears of modules while they are collected: who reads `config` then reads something that is not there yet. */
export interface CollectListener {
  reset(): void;
  passModule<T>(module: T): T;
}

/** Finds the structure of one evaluation. */
export class StructureFinder {
  readonly #machine: Machine;
  readonly #session: Session;
  readonly #input: FixpointInput;

  constructor(machine: Machine, session: Session, input: FixpointInput) {
    this.#machine = machine;
    this.#session = session;
    this.#input = input;
  }

  /** Collects the modules. `listener` tells who listens by now; null: nobody does. */
  find(listener: () => CollectListener | null): Structure {
    listener()?.reset();
    const collected = this.#collect((...call) => {
      const module = this.#machine.structural(...call);
      return listener()?.passModule(module) ?? module;
    });
    this.#machine.scope.madeOf(collected.records.length);
    const records = this.#withSettings(collected);
    const root = optionRoot(records, this.#session.known);
    return { records, rootCount: collected.rootCount, given: noDefinitions, root, collected };
  }

  // Values given from outside are definitions of a module after all others that were given.
  #withSettings({ records, rootCount, has }: Collected): readonly ModuleRecord[] {
    const { replacements } = this.#session;
    if (replacements === null) return records;
    if (this.#input.name === null) return records.toSpliced(records.length - rootCount + 1, 0, replacements.settings);
    replacements.noteInside({ has });
    return records;
  }

  #collect(structural: Machine["structural"]): Collected {
    const replaced = this.#session.replacements?.modules ?? nothingReplaced;
    const context = this.#context(structural, replaced);
    return collectModules(this.#input.modules(), internalModule(this.#machine.prefix), context);
  }

  #context(structural: Machine["structural"], replaced: ReadonlyMap<unknown, unknown>): CollectContext {
    const { class: className, specialArgs } = this.#input;
    const { replacements } = this.#session;
    const modulesPath = specialArgs["modulesPath"];
    return {
      args: () => this.#machine.args,
      prefix: this.#machine.prefix,
      loader: this.#session.loader,
      class: className,
      modulesPath: typeof modulesPath === "string" ? modulesPath : null,
      structural,
      replacementOf: (module) => {
        replacements?.note(module);
        return replaced.get(module);
      },
      // What stands for other modules is met in their places: nobody else may take it for them.
      known: replacements === null ? (this.#session.known?.records ?? null) : null,
    };
  }

  /** A module of this structure as it is where `replaced` are in the places of others; null: it is none of them. */
  reload({ collected }: Structure, module: unknown, replaced: ReadonlyMap<unknown, unknown>): Reloaded | null {
    return (
      collected?.reload(
        module,
        this.#context((...call) => this.#machine.structural(...call), replaced),
      ) ?? null
    );
  }

  /** What can be shared with other evaluations of the same modules, or null if functions would have to be called for it. */
  blueprint(): Blueprint | null {
    const needsCall = new Error("a function stands for a module");
    try {
      const collected = this.#collect(() => {
        throw needsCall;
      });
      const { records, rootCount, isStatic } = collected;
      this.#session.replacements?.noteInside(collected);
      return isStatic ? { records, rootCount, root: optionRoot(records, null) } : null;
    } catch (error) {
      // What is wrong with the modules is found again, and said, where they are used.
      if (error === needsCall || isConfixError(error)) return null;
      throw error;
    }
  }

  /** Who imports whom. */
  graph({ collected }: Structure): readonly ModuleGraphNode[] {
    return (collected ?? this.#collect((...call) => this.#machine.structural(...call))).graph();
  }
}

const noDefinitions: readonly never[] = [];
const nothingReplaced: ReadonlyMap<unknown, unknown> = new Map();
