// Room 4 for options of which most values are: atoms. One of many definitions wins, and nothing is made on the way to it.
import { unknownFile } from "../../kernel/origin.ts";
import { propertyBrand } from "../../model/brands.ts";
import type { Definition } from "../../model/definition.ts";
import { isLazy, type LazyValue } from "../../model/force.ts";
import { isAtom } from "../../model/is-data.ts";
import type { Machine, MergedOption, Placed, Settled, SettledAtom } from "../../model/machine.ts";
import { definitionOfDefault } from "../../model/machine.ts";
import { isProperty, priorities } from "../../model/property.ts";
import { callValue, candidateOf, conditionsHold, type Peeling, takeOff } from "./discharge.ts";
import { settledAs } from "./settle.ts";

/**
 * The atom to which the definitions of an option come, the default among them, if one alone wins and it is an atom. Null:
 * that is not so, or takes more to find out; then `settle` has to. It computes what `settle` would, in the same order. Of
 * an evaluation of 50,000 computed options it spares half of what is allocated.
 */
export function settleAtom(
  given: readonly Definition[],
  merged: MergedOption,
  place: Placed,
  machine: Machine,
): SettledAtom | null {
  const fallback = merged.attributes.default;
  if (given.length === 0) return isLazy(fallback) ? settleDefault(fallback, merged, place, machine) : null;
  if (fallback !== undefined && !isAtom(fallback) && !isLazy(fallback)) return null;
  const byDefault = definitionOfDefault(merged, machine.args);
  const holding: Definition[] = byDefault === null ? [] : [byDefault];
  let winner = byDefault === null ? null : candidateOf(byDefault);
  let best: number = byDefault === null ? priorities.none : priorities.optionDefault;
  for (let at = 0; at < given.length; at += 1) {
    const definition = given[at];
    if (definition === undefined || !conditionsHold(definition.conditions)) continue;
    const peeled = candidateOf(definition);
    const end = peelAtom(peeled, place, machine);
    if (end === "unknown") return null;
    if (end === "nothing") continue;
    const priority = peeled.priority ?? priorities.plain;
    // Of equal strength there are several to be merged.
    if (priority === best || priority >= priorities.none) return null;
    holding.push(definition);
    if (priority > best) continue;
    best = priority;
    winner = peeled;
  }
  if (winner === null) return null;
  const { definition, order } = winner;
  const { args, origin } = definition;
  const value = isLazy(winner.value) ? callValue(winner.value, args, place, origin, machine.scope.run) : winner.value;
  const count = given.length + (byDefault === null ? 0 : 1);
  if (!isSettled(value, count, machine)) return null;
  // What the function returned may have said how strong it is.
  const isPlain = winner.priority === definition.priority && order === definition.order;
  if (count === 1 && isPlain && isAloneAndLazy(definition)) return { value, settled: null };
  const definitions = [{ value, args, origin, order }];
  // A copy of the size it has: one that grew has room for 17 more, and is kept.
  const settled = { definitions, highestPrio: best, dischargedPrio: best, holding: holding.slice(), isData: false };
  return { value, settled };
}

function settleDefault(code: LazyValue, merged: MergedOption, at: Placed, machine: Machine): SettledAtom | null {
  const origin = merged.defaultOrigin ?? { file: unknownFile };
  const value = callValue(code, machine.args, at, origin, machine.scope.run);
  return isSettled(value, 1, machine) ? { value, settled: null } : null;
}

function isSettled(value: unknown, count: number, { scope }: Machine): boolean {
  // Functions were called, which may have swallowed the signal to unwind; what they returned then is not to be kept.
  scope.rethrowIfUnwinding();
  if (!isAtom(value)) return false;
  scope.run.counters.definitionsSettled += count;
  return true;
}

function isAloneAndLazy({ value, conditions }: Definition): boolean {
  return conditions === null && isLazy(value);
}

/** What `settle` knew of a function that stands alone and gave a value; null: there is none. */
export function settledAlone(definitions: readonly Definition[], value: unknown): Settled | null {
  const only = definitions[0];
  return only === undefined || definitions.length > 1 || !isAloneAndLazy(only) ? null : settledAs(only, value);
}

/**
 * Takes properties off a candidate until an atom is left, or a function that is not to be called unless it wins, or
 * nothing; or something that it takes `settle` to look into.
 */
function peelAtom(candidate: Peeling, at: Placed, machine: Machine): "value" | "nothing" | "unknown" {
  const { args, origin } = candidate.definition;
  for (;;) {
    const { value } = candidate;
    if (isAtom(value)) return "value";
    if (value === undefined) return "nothing";
    if (isLazy(value)) {
      if (candidate.isForced) return "unknown";
      if (candidate.priority !== null) return "value";
      candidate.value = callValue(value, args, at, origin, machine.scope.run);
      candidate.isForced = true;
      continue;
    }
    if (!isProperty(value) || value[propertyBrand] === "merge" || value[propertyBrand] === "definition")
      return "unknown";
    if (!takeOff(candidate, value, at, machine)) return "nothing";
  }
}
