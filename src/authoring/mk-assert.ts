// A definition that must not be needed unless a condition holds.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { makeIf, type Property } from "../model/property.ts";
import type { ArgsOf, Expected } from "../model/typed.ts";
import { asExpected } from "./expected.ts";

/**
 * The definition `content`; if `condition` (a boolean, or a function of the module arguments) is false, whoever needs the
 * definition gets the error `failed-assertion` with `message`.
 */
export function mkAssert<D, A = ArgsOf<D>>(
  condition: boolean | ((args: A) => boolean),
  message: string,
  content: Expected<D>,
): Property<D, A> {
  const holds = (args: A): boolean =>
    (typeof condition === "function" ? condition(args) : condition) ||
    fail(diagnostic("failed-assertion", {}, { message }));
  return makeIf<D, A>(holds, asExpected<D>(content));
}
