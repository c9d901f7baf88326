// Room 4, first half: peels the properties off definitions, as far as that needs no losing value.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { Origin } from "../../kernel/origin.ts";
import { stepInto } from "../../kernel/trail.ts";
import type { Profile } from "../../kernel/profile.ts";
import { propertyBrand } from "../../model/brands.ts";
import type { Conditions, Definition, ModuleArgs } from "../../model/definition.ts";
import { failureOf, isLazy, type LazyValue, quiet } from "../../model/force.ts";
import type { Candidate, Machine, Placed } from "../../model/machine.ts";
import { type AnyProperty, isProperty } from "../../model/property.ts";
import { ConditionThunk } from "./condition.ts";

/** Whether all conditions hold; the outer ones are asked first. */
export function conditionsHold(conditions: Conditions | null): boolean {
  if (conditions === null) return true;
  return conditionsHold(conditions.outer) && conditions.condition.force();
}

const conditionKey = Symbol("condition");

/** Whether a condition holds that stands in a value: around what is at `around`, inside of `depth` others. */
export function conditionHolds(
  condition: unknown,
  args: ModuleArgs,
  at: Placed,
  around: Origin,
  depth: number,
  machine: Machine,
): boolean {
  const make = (): ConditionThunk => new ConditionThunk(machine, condition, args, at, around, depth);
  return machine.scope.keep(conditionKey, make).force();
}

/** A candidate while it is peeled. It belongs to whoever peels it, and changes in place: of each there would be several. */
export type Peeling = { -readonly [K in keyof Candidate]: Candidate[K] };

/** A definition as a candidate that nothing was peeled off yet. */
export function candidateOf(definition: Definition): Peeling {
  const { value, priority, order, origin } = definition;
  return { definition, value, isForced: false, priority, order, origin, conditions: 0 };
}

/** A candidate to be peeled further, where the given one may be needed again. */
export function copyOf(candidate: Candidate): Peeling {
  const { definition, value, isForced, priority, order, origin, conditions } = candidate;
  return { definition, value, isForced, priority, order, origin, conditions };
}

function measured(code: LazyValue, args: ModuleArgs, { file }: Origin, profile: Profile): unknown {
  return profile.during({ module: file }, () => code(args));
}

function failedAt(error: unknown, { path }: Placed, origin: Origin): unknown {
  return failureOf(error, (message) => diagnostic("value-threw", { path, origin }, { message }));
}

/** Calls a function that stands for a value. */
export function callValue(
  code: LazyValue,
  args: ModuleArgs,
  at: Placed,
  origin: Origin,
  { profile }: Machine["scope"]["run"],
): unknown {
  let value: unknown;
  try {
    value = quiet(profile === null ? code(args) : measured(code, args, origin, profile));
  } catch (error) {
    throw failedAt(error, at, origin);
  }
  // A function cannot be told from no value at all, so a computed `undefined` is never taken for an absent name.
  return value === undefined ? fail(diagnostic("undefined-value", { path: at.path, origin }, {})) : value;
}

/**
 * Peels all properties off a candidate, and appends what is left, none to many, to `found`. A function is called to see
 * whether it returns a property; under a priority only if `forceAll`, because a losing value must not be computed.
 */
export function peel(candidate: Peeling, forceAll: boolean, at: Placed, machine: Machine, found: Candidate[]): void {
  for (;;) {
    const { value, definition, origin } = candidate;
    if (isProperty(value)) {
      if (value[propertyBrand] === "merge") return peelEach(candidate, value.contents, forceAll, at, machine, found);
      if (!takeOff(candidate, value, at, machine)) return;
    } else if (isLazy(value) && !candidate.isForced && (forceAll || candidate.priority === null)) {
      candidate.value = callValue(value, definition.args, at, origin, machine.scope.run);
      candidate.isForced = true;
    } else {
      // An `undefined` that is written down is the same as nothing.
      if (value !== undefined) found.push(candidate);
      return;
    }
  }
}

// What stands in a `mkMerge`: each of it is a candidate.
function peelEach(
  candidate: Peeling,
  contents: readonly unknown[],
  forceAll: boolean,
  at: Placed,
  machine: Machine,
  found: Candidate[],
): void {
  for (const [index, content] of contents.entries()) {
    const each = copyOf(candidate);
    each.value = content;
    each.isForced = false;
    each.origin = stepInto(candidate.origin, { kind: "content", at: index });
    each.conditions = 0;
    peel(each, forceAll, at, machine, found);
  }
}

/** Takes one property off. Returns whether the candidate now is what stood inside; else its condition does not hold. */
export function takeOff(
  candidate: Peeling,
  property: Exclude<AnyProperty, { readonly [propertyBrand]: "merge" }>,
  at: Placed,
  machine: Machine,
): boolean {
  switch (property[propertyBrand]) {
    case "if": {
      const { definition, origin, conditions } = candidate;
      if (!conditionHolds(property.condition, definition.args, at, origin, conditions, machine)) return false;
      candidate.conditions = conditions + 1;
      break;
    }
    case "override":
      candidate.priority = Math.min(candidate.priority ?? property.priority, property.priority);
      break;
    case "order":
      candidate.order = property.priority;
      break;
    case "definition": {
      const { definition } = candidate;
      const { origin } = property;
      candidate.definition = { ...definition, origin, args: property.args ?? definition.args };
      candidate.origin = origin;
    }
  }
  candidate.value = property.content;
  // What stands inside a property is a definition again: a function there is lazy, also if a function returned it.
  candidate.isForced = false;
  return true;
}
