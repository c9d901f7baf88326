// An example that holds packages is given as code.
import { derivesFromPackages } from "../derives.ts";
import { isExpression, isLiteral } from "../literals.ts";
import { rule, type Rule } from "../rule.ts";

export const exampleLiteral: Rule<"option/example-literal"> = rule({
  id: "option/example-literal",
  isFounding: true,
  check: ({ given, type }) => {
    if (given.example === undefined || type === null || !derivesFromPackages(type)) return [];
    if (isExpression(given.example)) return [];
    // Markdown is no code: only its author can say which code it was to show.
    if (isLiteral(given.example)) return [{ about: "example", data: {} }];
    return [{ about: "example", data: {}, fix: { kind: "wrap", attribute: "example" } }];
  },
});
