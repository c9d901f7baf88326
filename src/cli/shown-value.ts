// A value as text shows it, also one of which nothing is shown.
import { masked } from "../diagnostics/mask.ts";
import { show } from "../kernel/show.ts";

/** The value as text. What stands for one that is kept secret stands there as a word, not as a text. */
export function shownValue(value: unknown): string {
  return value === masked ? masked : show(value);
}
