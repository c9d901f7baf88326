// The single place that knows what an unforced value looks like: a function of the module arguments.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ConfixError, isConfixError, withoutRemains, withPlace } from "../diagnostics/errors.ts";
import { originGiven } from "../diagnostics/report.ts";
import { type Origin, unknownFile } from "../kernel/origin.ts";
import { isStackOverflow } from "../kernel/stack-overflow.ts";
import { Unwinding } from "../kernel/any-thunk.ts";
import { thrownAt, thrownStack } from "../kernel/thrown-at.ts";
import type { ModuleArgs } from "./definition.ts";
import { messageOfThrown } from "./thrown.ts";

/** A value that is computed when it is needed. */
export type LazyValue = (args: ModuleArgs) => unknown;

/** Whether a value, where laziness applies, is still to be computed. */
export function isLazy(value: unknown): value is LazyValue {
  return typeof value === "function";
}

/**
 * Runs user code. What Confix itself throws goes through, with the place that `describe` knows if it has none; anything
 * else the code throws becomes the diagnostic that `describe` makes of its message, with the original as `cause`, and with
 * the line that threw it.
 */
export function runUserCode<T>(
  code: () => T,
  describe: (message: string) => Diagnostic,
  by: "reader" | "type" = "reader",
): T {
  try {
    return quiet(code());
  } catch (error) {
    throw failureOf(error, describe, by);
  }
}

/** What user code returned. Whoever takes a promise for a value is refused; that it fails as well must not end the process. */
export function quiet<T>(result: T): T {
  if (result instanceof Promise) result.catch(() => undefined);
  return result;
}

/** What `runUserCode` throws of what the code threw; for those who run it by themselves, since they do it often. */
export function failureOf(
  error: unknown,
  describe: (message: string) => Diagnostic,
  by: "reader" | "type" = "reader",
): unknown {
  // First: with the stack used up, there is none left to look for its place.
  if (isStackOverflow(error)) return error;
  if (!isConfixError(error)) return new ConfixError([reportThrown(error, describe)], error);
  const described = describe("");
  const origin = originGiven(described) ?? described.origin;
  // The functions of a type make the value itself; what others read and could not have is no part of theirs.
  const failed = by === "type" ? error : withoutRemains(error);
  return withPlace(failed, { ...(described.path && { path: described.path }), ...(origin && { origin }) });
}

/**
 * The diagnostic that `describe` makes of what user code threw, with the line that threw it. Signs of the evaluator's own
 * (the stack is used up, all unwinds) are thrown again.
 */
export function reportThrown(error: unknown, describe: (message: string) => Diagnostic): Diagnostic {
  if (error instanceof Unwinding || isStackOverflow(error)) throw error;
  const diagnostic = describe(messageOfThrown(error));
  const stack = thrownStack(error);
  const line = thrownAt(stack);
  const place = line === null ? {} : placeOf(diagnostic, line);
  return Object.freeze({ ...diagnostic, ...place, ...(stack.length > 0 && { stack }) });
}

// The definition stays the place to change; a line elsewhere, in what it calls, is a further one.
function placeOf({ origin, related }: Diagnostic, line: Origin): Pick<Diagnostic, "origin" | "related"> {
  const isHere = origin === null || origin.file === unknownFile || origin.file === line.file;
  return isHere
    ? { origin: line, related }
    : { origin, related: [...related, { origin: line, message: "thrown here" }] };
}

/** Whether a function takes a value at all: one that declares no parameter does not need what it would be given. */
export function declaresParameter(code: Function): boolean {
  // `length` leaves out rest parameters and those with a default; where it is 0, the written list of parameters tells.
  return code.length > 0 || !/^[^(]*\(\s*\)/.test(Function.prototype.toString.call(code));
}
