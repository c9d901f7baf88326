// A definition that holds has an effect.
import { showOrigin } from "../../kernel/origin.ts";
import { showPath } from "../../kernel/path.ts";
import { priorities } from "../../model/property.ts";
import type { InspectedDefinition, InspectedOption } from "../../evaluate/index.ts";
import { evaluatedRule, type EvaluatedRule, type FoundInEvaluation } from "../rule.ts";

type Finding = FoundInEvaluation<"definition/no-effect">;

export const noEffect: EvaluatedRule<"definition/no-effect"> = evaluatedRule({
  id: "definition/no-effect",
  check: (option, others) => {
    const overridden = option.definitions.flatMap((definition): readonly Finding[] => {
      const winner = overriding(definition, option);
      return winner === null ? [] : [{ definition, data: { why: "overridden", by: describe(winner) } }];
    });
    const switchPath = disabledParent(option, others);
    if (switchPath === null) return overridden;
    const disabled = option.definitions
      .filter(({ priority }) => priority === option.highestPrio && priority <= priorities.plain)
      .map((definition): Finding => ({ definition, data: { why: "disabled", by: switchPath } }));
    return [...overridden, ...disabled];
  },
});

/** The definition that hides another; null: none does, or that is what the other is for. */
function overriding(
  hidden: InspectedDefinition,
  { definitions, highestPrio }: InspectedOption,
): InspectedDefinition | null {
  if (hidden.priority <= highestPrio) return null;
  const winners = definitions.filter(({ priority }) => priority === highestPrio);
  // What a module gives with `mkDefault` is there to be overridden, by others.
  const isMeant = hidden.priority > priorities.plain;
  return winners.find(({ origin }) => !isMeant || origin.file === hidden.origin.file) ?? null;
}

const names: ReadonlyMap<number, string> = new Map([
  [priorities.vm, "`mkVMOverride`"],
  [priorities.force, "`mkForce`"],
  [priorities.imageMedia, "`mkImageMediaOverride`"],
  [priorities.plain, "the plain definition"],
  [priorities.default, "`mkDefault`"],
]);

function describe({ priority, origin }: InspectedDefinition): string {
  return `${names.get(priority) ?? `the definition of priority ${priority}`} in ${showOrigin(origin)} hides it`;
}

/** The `enable` option beside or above an option that is false; null: there is none. */
function disabledParent(
  { path, attributes }: InspectedOption,
  others: (path: readonly string[]) => InspectedOption | null,
): string | null {
  // What users do not define says what would be if it were enabled.
  if (attributes.readOnly === true || attributes.internal === true || path.at(-1) === "enable") return null;
  for (let length = path.length - 1; length > 0; length -= 1) {
    const found = others([...path.slice(0, length), "enable"]);
    if (found?.type.functor.name === "bool" && found.value()?.value === false) return showPath(found.path);
  }
  return null;
}
