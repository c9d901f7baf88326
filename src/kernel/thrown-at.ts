// Finds in the stack of an error the way through user code on which it was thrown.
import { type Origin, showOrigin } from "./origin.ts";
import { namedFramesOfStack } from "./parse-stack.ts";

/** A call on the way to what was thrown. */
export interface StackFrame {
  /** The function, as the engine calls it; null: none, or the top of a module. */
  readonly name: string | null;
  /** Without column in what users wrote: what runs is often text made by a tool that keeps lines only. */
  readonly origin: Origin;
  /** Whose code it is: `around` is the program that started us. */
  readonly of: "user" | "package" | "confix" | "around";
}

/** The calls that an error passed, innermost first. Runs no user code but that of a thrown object that computes its own stack. */
export function thrownStack(error: unknown): readonly StackFrame[] {
  const here = namedFramesOfStack(stackOf(new Error("asked")));
  const own = ownFolder(here[0]?.file ?? "");
  const around = new Set(here.map(showOrigin));
  return namedFramesOfStack(stackOf(error)).map(({ name, file, line, column }) => {
    const whole = { file, line, ...(column !== undefined && { column }) };
    if (file.startsWith(own)) return { name, origin: whole, of: "confix" };
    if (/[\\/]node_modules[\\/]/.test(file)) return { name, origin: whole, of: "package" };
    return { name, origin: { file, line }, of: around.has(showOrigin(whole)) ? "around" : "user" };
  });
}

/**
 * The innermost place in user code of such a stack, or null: never a place in Confix, in a package, or in the program around,
 * which threw nothing.
 */
export function thrownAt(stack: readonly StackFrame[]): Origin | null {
  const innermost = stack.find(({ of }) => of === "user" || of === "around");
  return innermost?.of === "user" ? innermost.origin : null;
}

// Where the sources of Confix are, also as they are built; put together into one file by a bundler, they are that file.
function ownFolder(thisFile: string): string {
  return thisFile.replace(/(?:kernel[\\/]thrown-at|chunks[\\/]chunk-\w+)\.[jt]s$/, "");
}

// The stack without the message in front of it, whose lines may look like frames. Anything may have been thrown, and what
// it computes may throw as well.
function stackOf(error: unknown): string {
  try {
    if (!(error instanceof Error) || typeof error.stack !== "string") return "";
    const { stack, message } = error;
    const at = message === "" ? -1 : stack.indexOf(message);
    return at === -1 ? stack : stack.slice(at + message.length);
  } catch {
    return "";
  }
}
