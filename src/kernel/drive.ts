// Forces thunks whose chain is longer than the stack.
import { type AnyThunk, type Scope, Unwinding } from "./scope.ts";
import { isStackOverflow } from "./stack-overflow.ts";

// So many times the whole of that may be put aside: half a million thunks that need each other. What goes on after that
// has no end (a function that calls itself by way of `config`), and would fill the memory.
const maxWaiting = 4096;

// So often one thunk starts over: each time because something else that it needs goes deep. What goes on after that needs
// something that is new each time (code that is not pure), and would go on for ever.
const maxRestarts = 50_000;

/**
 * Forces a thunk from outside, with a stack of its own instead of JavaScript's: when the computation gets too deep it is
 * unwound to here, the thunk that was at the bottom is forced with an empty stack, and the interrupted one starts over.
 */
export function drive(scope: Scope, root: AnyThunk): unknown {
  let thunk: AnyThunk = root;
  let restarts = 0;
  for (;;) {
    const unwinding = attempt(scope, thunk);
    if (unwinding === null) {
      const waiting = scope.waiting.pop();
      if (waiting === undefined) return root.force();
      thunk = waiting.thunk;
      thunk.state = "suspended";
      restarts = waiting.restarts + 1;
    } else if (unwinding.next === null) {
      const put = scope.waiting.splice(0);
      for (const each of put.flatMap(({ interrupted }) => interrupted)) each.endFatally(unwinding.failure);
      throw unwinding.failure;
    } else if (unwinding.next === thunk) {
      // Interrupted at the very thunk that had the whole stack to itself: user code recurses without end.
      giveUp(scope);
      throw scope.overflow(thunk, unwinding.failure);
    } else if (scope.waiting.length >= maxWaiting || restarts >= maxRestarts) {
      giveUp(scope);
      throw scope.overflow(thunk, new RangeError("Maximum call stack size exceeded"));
    } else {
      thunk.state = "forcing";
      scope.waiting.push({ thunk, interrupted: unwinding.interrupted, restarts });
      thunk = unwinding.next;
      restarts = 0;
    }
  }
}

// One attempt with an empty stack. A failure is remembered in the thunk, so only an unwinding is of interest.
function attempt(scope: Scope, thunk: AnyThunk): Unwinding | null {
  try {
    thunk.run();
    return null;
  } catch (error) {
    const { unwinding } = scope;
    scope.unwinding = null;
    if (unwinding !== null || thunk.state !== "suspended") return unwinding;
    if (isStackOverflow(error)) return new Unwinding(thunk, error);
    // Another evaluation is unwinding, to a driver above this one.
    giveUp(scope);
    throw error;
  }
}

function giveUp(scope: Scope): void {
  for (const { thunk } of scope.waiting.splice(0)) thunk.state = "suspended";
}
