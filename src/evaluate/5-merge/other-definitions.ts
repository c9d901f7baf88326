// Room 5: what is wrong with the definitions of an option beside the one whose failure keeps it from having a value.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { attempt } from "../../diagnostics/errors.ts";
import { stepInto } from "../../kernel/trail.ts";
import { propertyBrand } from "../../model/brands.ts";
import type { Definition } from "../../model/definition.ts";
import type { Machine, Placed, Settled } from "../../model/machine.ts";
import { isProperty, priorities } from "../../model/property.ts";

/**
 * Settles those definitions that can be, and adds what is wrong with the others to `problems`. Null: none is left that
 * counts, or one that failed may win over all of them.
 */
export function settleOthers(
  definitions: readonly Definition[],
  at: Placed,
  machine: Machine,
  problems: Diagnostic[],
): Settled | null {
  const ranked = definitions.flatMap(partsOf).map((definition) => {
    const discharged = attempt(() => machine.discharge([definition], at), problems);
    const priority = discharged === null ? writtenPriority(definition) : discharged.value.highestPrio;
    return { definition, priority, failed: discharged === null };
  });
  const best = ranked.reduce<number>((least, { priority }) => Math.min(least, priority), priorities.none);
  // Weaker ones would not have been computed, whatever is in them.
  const good = ranked
    .filter(({ priority, failed }) => !failed && priority === best)
    .map(({ definition }) => definition)
    .filter((definition) => attempt(() => machine.settle([definition], at, null), problems) !== null);
  return good.length === 0 ? null : machine.settle(good, at, null);
}

// What stands in one `mkMerge` has no more to do with one another than what stands in several modules.
function partsOf(definition: Definition): readonly Definition[] {
  const { value, origin } = definition;
  if (!isProperty(value) || value[propertyBrand] !== "merge") return [definition];
  return value.contents.flatMap((content, at) =>
    partsOf({ ...definition, value: content, origin: stepInto(origin, { kind: "content", at }) }),
  );
}

// The strongest priority that stands there; a function that failed is taken to return none.
function writtenPriority({ priority, value }: Definition): number {
  return priority ?? priorityIn(value);
}

function priorityIn(value: unknown): number {
  if (!isProperty(value)) return priorities.plain;
  switch (value[propertyBrand]) {
    case "override":
      return Math.min(value.priority, isProperty(value.content) ? priorityIn(value.content) : value.priority);
    case "merge":
      return value.contents.reduce<number>((least, each) => Math.min(least, priorityIn(each)), priorities.none);
    case "if":
    case "order":
    case "definition":
      return priorityIn(value.content);
  }
}
