// The single place that knows what an unforced value looks like: a function of the module arguments.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ConfixError, isConfixError, withPlace } from "../diagnostics/errors.ts";
import { show } from "../kernel/show.ts";
import { isStackOverflow } from "../kernel/stack-overflow.ts";
import { Unwinding } from "../kernel/scope.ts";
import type { ModuleArgs } from "./definition.ts";

/** A value that is computed when it is needed. */
export type LazyValue = (args: ModuleArgs) => unknown;

/** Whether a value, where laziness applies, is still to be computed. */
export function isLazy(value: unknown): value is LazyValue {
  return typeof value === "function";
}

/**
 * Runs user code. What Confix itself throws goes through, with the place that `describe` knows if it has none; anything
 * else the code throws becomes the diagnostic that `describe` makes of its message, with the original as `cause`.
 */
export function runUserCode<T>(code: () => T, describe: (message: string) => Diagnostic): T {
  try {
    return code();
  } catch (error) {
    if (error instanceof Unwinding || isStackOverflow(error)) throw error;
    if (!isConfixError(error)) throw new ConfixError([describe(messageOfThrown(error))], error);
    const { path, origin } = describe("");
    throw withPlace(error, { ...(path !== null && { path }), ...(origin !== null && { origin }) });
  }
}

/** Whether a function takes a value at all: one that declares no parameter does not need what it would be given. */
export function declaresParameter(code: Function): boolean {
  // `length` leaves out rest parameters and those with a default; where it is 0, the written list of parameters tells.
  return code.length > 0 || !/^[^(]*\(\s*\)/.test(Function.prototype.toString.call(code));
}

/** What a thrown value says, empty if nothing; not trusting it: its message may be a getter that throws. */
export function messageOfThrown(error: unknown): string {
  if (typeof error === "string") return error;
  if (typeof error !== "object" || error === null) return error === undefined ? "" : show(error);
  try {
    const { message, name } = error as { readonly message?: unknown; readonly name?: unknown }; // Any object may have these.
    if (typeof message === "string" && message !== "") return message;
    if (typeof message === "string") return typeof name === "string" && name !== "Error" ? name : "";
  } catch {
    return "something that cannot be shown";
  }
  return show(error);
}
