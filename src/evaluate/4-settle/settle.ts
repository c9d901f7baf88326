// Room 4: which definitions of an option count. Conditions hold, the strongest priority wins, the order is kept.
import type { Definition, SettledDefinition } from "../../model/definition.ts";
import type { Candidate, Discharged, Machine, Placed, Settled } from "../../model/machine.ts";
import { isLazy, type LazyValue } from "../../model/force.ts";
import { isProperty, orders, priorities } from "../../model/property.ts";
import { callValue, candidateOf, copyOf, conditionsHold, peel } from "./discharge.ts";
import { isWritten } from "../../model/is-data.ts";

// What runs for each option stands in few functions: of what is small V8 makes a copy in each caller while it optimises
// these, and for so short a run that costs more than it gives. For the same reason loops count: `every` and `filter` are
// copied as well, and until then `for … of` makes an object for each definition.

/** Peels the definitions of one option or member, in order, as far as that computes nothing under a priority. */
export function discharge(definitions: readonly Definition[], at: Placed, machine: Machine): Discharged {
  const holding: Definition[] = [];
  const candidates: Candidate[] = [];
  for (let index = 0; index < definitions.length; index += 1) {
    const definition = definitions[index];
    if (definition === undefined || !conditionsHold(definition.conditions)) continue;
    const before = candidates.length;
    peel(candidateOf(definition), false, at, machine, candidates);
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
  if (discharged !== null) return settleDischarged(discharged, at, machine);
  // By far the most definitions are data: a default, a value, or both, perhaps under conditions.
  let written = 0;
  let conditional = 0;
  for (; written < definitions.length && isWritten(definitions[written]?.value); written += 1) {
    if (definitions[written]?.conditions !== null) conditional += 1;
  }
  if (written === definitions.length) {
    return conditional === 0 ? settleData(definitions, true) : settleData(definitions.filter(holds), false);
  }
  const only = definitions[0];
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
  const prio = definition.priority ?? priorities.plain;
  const definitions = [{ value, args, origin, order }];
  return { definitions, highestPrio: prio, dischargedPrio: prio, holding: [definition], isData: false };
}

function settleDischarged({ candidates, holding, highestPrio }: Discharged, at: Placed, machine: Machine): Settled {
  const winners: Candidate[] = [];
  let left = candidates;
  let priority = highestPrio;
  for (;;) {
    for (let index = 0; index < left.length; index += 1) {
      const candidate = left[index];
      if (candidate === undefined || (candidate.priority ?? priorities.plain) !== priority) continue;
      const { value, isForced } = candidate;
      if (isWritten(value) || (isForced && isLazy(value))) winners.push(candidate);
      else peel(copyOf(candidate), true, at, machine, winners);
    }
    if (winners.length > 0) return settledOf(winners, highestPrio, holding);
    // What won turned out, when computed, to define nothing: the next weaker ones are asked.
    const weaker = othersThan(left, priority);
    // If it is all of them, each is weaker than 9999, and none counts.
    if (weaker.length === left.length || weaker.length === 0) break;
    left = weaker;
    priority = strongest(left);
  }
  return { definitions: [], highestPrio: priorities.none, dischargedPrio: highestPrio, holding, isData: false };
}

// What was computed may have said how strong it is.
function settledOf(winners: readonly Candidate[], dischargedPrio: number, holding: readonly Definition[]): Settled {
  const highestPrio = strongest(winners);
  const chosen = ofPriority(winners, highestPrio);
  return { definitions: sortByOrder(chosen).map(settled), highestPrio, dischargedPrio, holding, isData: false };
}

// Data is settled as it is: nothing is computed, so the definitions themselves may stand for what is settled.
function settleData(holding: readonly Definition[], isData: boolean): Settled {
  const isAlone = holding.length === 1;
  const highestPrio = isAlone ? (holding[0]?.priority ?? priorities.plain) : strongest(holding);
  const chosen = isAlone ? holding : sortByOrder(ofPriority(holding, highestPrio));
  // The cast: there is nothing left to compute in them, and their conditions hold. It spares a copy of each.
  const definitions = chosen as readonly unknown[] as readonly SettledDefinition[];
  return { definitions, highestPrio, dischargedPrio: highestPrio, holding, isData };
}

function holds({ conditions }: Definition): boolean {
  return conditionsHold(conditions);
}

/** What definitions and candidates are chosen and sorted by. */
interface Ranked {
  readonly priority: number | null;
  readonly order: number | null;
}

// Alone, a definition counts however weak it is; beside others one weaker than 9999 does not.
function strongest(candidates: readonly Ranked[]): number {
  if (candidates.length === 1) return candidates[0]?.priority ?? priorities.plain;
  let best: number = priorities.none;
  for (let at = 0; at < candidates.length; at += 1) {
    const priority = candidates[at]?.priority ?? priorities.plain;
    if (priority < best) best = priority;
  }
  return best;
}

// The same list, if that is all of them.
function ofPriority<T extends Ranked>(candidates: readonly T[], priority: number): readonly T[] {
  for (let at = 0; at < candidates.length; at += 1) {
    if ((candidates[at]?.priority ?? priorities.plain) === priority) continue;
    return candidates.filter((each) => (each.priority ?? priorities.plain) === priority);
  }
  return candidates;
}

function othersThan<T extends Ranked>(candidates: readonly T[], priority: number): readonly T[] {
  const others: T[] = [];
  for (let at = 0; at < candidates.length; at += 1) {
    const candidate = candidates[at];
    if (candidate !== undefined && (candidate.priority ?? priorities.plain) !== priority) others.push(candidate);
  }
  return others;
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
