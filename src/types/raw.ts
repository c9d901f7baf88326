// Values that are handed through as they are.
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeOneOption } from "./merge-strategies.ts";

/** Anything; exactly one definition, whose inside is not touched: functions and properties in it stay what they are. */
export const raw: OptionType<unknown> = mkOptionType<unknown>({
  name: "raw",
  description: "raw value",
  descriptionClass: "noun",
  merge: mergeOneOption,
});
