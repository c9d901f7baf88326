// Definitions: what modules say about an option, unforced, and the same once it is settled which of them count.
import type { Origin } from "../kernel/origin.ts";
import { stepInto } from "../kernel/trail.ts";

/** The arguments of a module, as an object whose members are looked up when read. */
export type ModuleArgs = Readonly<Record<string, unknown>>;

/** A condition that applies to a definition; shared by all definitions under the same `mkIf`. */
export interface ConditionCell {
  /** Where it is written. */
  readonly origin: Origin;
  force(): boolean;
}

/** The conditions a definition stands under, innermost first. A list that shares its tail costs nothing to extend. */
export interface Conditions {
  readonly condition: ConditionCell;
  /** What stands under it. */
  readonly around: Origin;
  readonly outer: Conditions | null;
}

/**
 * What one module says about one option, nothing of it computed yet. `priority` and `order` are what wrappers around it
 * said so far (null: nothing).
 */
export interface Definition {
  /** The value as written: data, a property, or a function of `args`. */
  readonly value: unknown;
  /** The arguments of the module in which it is written; every function inside gets these. */
  readonly args: ModuleArgs;
  readonly origin: Origin;
  readonly conditions: Conditions | null;
  readonly priority: number | null;
  readonly order: number | null;
}

/**
 * A definition that counts: its conditions hold, its priority won, and its outermost shape is computed. Not a
 * `Definition`, so that nothing unforced is taken for a value by accident.
 */
export interface SettledDefinition {
  /** The outermost shape is computed; members may still be functions of `args`. */
  readonly value: unknown;
  readonly args: ModuleArgs;
  readonly origin: Origin;
  /** The order it was given, or null for the usual 1000. */
  readonly order: number | null;
  // What a definition has and this does not, so that TypeScript tells them apart.
  readonly conditions?: never;
  readonly priority?: never;
}

/**
 * A member of a settled value, as a definition of its own. `step` is its name or its place in the list; null: it stands
 * where the whole value does.
 */
export function memberDefinition(parent: SettledDefinition, value: unknown, step: string | number | null): Definition {
  const origin = step === null ? parent.origin : stepInto(parent.origin, step);
  return { value, args: parent.args, origin, conditions: null, priority: null, order: null };
}
