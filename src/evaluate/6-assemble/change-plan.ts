// Room 6: what becomes of the levels and options of an evaluation when other modules stand in the places of some.
import type { Memory } from "../../kernel/memory.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import type { Definition } from "../../model/definition.ts";
import { isLazy } from "../../model/force.ts";
import type { Machine, OptionNode, OptionSetNode, OptionSource, OptionTreeNode } from "../../model/machine.ts";
import type { ModuleRecord } from "../../model/module.ts";
import { isOption } from "../../model/option.ts";
import { isSameDefinition, isSameWritten } from "../../model/same-definition.ts";
import { Level } from "./level.ts";

/** Definitions of a set of options: those that go, those that come, and all that are there then, in order. */
export interface SetChange {
  readonly removed: readonly Definition[];
  readonly added: readonly Definition[];
  readonly all: readonly Definition[];
}

/** A module, and the one that takes its place. */
export interface ModuleChange {
  readonly before: ModuleRecord;
  readonly after: ModuleRecord;
}

/**
 * The changes of an evaluation, all found before the first is made: what fails on the way leaves it as it was. Nothing is
 * computed; options whose declarations or definitions are other ones are told so.
 */
export class ChangePlan {
  readonly #machine: Machine;
  readonly #memory: Memory;
  readonly #steps: (() => void)[] = [];
  #changesUndeclared = false;

  constructor(machine: Machine, memory: Memory) {
    this.#machine = machine;
    this.#memory = memory;
  }

  /** Whether definitions change of names that no module declares, as far as anybody knows. */
  get changesUndeclared(): boolean {
    return this.#changesUndeclared;
  }

  /** Makes the changes. */
  commit(): void {
    for (const step of this.#steps) step();
  }

  /**
   * Puts the options that one module declares in the place of another's. Returns whether that is possible: only if both
   * declare the same names, for whoever has read the names here has not been noted.
   */
  declarations(level: Level, change: ModuleChange): boolean {
    const { options } = change.before;
    if (options === undefined && change.after.options === undefined) return true;
    return this.#declarations(level.node, level, change, options, change.after.options);
  }

  #declarations(node: OptionSetNode, level: Level | null, change: ModuleChange, old: unknown, fresh: unknown): boolean {
    if (isLazy(old) || isLazy(fresh) || !isPlainObject(old) || !isPlainObject(fresh)) return false;
    const names = namesIn(old);
    if (names.join("\0") !== namesIn(fresh).join("\0")) return false;
    this.#steps.push(() => {
      node.sources = node.sources.map((source) => changedSource(source, change, old, fresh));
    });
    const known = level?.known();
    const declared = known?.declared ?? node.children;
    // Where nobody knows yet what is declared, whoever asks finds what is new.
    if (declared === null) return true;
    return names.every((name) => {
      const child = declared.get(name);
      const [before, after] = [old[name], fresh[name]];
      if (child === undefined || isOption(before) !== isOption(after)) return false;
      const made = known?.made.get(name);
      if (child.kind === "set") {
        return this.#declarations(child, made instanceof Level ? made : null, change, before, after);
      }
      const sources = child.declarations.map(sourceOf).map((source) => changedSource(source, change, before, after));
      const declaredAgain = this.#machine.redeclare(node, name, sources);
      this.#steps.push(() => {
        replaceChild(declared, name, declaredAgain);
        if (node.children !== null) replaceChild(node.children, name, declaredAgain);
        if (made !== undefined && !(made instanceof Level)) made.redeclare(declaredAgain, isSameWritten(before, after));
      });
      return true;
    });
  }

  /** Changes the definitions that reach a level. Throws if those that come are none. */
  definitions(level: Level, { removed, added, all }: SetChange): void {
    const { declared, pushed, made } = level.known();
    // Where nobody has moved definitions down yet, whoever does finds what is new.
    if (pushed === null) return;
    const gone = this.#machine.push(removed, level.path);
    const fresh = this.#machine.push(added, level.path);
    const wholes = new Set<object>(removed);
    let ranks: ReadonlyMap<object | null, number> | null = null;
    const rankOf = (definition: Definition): number => {
      ranks ??= new Map(all.map((each, at) => [each, at]));
      return ranks.get(this.#memory.wholeOf(definition)) ?? 0;
    };
    for (const name of new Set([...gone.keys(), ...fresh.keys()])) {
      const [before, come] = [pushed.get(name) ?? [], fresh.get(name) ?? []];
      const goes = before.filter((each) => wholes.has(this.#memory.wholeOf(each) ?? each));
      if (this.#saysTheSame(goes, come)) continue;
      const stays = before.filter((each) => !goes.includes(each));
      const after = stays.length === 0 ? come : [...stays, ...come].sort((a, b) => rankOf(a) - rankOf(b));
      this.#steps.push(() => replaceDefinitions(pushed, name, after));
      const node = declared?.get(name);
      const child = made.get(name);
      if (node === undefined) this.#changesUndeclared = true;
      if (child instanceof Level) this.definitions(child, { removed: goes, added: come, all: after });
      else if (child !== undefined) this.#steps.push(() => child.redefine(after));
    }
  }

  // What says the same stays, as part of what is new.
  #saysTheSame(goes: readonly Definition[], come: readonly Definition[]): boolean {
    if (goes.length !== come.length) return false;
    if (!goes.every((each, at) => isSameDefinition(each, come[at]))) return false;
    this.#steps.push(() => {
      for (const [at, each] of goes.entries()) {
        const fresh = come[at];
        const whole = fresh === undefined ? null : this.#memory.wholeOf(fresh);
        if (whole !== null) this.#memory.setWhole(each, whole);
      }
    });
    return true;
  }
}

function namesIn(tree: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(tree)
    .filter((name) => tree[name] !== undefined)
    .sort();
}

function sourceOf(declaration: OptionNode["declarations"][number]): OptionSource {
  const { record } = declaration;
  return { tree: declaration.kind === "option" ? declaration.option : declaration.tree, record };
}

function changedSource(
  source: OptionSource,
  { before, after }: ModuleChange,
  old: unknown,
  tree: unknown,
): OptionSource {
  return source.record === before && source.tree === old ? { tree, record: after } : source;
}

// The casts: the evaluation made these maps for itself; all others may only read them.
function replaceChild(children: ReadonlyMap<string, OptionTreeNode>, name: string, child: OptionTreeNode): void {
  (children as Map<string, OptionTreeNode>).set(name, child);
}

function replaceDefinitions(
  pushed: ReadonlyMap<string, readonly Definition[]>,
  name: string,
  definitions: readonly Definition[],
): void {
  const known = pushed as Map<string, readonly Definition[]>;
  if (definitions.length === 0) known.delete(name);
  else known.set(name, definitions);
}
