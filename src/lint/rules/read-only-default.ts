// A read-only option has the value that its module gives it.
import { declaresParameter } from "../../model/force.ts";
import { rule, type Rule } from "../rule.ts";

export const readOnlyDefault: Rule<"option/read-only-default"> = rule({
  id: "option/read-only-default",
  check: ({ given, all, option }) => {
    if (given.readOnly !== true || all.default !== undefined) return [];
    // An `apply` without a parameter makes the value out of something else.
    if (all.apply !== undefined && !declaresParameter(all.apply)) return [];
    return option.isDefined() ? [] : [{ about: "readOnly", data: {} }];
  },
});
