// Every option that documentation shows says what it is for.
import { rule, type Rule } from "../rule.ts";

export const missingDescription: Rule<"option/missing-description"> = rule({
  id: "option/missing-description",
  // One declaration may leave the description to another; where none has it, it is missed once.
  check: ({ option, given, isDocumented }) =>
    !isDocumented ||
    option.declarations.some((each) => each.option.description !== undefined) ||
    option.declarations.at(-1)?.option !== given
      ? []
      : [{ about: "option", data: {} }],
});
