// The ways in which types make one value of several definitions, under the names of nixpkgs' lib/options.nix.
import { type ShownDefinition } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { atConflict, atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { isEqualData, isPlainObject } from "../kernel/plain.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { MergeContext } from "../model/option-type.ts";
import { showValue } from "../model/show-written.ts";

/** Definitions as messages show them. */
export function showDefinitions(definitions: readonly SettledDefinition[]): readonly ShownDefinition[] {
  return definitions.map(({ origin, value }) => ({ origin, shown: showValue(value) }));
}

/** How a type makes one value of one or more definitions, in their order: `merge` of `mkOptionType`. */
export type MergeStrategy = (context: MergeContext, definitions: readonly SettledDefinition[]) => unknown;

/**
 * Makes a merge strategy that takes one definition and leaves it to `merge`; by default the result is its value. Several
 * are the error `not-unique`, with `message`, if it is not empty, as its second sentence: what to do instead.
 */
export function mergeUniqueOption({
  message,
  merge = firstValue,
}: {
  readonly message: string;
  readonly merge?: MergeStrategy;
}): MergeStrategy {
  return (context, definitions) => {
    if (definitions.length > 1) {
      const data = { message: message === "" ? null : message };
      fail(diagnostic("not-unique", atConflict(context.path, showDefinitions(definitions)), data));
    }
    return merge(context, definitions);
  };
}

/** A merge strategy: the value of the only definition; several are the error `not-unique`. */
export const mergeOneOption: MergeStrategy = mergeUniqueOption({ message: "" });

function firstValue(_context: MergeContext, definitions: readonly SettledDefinition[]): unknown {
  return definitions[0]?.value;
}

/** A merge strategy: the value all definitions agree on; else the error `conflict`. A single definition is not compared with anything. */
export function mergeEqualOption(context: MergeContext, definitions: readonly SettledDefinition[]): unknown {
  const [first] = definitions;
  if (definitions.length === 1) return first?.value;
  const different = definitions.find((other) => other !== first && !isEqualData(first?.value, other.value));
  if (first !== undefined && different !== undefined) {
    const shown = showDefinitions(
      definitions.filter((each) => each === first || !isEqualData(first.value, each.value)),
    );
    fail(diagnostic("conflict", atConflict(context.path, shown), {}));
  }
  return first?.value;
}

/**
 * The merge strategy of a type without a rule of its own: one definition is the value; lists are joined, sets merged shallowly (a
 * later definition in the order wins a name), booleans "or"ed, strings joined, equal integers taken once. Anything else
 * is the error `cannot-merge`.
 */
export function mergeDefaultOption(context: MergeContext, definitions: readonly SettledDefinition[]): unknown {
  const values = definitions.map(({ value }) => value);
  const [first] = values;
  if (values.length === 1) return first;
  if (values.every((value) => Array.isArray(value))) return Object.freeze(values.flatMap((list) => Array.from(list)));
  if (values.every(isPlainObject)) return mergeShallow(values);
  if (values.every((value) => typeof value === "boolean")) return values.some(Boolean);
  if (values.every((value) => typeof value === "string")) return values.join("");
  if (values.every((value) => Number.isInteger(value) && value === first)) return first;
  return fail(diagnostic("cannot-merge", atDefinitions(context.path, showDefinitions(definitions)), {}));
}

function mergeShallow(sets: readonly Readonly<Record<string, unknown>>[]): object {
  const merged: object = Object.create(null);
  for (const set of sets) {
    for (const name of Object.keys(set)) {
      const property = Object.getOwnPropertyDescriptor(set, name);
      // A member that is computed when it is read (of a value that Confix made, say) stays so.
      const isLazy = property !== undefined && !("value" in property);
      // defineProperty: an assignment to `__proto__` would be lost on ordinary objects, and costs nothing here.
      Object.defineProperty(merged, name, {
        ...(isLazy ? { get: (): unknown => set[name] } : { value: set[name], writable: true }),
        enumerable: true,
        configurable: true,
      });
    }
  }
  return Object.freeze(merged);
}
