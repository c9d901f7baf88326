// An option that nobody reads is not there for anything.
import { evaluatedRule, type EvaluatedRule } from "../rule.ts";

export const unused: EvaluatedRule<"option/unused"> = evaluatedRule({
  id: "option/unused",
  // Options that are not internal are read by whoever gets the result.
  check: ({ attributes: { internal, obsolete }, wasRead }) =>
    wasRead || internal !== true || obsolete === true ? [] : [{ definition: null, data: {} }],
});
