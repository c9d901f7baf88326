// Room 4: which definitions of an option count. Conditions hold, the strongest priority wins, the order is kept.
import type { Definition, SettledDefinition } from "../../model/definition.ts";
import type { Candidate, Discharged, Machine, Placed, Settled } from "../../model/machine.ts";
import { isLazy, type LazyValue } from "../../model/force.ts";
import { isProperty, orders, priorities } from "../../model/property.ts";
import { callValue, candidateOf, copyOf, conditionsHold, peel } from "./discharge.ts";
import { isWritten } from "../../model/is-data.ts";

/** Peels the definitions of one option or member, in order, as far as that computes nothing under a priority. */
export function discharge(definitions: readonly Definition[], at: Placed, machine: Machine): Discharged {
  const holding: Definition[] = [];
  const candidates: Candidate[] = [];
  for (const definition of definitions) {
    const before = candidates.length;
    if (conditionsHold(definition.conditions)) peel(candidateOf(definition), false, at, machine, candidates);
    if (candidates.length > before) holding.push(definition);
  }
  // A copy of the size it has: one that grew has room for 17 more, and is kept.
  return { candidates, holding: holding.slice(), highestPrio: strongest(candidates) };
}

/**
 * Settles the definitions of one option or member, in order. Computes the outermost shape of those that win.
 * `discharged` is what `discharge` made of them, if that is known.
 */
export function settle(
  definitions: readonly Definition[],
  at: Placed,
  machine: Machine,
  discharged: Discharged | null,
): Settled {
  machine.scope.run.counters.definitionsSettled += definitions.length;
  // By far the most definitions are data: a default, a value, or both, perhaps under conditions.
  if (discharged === null && areWritten(definitions)) return settleData(holding(definitions));
  if (discharged !== null) return settleDischarged(discharged, at, machine);
  const [only] = definitions;
  const isAlone = only !== undefined && definitions.length === 1;
  return isAlone && isLazy(only.value) && conditionsHold(only.conditions)
    ? settleFunction(only, only.value, at, machine)
    : settleDischarged(discharge(definitions, at, machine), at, machine);
}

// A function that stands alone: the second most frequent case. Usually it returns no property.
function settleFunction(definition: Definition, code: LazyValue, at: Placed, machine: Machine): Settled {
  const value = callValue(code, definition.args, at, definition.origin, machine.scope.run);
  if (!isProperty(value)) return settledAs(definition, value);
  const candidate = candidateOf(definition);
  candidate.value = value;
  candidate.isForced = true;
  const candidates: Candidate[] = [];
  // What stands under a priority is looked into only once it has won.
  if (definition.priority === null) peel(candidate, false, at, machine, candidates);
  else candidates.push(candidate);
  const holding = candidates.length === 0 ? [] : [definition];
  return settleDischarged({ candidates, holding, highestPrio: strongest(candidates) }, at, machine);
}

/** A definition that stands alone and came to a value that is no property. */
export function settledAs(definition: Definition, value: unknown): Settled {
  const { args, origin, order } = definition;
  const prio = priorityOf(definition);
  const definitions = [{ value, args, origin, order }];
  return { definitions, highestPrio: prio, dischargedPrio: prio, holding: [definition] };
}

function settleDischarged(discharged: Discharged, at: Placed, machine: Machine): Settled {
  const { candidates, holding, highestPrio: first } = discharged;
  let left = candidates;
  let priority = first;
  let winners: Candidate[] = [];
  while (left.length > 0) {
    const best = ofPriority(left, priority);
    // Alone, a definition counts however weak it is; beside others one weaker than 9999 does not.
    if (best.length === 0) break;
    winners = [];
    for (const candidate of best) {
      const { value, isForced } = candidate;
      if (isWritten(value) || (isForced && isLazy(value))) winners.push(candidate);
      else peel(copyOf(candidate), true, at, machine, winners);
    }
    if (winners.length > 0) break;
    // What won turned out, when computed, to define nothing: the next weaker ones are asked.
    left = left.filter((candidate) => priorityOf(candidate) !== priority);
    priority = strongest(left);
  }
  const dischargedPrio = first;
  if (winners.length === 0) return { definitions: [], highestPrio: priorities.none, dischargedPrio, holding };
  const highestPrio = strongest(winners);
  const chosen = ofPriority(winners, highestPrio);
  return { definitions: sortByOrder(chosen).map(settled), highestPrio, dischargedPrio, holding };
}

// Counting loops, in what runs for each option: `every` and `filter` V8 would put into each of their callers while it
// optimises these, and until then `for … of` makes an object for each definition: about a twentieth of the CPU.

function areWritten(definitions: readonly Definition[]): boolean {
  for (let at = 0; at < definitions.length; at += 1) if (!isWritten(definitions[at]?.value)) return false;
  return true;
}

// Those of which the conditions hold. Where there are none, all of them are left, and no other list is made.
function holding(definitions: readonly Definition[]): readonly Definition[] {
  for (let at = 0; at < definitions.length; at += 1) {
    if (definitions[at]?.conditions !== null) return definitions.filter(holds);
  }
  return definitions;
}

function holds({ conditions }: Definition): boolean {
  return conditionsHold(conditions);
}

function ofPriority<T extends Ranked>(candidates: readonly T[], priority: number): readonly T[] {
  let count = 0;
  for (let at = 0; at < candidates.length; at += 1) if (rankAt(candidates, at) === priority) count += 1;
  return count === candidates.length ? candidates : candidates.filter((each) => priorityOf(each) === priority);
}

// Called for places that there are.
function rankAt(candidates: readonly Ranked[], at: number): number {
  return candidates[at]?.priority ?? priorities.plain;
}

// Data is settled as it is: nothing is computed, so the definitions themselves may stand for what is settled.
function settleData(definitions: readonly Definition[]): Settled {
  const [only] = definitions;
  const none = priorities.none;
  if (only === undefined) return { definitions: [], highestPrio: none, dischargedPrio: none, holding: definitions };
  const highestPrio = definitions.length === 1 ? priorityOf(only) : strongest(definitions);
  const chosen = definitions.length === 1 ? definitions : ofPriority(definitions, highestPrio);
  // The cast: there is nothing left to compute in them, and their conditions hold. It spares a copy of each.
  const settledAlready = sortByOrder(chosen) as readonly unknown[] as readonly SettledDefinition[];
  return { definitions: settledAlready, highestPrio, dischargedPrio: highestPrio, holding: definitions };
}

/** What definitions and candidates are chosen and sorted by. */
interface Ranked {
  readonly priority: number | null;
  readonly order: number | null;
}

function priorityOf({ priority }: Ranked): number {
  return priority ?? priorities.plain;
}

function strongest(candidates: readonly Ranked[]): number {
  if (candidates.length === 1) return rankAt(candidates, 0);
  let best: number = priorities.none;
  for (let at = 0; at < candidates.length; at += 1) best = Math.min(best, rankAt(candidates, at));
  return best;
}

function sortByOrder<T extends Ranked>(candidates: readonly T[]): readonly T[] {
  for (let at = 0; at < candidates.length; at += 1) {
    if (candidates[at]?.order !== null) return candidates.toSorted(byOrder);
  }
  return candidates;
}

// Array sort is stable: definitions of equal order stay as they are.
function byOrder(left: Ranked, right: Ranked): number {
  return (left.order ?? orders.plain) - (right.order ?? orders.plain);
}

function settled({ definition, value, order, origin }: Candidate): SettledDefinition {
  return { value, args: definition.args, origin, order };
}
