// Every option has a type.
import { rule, type Rule } from "../rule.ts";

export const missingType: Rule<"option/missing-type"> = rule({
  id: "option/missing-type",
  isFounding: true,
  // One declaration may leave the type to another; where none has it, it is missed once.
  check: ({ option, given }) =>
    option.declarations.some((each) => each.option.type !== undefined) || option.declarations.at(-1)?.option !== given
      ? []
      : [{ about: "option", data: {} }],
});
