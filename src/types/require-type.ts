// Refuses arguments of types that are no types, where the mistake is made.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { isOptionType } from "../model/option-type.ts";

/** Fails if an argument of `types.<taker>` is no option type. TypeScript finds this too, where it is asked. */
export function requireType(value: unknown, taker: string): void {
  if (isOptionType(value)) return;
  const found =
    value === undefined ? "undefined (a misspelt name, or a type that is not made yet?)" : describeValue(value);
  failArgument(taker, `it needs an option type, but was given ${found}`);
}

/** Fails because an argument of `types.<taker>` makes no sense. */
export function failArgument(taker: string, problem: string): never {
  return fail(diagnostic("bad-type-argument", {}, { type: taker, problem }));
}
