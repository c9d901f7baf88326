// A definition changes something.
import { isConfixError } from "../../diagnostics/errors.ts";
import { isEqualData } from "../../kernel/plain.ts";
import type { InspectedOption } from "../../evaluate/index.ts";
import { evaluatedRule, type EvaluatedRule } from "../rule.ts";

export const redundant: EvaluatedRule<"definition/redundant"> = evaluatedRule({
  id: "definition/redundant",
  check: (option) => {
    const { attributes, definitions, highestPrio } = option;
    if (attributes.readOnly === true || attributes.obsolete === true || !isComparable(option)) return [];
    const value = option.value();
    if (value === null) return [];
    // Of several that say the same, one has to stay: the first.
    const winners = definitions.filter(({ priority }) => priority === highestPrio);
    const isSame = (at: number): boolean => {
      const definition = winners[at];
      const without = definition === undefined ? null : option.valueWithout(definition);
      return without !== null && isSameValue(value.value, without.value);
    };
    const at = winners.findLastIndex((_, each) => isSame(each));
    const definition = winners[at];
    if (definition === undefined) return [];
    return [{ definition, data: { by: definitions.length > 1 ? "definition" : "default" } }];
  },
});

// Of values with options of their own nobody knows how much would have to be computed.
function isComparable({ type }: InspectedOption): boolean {
  return type.subModules === null && type.submodule === null;
}

// A value may hold members that cannot be computed.
function isSameValue(left: unknown, right: unknown): boolean {
  try {
    return isEqualData(left, right);
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return false;
  }
}
