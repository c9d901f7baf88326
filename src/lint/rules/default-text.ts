// A default that holds packages is documented by a text.
import { derivesFromPackages } from "../derives.ts";
import { rule, type Rule } from "../rule.ts";

export const defaultText: Rule<"option/default-text"> = rule({
  id: "option/default-text",
  isFounding: true,
  check: ({ given, all, type }, preset) => {
    const derives = type !== null && derivesFromPackages(type);
    if (derives && given.defaultText !== undefined && all.default === undefined) {
      return [
        {
          about: "defaultText",
          data: { missing: "default", isComputed: false },
          fix: { kind: "drop", attribute: "defaultText" },
        },
      ];
    }
    if (given.default === undefined || all.defaultText !== undefined) return [];
    const fix = { kind: "add-default-text" } as const;
    if (derives) return [{ about: "default", data: { missing: "defaultText", isComputed: false }, fix }];
    // Documentation has nothing to show for a function either.
    if (preset !== "recommended" || typeof given.default !== "function") return [];
    return [{ about: "default", data: { missing: "defaultText", isComputed: true }, fix, isAdvice: true }];
  },
});
