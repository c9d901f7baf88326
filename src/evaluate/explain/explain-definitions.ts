// What became of each definition of an option, or of something inside its value. Computes nothing that does not count.
import { attempt } from "../../diagnostics/errors.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { Path } from "../../kernel/path.ts";
import { show } from "../../kernel/show.ts";
import { stepInto } from "../../kernel/trail.ts";
import { propertyBrand } from "../../model/brands.ts";
import { type Conditions, type Definition, type ModuleArgs, definitionsInside } from "../../model/definition.ts";
import type { ExplainedCondition, Fate } from "../../model/explanation.ts";
import { isLazy, runUserCode } from "../../model/force.ts";
import type { Machine } from "../../model/machine.ts";
import { isProperty, priorities } from "../../model/property.ts";
import { showWritten } from "../../model/show-written.ts";
import { diagnostic } from "../../diagnostics/report.ts";

/** A part of a definition with nothing around it: what is left when properties are taken off. */
export interface Leaf {
  readonly definition: Definition;
  readonly value: unknown;
  /** Whether `value` is what was computed, not the function that computes it. */
  readonly isComputed: boolean;
  readonly args: ModuleArgs;
  readonly origin: Origin;
  readonly priority: number | null;
  readonly order: number | null;
  readonly conditions: readonly ExplainedCondition[];
  /** Null as long as only its priority decides. */
  readonly fate: Exclude<Fate, "used" | "overridden"> | null;
}

/** What is left of the definitions, in their order. Functions that stand under no priority are called, as when merging. */
export function leavesOf(definitions: readonly Definition[], path: Path, machine: Machine): readonly Leaf[] {
  return definitions.flatMap((definition) => {
    const { value, args, origin, priority, order } = definition;
    const outer = outerConditions(definition.conditions);
    const leaf: Leaf = {
      definition,
      value,
      isComputed: false,
      args,
      origin,
      priority,
      order,
      conditions: outer.conditions,
      fate: outer.fate,
    };
    if (leaf.fate !== null) return [leaf];
    const found: Leaf[] = [];
    peel(leaf, 0, { path, machine, found });
    return found;
  });
}

/** The same with those computed whose priority is the one that won; each may turn out to be several, or none. */
export function computeWinners(leaves: readonly Leaf[], path: Path, machine: Machine): readonly Leaf[] {
  const winning = strongest(leaves);
  return leaves.flatMap((leaf) => {
    if (leaf.fate !== null || priorityOf(leaf) !== winning) return [leaf];
    const found: Leaf[] = [];
    peel({ ...leaf, priority: null }, 0, { path, machine, found });
    return found.map((each) => ({ ...each, priority: stronger(leaf.priority, each.priority) }));
  });
}

/** The definitions of a member of the values: a name of sets, a place in the joined lists. */
export function memberDefinitions(
  leaves: readonly Leaf[],
  name: string,
  path: Path,
  machine: Machine,
): readonly Definition[] {
  const winning = strongest(leaves);
  const used = leaves.filter((leaf) => leaf.fate === null && priorityOf(leaf) === winning).toSorted(byOrder);
  const settled = used.map(({ value, args, origin, order }) => ({ value, args, origin, order }));
  return definitionsInside(settled, name, (element) =>
    leavesOf([element], path, machine).some(({ fate }) => fate !== "condition-false"),
  );
}

interface Peeling {
  readonly path: Path;
  readonly machine: Machine;
  readonly found: Leaf[];
}

function peel(leaf: Leaf, conditionsHere: number, peeling: Peeling): void {
  const { value, args, origin } = leaf;
  const { path, machine, found } = peeling;
  if (isProperty(value)) {
    const inside = (content: unknown, changed: Partial<Leaf> = {}, depth = 0): void =>
      peel({ ...leaf, isComputed: false, value: content, ...changed }, depth, peeling);
    switch (value[propertyBrand]) {
      case "if": {
        const place = stepInto(origin, { kind: "condition", at: conditionsHere });
        const holds: boolean | null = ask(() =>
          machine.condition(value.condition, args, { path }, origin, conditionsHere).force(),
        );
        const conditions = [...leaf.conditions, { origin: place, holds }];
        if (holds === true) inside(value.content, { conditions }, conditionsHere + 1);
        else
          found.push({
            ...leaf,
            value: value.content,
            conditions,
            fate: holds === null ? "failed" : "condition-false",
          });
        return;
      }
      case "merge":
        for (const [at, content] of value.contents.entries()) {
          inside(content, { origin: stepInto(origin, { kind: "content", at }) });
        }
        return;
      case "override":
        return inside(value.content, { priority: stronger(leaf.priority, value.priority) }, conditionsHere);
      case "order":
        return inside(value.content, { order: value.priority }, conditionsHere);
      case "definition":
        return inside(value.content, { origin: value.origin, args: value.args ?? args });
    }
  } else if (isLazy(value) && !leaf.isComputed && leaf.priority === null) {
    const computed = attempt(() =>
      runUserCode(
        () => value(args),
        (message) => diagnostic("value-threw", { path, origin }, { message }),
      ),
    );
    if (computed === null) found.push({ ...leaf, fate: "failed" });
    else peel({ ...leaf, value: computed.value, isComputed: true }, conditionsHere, peeling);
  } else if (value !== undefined) {
    found.push(leaf);
  }
}

function outerConditions(conditions: Conditions | null): {
  readonly conditions: readonly ExplainedCondition[];
  readonly fate: "condition-false" | "failed" | null;
} {
  const chain: Conditions[] = [];
  for (let cell = conditions; cell !== null; cell = cell.outer) chain.unshift(cell);
  const explained: ExplainedCondition[] = [];
  let fate: "condition-false" | "failed" | null = null;
  for (const { condition } of chain) {
    // What stands under a false condition is not asked.
    const holds: boolean | null = fate === null ? ask(() => condition.force()) : null;
    explained.push({ origin: condition.origin, holds });
    if (fate === null && holds !== true) fate = holds === null ? "failed" : "condition-false";
  }
  return { conditions: explained, fate };
}

function ask(condition: () => boolean): boolean | null {
  return attempt(condition)?.value ?? null;
}

/** The strongest priority among those that hold. */
export function strongest(leaves: readonly Leaf[]): number {
  return leaves
    .filter(({ fate }) => fate === null)
    .reduce((best, leaf) => Math.min(best, priorityOf(leaf)), priorities.none as number);
}

/** The priority as a number. */
export function priorityOf({ priority }: Leaf): number {
  return priority ?? priorities.plain;
}

function stronger(outer: number | null, inner: number | null): number | null {
  return outer === null || inner === null ? (outer ?? inner) : Math.min(outer, inner);
}

/** Earlier in the order of definitions. */
export function byOrder(left: Leaf, right: Leaf): number {
  return (left.order ?? 1000) - (right.order ?? 1000);
}

/** The value of a leaf as text. */
export function showLeaf({ value, isComputed }: Leaf): string | null {
  return isComputed && !isProperty(value) ? show(value) : showWritten(value);
}
