// Tells definitions that are nothing but a value.
import type { Definition } from "./definition.ts";
import { isProperty } from "./property.ts";

/** Whether a definition is a value that stands there as it is: nothing of it is left to compute. */
export function isData({ value, conditions }: Definition): boolean {
  return conditions === null && isWritten(value);
}

/** Whether a value stands there as it is, whatever conditions it stands under. */
export function isWritten(value: unknown): boolean {
  switch (typeof value) {
    case "undefined":
    case "function":
      return false;
    case "object":
      return value === null || !isProperty(value);
    default:
      return true;
  }
}

/** Whether a value is a string, a number, a boolean or null: what a leaf type takes as it is. */
export function isAtom(value: unknown): boolean {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return true;
    default:
      return value === null;
  }
}
