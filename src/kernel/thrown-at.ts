// Finds in the stack of an error the line of user code that threw it.
import { type Origin, showOrigin } from "./origin.ts";
import { framesOfStack } from "./parse-stack.ts";

/**
 * The innermost place in user code that an error passed on its way to whoever asks, or null: never a place in Confix, in a
 * package, or in the program around. Without column: what runs is often text made by a tool that keeps lines only. Runs no
 * user code but that of a thrown object that computes its own stack.
 */
export function thrownAt(error: unknown): Origin | null {
  const here = framesOfStack(stackOf(new Error("asked")));
  const own = ownFolder(here[0]?.file ?? "");
  const around = new Set(here.map(showOrigin));
  const isUsers = ({ file }: Origin): boolean => !file.startsWith(own) && !/[\\/]node_modules[\\/]/.test(file);
  const innermost = framesOfStack(stackOf(error)).find(isUsers);
  // What is around us as well is the program that started the evaluation: it threw nothing.
  if (innermost?.line === undefined || around.has(showOrigin(innermost))) return null;
  return { file: innermost.file, line: innermost.line };
}

// Where the sources of Confix are; put together into one file by a bundler, they are that file.
function ownFolder(thisFile: string): string {
  return thisFile.replace(/kernel[\\/]thrown-at\.[jt]s$/, "");
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
