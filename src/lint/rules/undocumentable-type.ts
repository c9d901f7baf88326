// Documentation can be written of every type.
import { messageOf } from "../../diagnostics/render-text.ts";
import { messageOfThrown } from "../../model/thrown.ts";
import { isConfixError } from "../../diagnostics/errors.ts";
import { isNamelessRecursion } from "../recursion.ts";
import { rule, type Rule } from "../rule.ts";

export const undocumentableType: Rule<"option/undocumentable-type"> = rule({
  id: "option/undocumentable-type",
  check: ({ option, type, isDocumented }) => {
    if (type === null || !isDocumented) return [];
    const [inside] = option.submoduleProblems;
    if (inside !== undefined)
      return [{ about: "type", data: { part: "the options inside", problem: messageOf(inside) } }];
    // That its description has no end is said elsewhere.
    if (isNamelessRecursion(type)) return [];
    try {
      const { description } = type;
      if (typeof description === "string" && description.trim() !== "") return [];
      return [{ about: "type", data: { part: "its description", problem: "it is empty" } }];
    } catch (error) {
      const problem = isConfixError(error) ? error.diagnostics.map(messageOf).join(" ") : messageOfThrown(error);
      return [{ about: "type", data: { part: "its description", problem } }];
    }
  },
});
