// A type that contains itself has a name.
import { rule, type Rule } from "../rule.ts";
import { isNamelessRecursion } from "../recursion.ts";

export const recursiveType: Rule<"option/recursive-type"> = rule({
  id: "option/recursive-type",
  check: ({ option, type, all, isDocumented }) => {
    // Where documentation does not go on below the option, its options come to an end.
    const isListed = isDocumented && all.visible !== "shallow";
    const isRecursive = (isListed && option.isRecursive) || (type !== null && isNamelessRecursion(type));
    return isRecursive ? [{ about: "type", data: {} }] : [];
  },
});
