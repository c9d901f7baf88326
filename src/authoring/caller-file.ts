// Finds out in which file a function was called, as cheaply as possible: captured at the call, read when asked.
import { framesOfStack } from "../kernel/parse-stack.ts";

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
 * Tells the file of the caller from what was captured, looking at it once, when first asked. Null if the stack names no
 * file outside the one in which the error was made, for instance because a bundler put all into one.
 */
export function callerFile(captured: StackHolder): () => string | null {
  let answer: { readonly file: string | null } | null = null;
  return () => {
    answer ??= { file: readCaller(captured) };
    return answer.file;
  };
}

function readCaller(captured: StackHolder): string | null {
  const { stack } = captured;
  // Programs may install a formatter of stacks that makes something else of them than text.
  const files = typeof stack === "string" ? framesOfStack(stack).map(({ file }) => file) : [];
  const caller = captured instanceof Error ? files.find((file) => file !== files[0]) : files[0];
  return caller ?? null;
}
