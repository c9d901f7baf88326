// Tells definitions that are nothing but a value.
import type { Definition } from "./definition.ts";
import { isLazy } from "./force.ts";
import { isProperty } from "./property.ts";

/** Whether a definition is a value that stands there as it is: nothing of it is left to compute. */
export function isData({ value, conditions }: Definition): boolean {
  return conditions === null && value !== undefined && !isLazy(value) && !isProperty(value);
}
