// A definition under a condition.
import { makeIf, type Property } from "../model/property.ts";
import type { ArgsOf, Expected } from "../model/typed.ts";
import { asExpected } from "./expected.ts";

/**
 * A definition that holds only if `condition` does: a boolean, or a function of the module arguments, called when
 * somebody needs to know. Around a set of options the condition applies to each of them. Anything but true or false is
 * an error when the condition is needed.
 */
export function mkIf<D, A = ArgsOf<D>>(
  condition: boolean | ((args: A) => boolean),
  content: Expected<D>,
): Property<D, A> {
  return makeIf<D, A>(condition, asExpected<D>(content));
}
