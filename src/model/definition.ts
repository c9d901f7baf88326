// Definitions: what modules say about an option, unforced, and the same once it is settled which of them count.
import type { Origin } from "../kernel/origin.ts";
import { isPlainObject, memberValue } from "../kernel/plain.ts";
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

/**
 * What settled values say about one thing inside them: a name of sets, or a place in the list that they make together.
 * `isThere` tells whether an element is in that list: one under a false condition is not, and does not count.
 */
export function definitionsInside(
  definitions: readonly SettledDefinition[],
  name: string,
  isThere: (element: Definition) => boolean,
): readonly Definition[] {
  const found: Definition[] = [];
  let at = 0;
  for (const definition of definitions) {
    const { value } = definition;
    if (isPlainObject(value)) {
      const member = memberValue(value, name);
      if (member !== undefined) found.push(memberDefinition(definition, member, name));
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        const element = memberDefinition(definition, item, index);
        if (!isThere(element)) continue;
        if (String(at) === name) found.push(element);
        at += 1;
      }
    }
  }
  return found;
}
