// Finds out where a function was called, as cheaply as possible: captured at the call, read when asked.
import { framesOfStack } from "../kernel/parse-stack.ts";
import type { CallPlace } from "../model/module.ts";

/** Something with the text of a stack. Engines make the text when it is read. */
export interface StackHolder {
  readonly stack?: unknown;
}

/**
 * Remembers the one frame in which `called` was called. Null in engines other than V8, which cannot leave out the frames
 * of Confix; there the function makes an error itself, so that the innermost frame is in its own file:
 * `captureCaller(called) ?? new Error("called")`.
 */
export function captureCaller(called: (...args: never[]) => unknown): StackHolder | null {
  if (typeof Error.captureStackTrace !== "function") return null;
  const holder: StackHolder = {};
  const before = Error.stackTraceLimit;
  // Reflect.set: where intrinsics are frozen an assignment would throw, and the usual limit does as well.
  Reflect.set(Error, "stackTraceLimit", 1);
  try {
    Error.captureStackTrace(holder, called);
  } finally {
    Reflect.set(Error, "stackTraceLimit", before);
  }
  return holder;
}

/**
 * Tells the file and line of the caller from what was captured, looking at it once, when first asked. Null if the stack
 * names no file outside the one in which the error was made, for instance because a bundler put all into one.
 */
export function callerPlace(captured: StackHolder): () => CallPlace | null {
  let answer: { readonly place: CallPlace | null } | null = null;
  return () => {
    answer ??= { place: readCaller(captured) };
    return answer.place;
  };
}

function readCaller(captured: StackHolder): CallPlace | null {
  const { stack } = captured;
  // Programs may install a formatter of stacks that makes something else of them than text.
  const places = typeof stack === "string" ? framesOfStack(stack) : [];
  const caller = captured instanceof Error ? places.find(({ file }) => file !== places[0]?.file) : places[0];
  return caller ?? null;
}
