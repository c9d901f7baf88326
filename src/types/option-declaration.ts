// Options whose value is the declaration of an option.
import { isOptionState } from "../model/option-state.ts";
import { isOption } from "../model/option.ts";
import type { Option } from "../model/option.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";

/**
 * What `mkOption` returns; not an option that an evaluation has a value for. Several are one with the attributes of all, of
 * which the last definition that has one gives it.
 */
export const optionDeclaration: OptionType<Option<unknown>> = mkOptionType<Option<unknown>>({
  name: "optionDeclaration",
  description: "option declaration",
  descriptionClass: "noun",
  check: (value) => isOption(value) && !isOptionState(value),
  merge: (_context, definitions) => {
    const [first, ...others] = definitions.map(({ value }) => value);
    // By `assign` the mark of options is copied as well.
    return others.length === 0 ? first : Object.freeze(Object.assign({}, first, ...others));
  },
});
