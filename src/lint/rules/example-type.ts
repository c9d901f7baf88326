// An example is of the option's own type.
import { show } from "../../kernel/show.ts";
import { descriptionOf } from "../../model/option-type.ts";
import { derivesFromPackages } from "../derives.ts";
import { misfit } from "../fits-type.ts";
import { rule, type Rule } from "../rule.ts";

export const exampleType: Rule<"option/example-type"> = rule({
  id: "option/example-type",
  check: ({ given, type }) => {
    const { example } = given;
    // Examples that hold packages are texts; that one is none is said elsewhere.
    if (example === undefined || type === null || derivesFromPackages(type)) return [];
    const found = misfit(type, example);
    if (found === null) return [];
    const data = { type: descriptionOf(type), shown: show(example, { lines: 1 }), detail: found.detail };
    return [{ about: "example", data }];
  },
});
