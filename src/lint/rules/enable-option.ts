// An option called `enable` is what users expect of one.
import { descriptionOf } from "../../model/option-type.ts";
import { rule, type Rule } from "../rule.ts";

export const enableOption: Rule<"option/enable-option"> = rule({
  id: "option/enable-option",
  check: ({ name, given, type, option }) => {
    // Of several declarations, the first says what the option is.
    if (name !== "enable" || option.declarations[0]?.option !== given) return [];
    if (type !== null && type.functor.name !== "bool") {
      return [{ about: "type", data: { type: descriptionOf(type), text: null } }];
    }
    const { description, example } = given;
    const text = typeof description === "string" ? description : null;
    // What is on by itself is not enabled by anybody; such an option says what it switches off.
    if (given.default === true) return [];
    // By what it is, not by who made it: `{ ...mkEnableOption("x"), default: true }` has all that users expect.
    if (type !== null && example === true && text !== null && /^Whether to enable\s/.test(text)) return [];
    return [{ about: "option", data: { type: null, text: text === null ? "…" : nameIn(text) } }];
  },
});

// What `mkEnableOption` would be given to say nearly the same.
function nameIn(description: string): string {
  const name = description.trim().replace(/\.$/, "");
  return name.replace(/^(?:(?:whether|if|set) (?:to |true )?)?(?:enables? |turns? on |activates? |runs? )/i, "") || "…";
}
