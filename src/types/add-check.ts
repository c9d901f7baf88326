// A type with a condition of one's own.
import type { OptionType } from "../model/option-type.ts";
import { failArgument, requireType } from "./require-type.ts";
import { withAddedCheck } from "./update-type.ts";

/**
 * A type that accepts only what `check` accepts, too. `check` sees each definition by itself, before it is merged: the
 * outermost shape is computed, but lazy members are still functions, and properties in it still there. Option
 * declarations of the type and of one without the check, or with another, meet in the type without; on types that hold
 * submodules, where declarations add up, all checks stay.
 */
export function addCheck<T, I>(type: OptionType<T, I>, check: (value: I) => boolean): OptionType<T, I> {
  requireType(type, "addCheck");
  if (typeof check !== "function") failArgument("addCheck", "its second argument must be a function");
  // The cast: called only with values that `type` accepts.
  return withAddedCheck(type, check as (value: unknown) => boolean);
}
