// `literalExpression` is written under its present name.
import type { OptionAttributes } from "../../model/option.ts";
import { isOldExpression } from "../literals.ts";
import { rule, type Rule } from "../rule.ts";

const documented = [
  "default",
  "defaultText",
  "example",
  "description",
] as const satisfies readonly (keyof OptionAttributes)[];

export const oldLiteral: Rule<"option/literal-example"> = rule({
  id: "option/literal-example",
  check: ({ given }) =>
    documented
      .filter((attribute) => isOldExpression(given[attribute]))
      .map((attribute) => ({ about: attribute, data: { attribute }, fix: { kind: "rename-literal", attribute } })),
});
