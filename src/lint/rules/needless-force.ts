// `mkForce` stands where there is something to override.
import { priorities } from "../../model/property.ts";
import { evaluatedRule, type EvaluatedRule } from "../rule.ts";

export const needlessForce: EvaluatedRule<"definition/needless-force"> = evaluatedRule({
  id: "definition/needless-force",
  check: ({ definitions }) =>
    definitions
      .filter(({ priority }) => priority === priorities.force)
      // A plain definition wins over weaker ones as well.
      .filter((forced) => definitions.every((each) => each === forced || each.priority > priorities.plain))
      .map((definition) => ({ definition, data: {} })),
});
