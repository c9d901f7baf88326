// Goes on where something that people wrote fails: a tool that describes options needs no value.
import { isConfixError } from "../../diagnostics/errors.ts";

/** What `compute` gives, or `instead` if it fails with a report. */
export function orIfItFails<T, D>(instead: D, compute: () => T): T | D {
  try {
    return compute();
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return instead;
  }
}
