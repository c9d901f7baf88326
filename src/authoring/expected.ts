// The arguments of properties, as TypeScript checks them.
import type { Expected } from "../model/typed.ts";

/** A definition as what is expected of it. */
export function asExpected<D>(definition: Expected<D>): D {
  // The cast: for every `D` the two are the same, but for one that is not known yet TypeScript cannot tell.
  return definition as D;
}
