// Room 4, first half: peels the properties off definitions, as far as that needs no losing value.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { Path } from "../../kernel/path.ts";
import { stepInto } from "../../kernel/trail.ts";
import { propertyBrand } from "../../model/brands.ts";
import type { Conditions, Definition } from "../../model/definition.ts";
import { isLazy, runUserCode } from "../../model/force.ts";
import type { Candidate, Machine } from "../../model/machine.ts";
import { isProperty } from "../../model/property.ts";

/** Whether all conditions hold; the outer ones are asked first. */
export function conditionsHold(conditions: Conditions | null): boolean {
  if (conditions === null) return true;
  return conditionsHold(conditions.outer) && conditions.condition.force();
}

/** A definition as a candidate that nothing was peeled off yet. */
export function candidateOf(definition: Definition): Candidate {
  const { value, priority, order, origin } = definition;
  return { definition, value, isForced: false, priority, order, origin, conditions: 0 };
}

/**
 * Peels all properties off a candidate, and appends what is left, none to many, to `found`. A function is called to see
 * whether it returns a property; under a priority only if `forceAll`, because a losing value must not be computed.
 */
export function peel(candidate: Candidate, forceAll: boolean, path: Path, machine: Machine, found: Candidate[]): void {
  const { value, definition, origin } = candidate;
  if (isProperty(value)) {
    peelProperty(candidate, forceAll, path, machine, found);
  } else if (isLazy(value) && !candidate.isForced && (forceAll || candidate.priority === null)) {
    const forced: unknown = runUserCode(
      () => value(definition.args),
      (message) => diagnostic("value-threw", { path, origin }, { message }),
    );
    // A function cannot be told from no value at all, so a computed `undefined` is never taken for an absent name.
    if (forced === undefined) fail(diagnostic("undefined-value", { path, origin }, {}));
    peel({ ...candidate, value: forced, isForced: true }, forceAll, path, machine, found);
  } else if (value !== undefined) {
    // An `undefined` that is written down is the same as nothing.
    found.push(candidate);
  }
}

function peelProperty(candidate: Candidate, forceAll: boolean, path: Path, machine: Machine, found: Candidate[]): void {
  const property = candidate.value;
  if (!isProperty(property)) return;
  // What stands inside a property is a definition again: a function there is lazy, also if a function returned it.
  const inside = (content: unknown, changed: Partial<Candidate> = {}): void =>
    peel({ ...candidate, isForced: false, value: content, ...changed }, forceAll, path, machine, found);
  switch (property[propertyBrand]) {
    case "if": {
      const { args } = candidate.definition;
      const { origin, conditions } = candidate;
      const place = stepInto(origin, { kind: "condition", at: conditions });
      const condition = machine.scope.keep("if", () => machine.condition(property.condition, args, path, place));
      if (condition.force()) inside(property.content, { conditions: conditions + 1 });
      return;
    }
    case "merge":
      for (const [at, content] of property.contents.entries()) {
        inside(content, { origin: stepInto(candidate.origin, { kind: "content", at }), conditions: 0 });
      }
      return;
    case "override":
      inside(property.content, { priority: Math.min(candidate.priority ?? property.priority, property.priority) });
      return;
    case "order":
      inside(property.content, { order: property.priority });
      return;
    case "definition": {
      const { definition } = candidate;
      const args = property.args ?? definition.args;
      const { origin } = property;
      inside(property.content, { definition: { ...definition, origin, args }, origin });
    }
  }
}
