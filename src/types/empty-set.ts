// The value of an option of sets that nothing defines.
import type { MergeContext } from "../model/option-type.ts";

/** A set without members. */
export function emptySet(context: MergeContext): object {
  return context.record(new Map());
}
