// The ways in which types make one value of several definitions. Named as nixpkgs' lib/options.nix names them, less "Option".
import { type ShownDefinition } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../diagnostics/report.ts";
import { isEqualData, isPlainObject } from "../kernel/plain.ts";
import { show } from "../kernel/show.ts";
import type { SettledDefinition } from "../model/definition.ts";
import type { MergeContext } from "../model/option-type.ts";

/** Definitions as messages show them. */
export function showDefinitions(definitions: readonly SettledDefinition[]): readonly ShownDefinition[] {
  return definitions.map(({ origin, value }) => ({ origin, shown: show(value) }));
}

/** The value of the only definition; several are the error `not-unique`, with `message` as its second sentence. */
export function mergeOne(
  context: MergeContext,
  definitions: readonly SettledDefinition[],
  message: string | null = null,
): unknown {
  const [first] = definitions;
  if (definitions.length > 1) {
    fail(diagnostic("not-unique", atDefinitions(context.path, showDefinitions(definitions)), { message }));
  }
  return first?.value;
}

/** The value all definitions agree on; else the error `conflict`. A single definition is not compared with anything. */
export function mergeEqual(context: MergeContext, definitions: readonly SettledDefinition[]): unknown {
  const [first, ...others] = definitions;
  const different = others.find((other) => !isEqualData(first?.value, other.value));
  if (first !== undefined && different !== undefined) {
    const shown = showDefinitions(
      definitions.filter((each) => each === first || !isEqualData(first.value, each.value)),
    );
    fail(diagnostic("conflict", atDefinitions(context.path, shown), {}));
  }
  return first?.value;
}

/**
 * What a type without a rule of its own does: one definition is the value; lists are joined, sets merged shallowly (a
 * later definition in the order wins a name), booleans "or"ed, strings joined, equal integers taken once. Anything else
 * is the error `cannot-merge`.
 */
export function mergeDefault(context: MergeContext, definitions: readonly SettledDefinition[]): unknown {
  const values = definitions.map(({ value }) => value);
  const [first] = values;
  if (values.length === 1) return first;
  if (values.every((value) => Array.isArray(value))) return Object.freeze(values.flat(1));
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
