// Old names of options go when everybody knows the new ones.
import { datesOfRename } from "../../model/option.ts";
import { rule, type Rule } from "../rule.ts";

export const renameOverdue: Rule<"option/rename-overdue"> = rule({
  id: "option/rename-overdue",
  isForObsolete: true,
  check: ({ given }) => {
    const dates = datesOfRename(given);
    // In the release that brought the new name, the warning was new as well.
    if (dates === null || dates.oldestSupportedRelease <= dates.sinceRelease) return [];
    return [{ about: "option", data: { since: dates.sinceRelease, oldest: dates.oldestSupportedRelease } }];
  },
});
