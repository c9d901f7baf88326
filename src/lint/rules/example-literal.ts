// An example that holds packages is given as code.
import { derivesFromPackages } from "../derives.ts";
import { isExpression } from "../literals.ts";
import { rule, type Rule } from "../rule.ts";

export const exampleLiteral: Rule<"option/example-literal"> = rule({
  id: "option/example-literal",
  isFounding: true,
  check: ({ given, type }) => {
    if (given.example === undefined || type === null || !derivesFromPackages(type)) return [];
    if (isExpression(given.example)) return [];
    return [{ about: "example", data: {}, fix: { kind: "wrap", attribute: "example" } }];
  },
});
