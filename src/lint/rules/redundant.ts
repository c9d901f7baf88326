// A definition changes something.
import { isConfixError } from "../../diagnostics/errors.ts";
import { hasOptions } from "../has-options.ts";
import { isSameValue } from "../same-value.ts";
import { evaluatedRule, type EvaluatedRule } from "../rule.ts";

// The option is computed once more without each of its definitions, from all the others.
const mostDefinitions = 200;

export const redundant: EvaluatedRule<"definition/redundant"> = evaluatedRule({
  id: "definition/redundant",
  check: (option) => {
    const { attributes, definitions, highestPrio, type } = option;
    if (attributes.readOnly === true || attributes.obsolete === true || hasOptions(type)) return [];
    const winners = definitions.filter(({ priority }) => priority === highestPrio);
    // What is part of a default cannot be taken away.
    if (winners.every(({ isOfDefault }) => isOfDefault)) return [];
    if (winners.length > mostDefinitions) {
      return [{ skipped: `whether one of its ${winners.length} definitions is redundant was not tried` }];
    }
    const value = option.value();
    if (value === null) return [];
    let isTooLarge = false;
    // Of several that say the same, one has to stay: the first.
    for (const definition of winners.toReversed()) {
      const without = definition.isOfDefault ? null : option.valueWithout(definition);
      const isSame = without === null ? false : compare(value.value, without.value);
      if (isSame === true) {
        return [{ definition, data: { by: definitions.length > 1 ? "definition" : "default" } }];
      }
      isTooLarge ||= isSame === null;
    }
    return isTooLarge ? [{ skipped: "its value is too large to be compared with what it would be otherwise" }] : [];
  },
});

// A value may hold members that cannot be computed.
function compare(left: unknown, right: unknown): boolean | null {
  try {
    return isSameValue(left, right);
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return false;
  }
}
