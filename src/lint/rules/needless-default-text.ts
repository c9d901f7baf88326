// A default that can be shown needs no text beside it.
import { derivesFromPackages } from "../derives.ts";
import { rule, type Rule } from "../rule.ts";

export const needlessDefaultText: Rule<"option/needless-default-text"> = rule({
  id: "option/needless-default-text",
  isFounding: true,
  check: ({ given, all, type }, preset) => {
    if (given.defaultText === undefined || (type !== null && derivesFromPackages(type))) return [];
    // To the letter, a computed default needs no text either; but there is nothing else to show.
    if (preset === "recommended" && typeof all.default === "function") return [];
    return [
      {
        about: "defaultText",
        data: { hasDefault: all.default !== undefined },
        fix: { kind: "drop", attribute: "defaultText" },
      },
    ];
  },
});
