// A default is of the option's own type.
import { show } from "../../kernel/show.ts";
import { descriptionOf } from "../../model/option-type.ts";
import { misfit } from "../fits-type.ts";
import { isLiteral } from "../literals.ts";
import { rule, type Rule } from "../rule.ts";

export const defaultType: Rule<"option/default-type"> = rule({
  id: "option/default-type",
  check: ({ given, type }) => {
    const { default: value } = given;
    if (value === undefined || type === null) return [];
    const isText = isLiteral(value) && !type.check(value);
    const found = isText ? { detail: "text for documentation belongs in `defaultText`" } : misfit(type, value);
    if (found === null) return [];
    const data = { type: descriptionOf(type), shown: show(value, { lines: 1 }), detail: found.detail };
    return [{ about: "default", data }];
  },
});
