// The old name of attribute sets that could also be written as lists.
import type { OptionType } from "../model/option-type.ts";
import { attrsOf } from "./attrs-of.ts";
import { withFields } from "./update-type.ts";

/**
 * What `attrsOf` makes, under the name it has in old modules. Still works; declaring an option with it is the warning
 * `deprecated-type`. Lists, which it also took once, are refused.
 */
export function loaOf<T, I>(
  elemType: OptionType<T, I>,
): OptionType<Readonly<Record<string, T>>, Readonly<Record<string, I>>> {
  return withFields(attrsOf(elemType), {
    name: "loaOf",
    deprecationMessage: "Lists are not taken any more: it is the same as `types.attrsOf`, which replaces it.",
  });
}
