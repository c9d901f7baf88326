// Options are named in one style.
import { rule, type Rule } from "../rule.ts";

export const nameStyle: Rule<"option/name-style"> = rule({
  id: "option/name-style",
  check: ({ name, option }) => {
    // Declared beside names that anybody may choose, options mirror those of another program.
    if (option.isInFreeform || /^_?[a-z][A-Za-z0-9]*$/.test(name)) return [];
    return [{ about: "option", data: { name, suggestion: inCamelCase(name) } }];
  },
});

// Null: nothing is left that could be a name.
function inCamelCase(name: string): string | null {
  const words = name.match(/[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+/g) ?? [];
  const joined = words
    .map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))
    .join("");
  return /^[a-z]/.test(joined) && joined !== name ? joined : null;
}
