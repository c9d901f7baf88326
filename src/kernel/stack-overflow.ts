// Tells the engine's sign that the stack is used up from other errors.

/**
 * Whether an error is the engine's sign that the stack is used up, or was made of one. It says nothing about the value
 * that was being computed: with an emptier stack it may succeed, so it is never remembered.
 */
export function isStackOverflow(error: unknown): boolean {
  try {
    let cause = error;
    // Wrapped a few times at most; an error may even be its own cause.
    for (let wrapped = 0; wrapped < 8 && cause instanceof Error; wrapped += 1) {
      if (isEngines(cause)) return true;
      cause = cause.cause;
    }
  } catch {
    // An error whose parts cannot be read is user code's.
  }
  return false;
}

// No regular expression: compiling one with the stack used up makes V8 abort the process.
function isEngines({ name, message }: Error): boolean {
  if (name === "RangeError") return message.includes("call stack size");
  return name === "InternalError" && message.includes("too much recursion");
}
