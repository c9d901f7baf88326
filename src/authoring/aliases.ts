// Definitions of one option that are passed on to another, or made from its value.
import type { LocatedDefinition, OptionState } from "../model/option-state.ts";
import { makeIf, makeMerge, makeOverride, priorities, type Property } from "../model/property.ts";
import { mkDefinition } from "./mk-definition.ts";

/** What passing on needs of an evaluated option, as the module argument `options` gives it: `options.services.web.port`. */
export type DefinedOption = Pick<OptionState, "isDefined" | "highestPrio" | "definitionsWithLocations">;

/** A definition for an option of any type; the evaluator checks it against the type of the option it reaches. */
export type AnyDefinition = Property<never>;

/**
 * Defines an option by the definitions of another: `({ options }) => mkAliasDefinitions(options.old)`. Passed on are the
 * definitions that won, without their priority and order; each keeps the place where it was written. An option that
 * nothing defines passes on nothing.
 */
export function mkAliasDefinitions(option: DefinedOption): AnyDefinition {
  return mkAliasAndWrapDefinitions((definitions) => definitions, option);
}

/** The same, with all definitions together put through `wrap`, for instance `mkForce`. */
export function mkAliasAndWrapDefinitions(
  wrap: (definitions: AnyDefinition) => unknown,
  option: DefinedOption,
): AnyDefinition {
  return passOn(option, (definitions) => wrap(mergeAll(definitions.map(moved))));
}

/** The same as `mkAliasAndWrapDefinitions`, but the definitions keep their priority. */
export function mkAliasAndWrapDefsWithPriority(
  wrap: (definitions: AnyDefinition) => unknown,
  option: DefinedOption,
): AnyDefinition {
  return passOn(option, (definitions) => {
    const priority = option.highestPrio;
    return wrap(mergeAll(definitions.map((definition) => withPriority(priority, moved(definition)))));
  });
}

/**
 * Defines an option by what `make` makes of another's value, with the priority of that other's definitions: made from a
 * default, it is as weak as a default.
 */
export function mkDerivedConfig<T>(
  option: DefinedOption & { readonly value: T },
  make: (value: T) => unknown,
): AnyDefinition {
  // Inside a property a function is lazy also where the property itself is what a function returned.
  return mergeAll([
    () =>
      makeOverride(
        option.highestPrio,
        asAny(() => make(option.value)),
      ),
  ]);
}

/** A definition with the priority that won; a plain one stays as it is, so that weaker ones inside it stay weak. */
export function withPriority(priority: number, definition: unknown): unknown {
  return priority === priorities.plain ? mergeAll([definition]) : makeOverride(priority, definition);
}

function moved(definition: LocatedDefinition): unknown {
  return mkDefinition(definition);
}

function passOn(option: DefinedOption, make: (definitions: readonly LocatedDefinition[]) => unknown): AnyDefinition {
  const content = (): unknown => make(option.definitionsWithLocations);
  return makeIf(() => option.isDefined, asAny(content));
}

function mergeAll(definitions: readonly unknown[]): AnyDefinition {
  return makeMerge(definitions.map(asAny));
}

// The cast: only the evaluator can tell whether it fits; for TypeScript, `never` is what fits everywhere.
function asAny(definition: unknown): never {
  return definition as never;
}
