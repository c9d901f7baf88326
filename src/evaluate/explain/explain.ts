// Why a value is what it is: looks at an evaluation that was recorded while it ran.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { attempt } from "../../diagnostics/errors.ts";
import type { Path } from "../../kernel/path.ts";
import type { Definition } from "../../model/definition.ts";
import type { ExplainedDefinition, Explanation } from "../../model/explanation.ts";
import { isLazy } from "../../model/force.ts";
import type { Explained, Machine } from "../../model/machine.ts";
import { descriptionOf } from "../../model/option-type.ts";
import { orders } from "../../model/property.ts";
import {
  byOrder,
  computeWinners,
  leavesOf,
  memberDefinitions,
  priorityOf,
  showLeaf,
  strongest,
} from "./explain-definitions.ts";

/** What is known of a path but its value, and who reads it. */
export type Account = Omit<Explanation, "path" | "value" | "diagnostics" | "reads" | "readers">;

const nothing: Account = {
  option: null,
  type: null,
  description: null,
  declarations: [],
  readOnly: false,
  sensitive: false,
  apply: null,
  definitions: [],
};

/** Explains a path of an evaluation; what cannot be computed is added to `problems`. */
export function explainPath({ machine, find }: Explained, path: Path, problems: Diagnostic[]): Account {
  const found = find(path.slice(machine.prefix.length));
  if (found === null) return nothing;
  const depth = machine.prefix.length + found.length;
  const account = { ...nothing, option: path.slice(0, depth) };
  const given = attempt(found.given, problems)?.value ?? [];
  const merged = found.cell === null ? null : (attempt(() => found.cell?.merged(), problems)?.value ?? null);
  const standard = (merged?.defaultOrigin ?? null) === null ? null : (given[0] ?? null);
  const isApplied = (merged?.applyOrigin ?? null) !== null;
  const explain = (): readonly ExplainedDefinition[] =>
    explainDefinitions(given, standard, { path, depth, isApplied }, machine);
  const definitions = attempt(explain, problems)?.value ?? [];
  const type = merged?.type ?? attempt(found.type, problems)?.value ?? null;
  const described = { ...account, definitions, type: type && { name: type.name, description: descriptionOf(type) } };
  if (merged === null) return described;
  const { attributes, origins, applyOrigin } = merged;
  return {
    ...described,
    description: typeof attributes.description === "string" ? attributes.description : null,
    declarations: origins,
    readOnly: attributes.readOnly === true,
    sensitive: attributes.sensitive === true,
    apply: applyOrigin,
  };
}

function explainDefinitions(
  given: readonly Definition[],
  standard: Definition | null,
  { path, depth, isApplied }: { readonly path: Path; readonly depth: number; readonly isApplied: boolean },
  machine: Machine,
): readonly ExplainedDefinition[] {
  let leaves = computeWinners(leavesOf(given, path, machine), path, machine);
  for (const [at, name] of path.slice(depth).entries()) {
    const here = path.slice(0, depth + at + 1);
    // What `apply` made of a list has its elements in places of its own: all that is defined explains each.
    if (isApplied && leaves.some(({ value }) => Array.isArray(value))) break;
    leaves = computeWinners(leavesOf(memberDefinitions(leaves, name, here, machine), here, machine), here, machine);
  }
  const winning = strongest(leaves);
  return leaves.toSorted(byOrder).map((leaf) => {
    const priority = priorityOf(leaf);
    const fate = leaf.fate ?? (priority === winning ? "used" : "overridden");
    const isShown = fate === "used" || !isLazy(leaf.value);
    return {
      origin: leaf.origin,
      shown: isShown ? showLeaf(leaf) : null,
      isDefault: leaf.definition === standard,
      priority,
      order: leaf.order ?? orders.plain,
      conditions: leaf.conditions,
      fate,
      lostTo: fate === "overridden" ? winning : null,
    };
  });
}
