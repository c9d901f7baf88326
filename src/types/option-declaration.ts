// Options whose value is the declaration of an option.
import { isOptionState } from "../model/option-state.ts";
import { isOption } from "../model/option.ts";
import type { Option } from "../model/option.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeOne } from "./merge-strategies.ts";

/** What `mkOption` returns, from one definition; not an option that an evaluation has a value for. */
export const optionDeclaration: OptionType<Option<unknown>> = mkOptionType<Option<unknown>>({
  name: "optionDeclaration",
  description: "option declaration",
  descriptionClass: "noun",
  check: (value) => isOption(value) && !isOptionState(value),
  merge: (context, definitions) => mergeOne(context, definitions),
});
