// Forces thunks whose chain is longer than the stack.
import { type AnyThunk, Unwinding } from "./any-thunk.ts";
import { type Scope } from "./scope.ts";
import { driversPassed, givenUp, isStackOverflow, type Overflow } from "./stack-overflow.ts";

// So often one thunk starts over: each time because something else that it needs goes deep. What goes on after that needs
// something that is new each time (code that is not pure), and would go on for ever.
const maxRestarts = 20_000;

/**
 * Forces a thunk from outside, with a stack of its own instead of JavaScript's: when the computation gets too deep it is
 * unwound to here, the thunk that was at the bottom is forced with an empty stack, and the interrupted one starts over.
 */
export function drive(scope: Scope, root: AnyThunk): unknown {
  try {
    const { waiting } = scope.run;
    // Left behind only by a driver whose own stack was used up.
    if (waiting.length > 0) putBack(scope);
    let thunk: AnyThunk = root;
    let restarts = 0;
    for (;;) {
      const unwinding = attempt(scope, thunk);
      if (unwinding === null) {
        const next = waiting.pop();
        if (next === undefined) return root.force();
        thunk = next.thunk;
        thunk.state = "suspended";
        restarts = next.restarts + 1;
      } else if (unwinding.next === null) {
        throw endAll(scope, unwinding, unwinding.failure);
      } else if (unwinding.next === thunk) {
        // Interrupted at the very thunk that had the whole stack to itself: user code recurses without end.
        throw giveUp(scope, thunk, unwinding.failure);
      } else if (restarts >= maxRestarts) {
        throw endAll(scope, unwinding, scope.overflow(thunk));
      } else {
        thunk.state = "forcing";
        waiting.push({ thunk, interrupted: unwinding.interrupted, restarts });
        thunk = unwinding.next;
        restarts = 0;
      }
    }
  } catch (error) {
    // No function of ours is called before that is told. With the stack used up, one that never ran cannot even be compiled; then the
    // driver above would not know of this one, and each would start over in vain.
    let shown: unknown = error;
    try {
      // The cast: only read, and whatever has no such parts is caught.
      const { name, message, [driversPassed]: passed = 0 } = error as Overflow;
      const isOfV8 = name === "RangeError" && message.includes("call stack size");
      if (isOfV8 || (name === "InternalError" && message.includes("too much recursion"))) {
        Object.defineProperty(error, driversPassed, { value: passed + 1, configurable: true });
      } else shown = leaving(scope, error);
    } catch {
      // An error whose parts cannot be read is user code's.
    }
    throw shown;
  }
}

/** What is thrown in place of an error to whoever reads from outside. */
export function leaving({ run }: Scope, error: unknown): unknown {
  return run.errors.leaving === undefined ? error : run.errors.leaving(error);
}

// One attempt with an empty stack. A failure is remembered in the thunk, so only an unwinding is of interest.
function attempt(scope: Scope, thunk: AnyThunk): Unwinding | null {
  const { run } = scope;
  try {
    thunk.run();
    return null;
  } catch (error) {
    const { unwinding } = run;
    run.unwinding = null;
    if (unwinding !== null || thunk.state !== "suspended") return unwinding;
    if (isStackOverflow(error)) return new Unwinding(thunk, error);
    // Another evaluation is unwinding, to a driver above this one.
    putBack(scope);
    throw error;
  }
}

// Neither what was interrupted nor what waits for it can ever be computed.
function endAll(scope: Scope, { interrupted }: Unwinding, failure: unknown): unknown {
  const waiting = scope.run.waiting.splice(0);
  for (const each of [interrupted, ...waiting.map((entry) => entry.interrupted)].flat()) each.endFatally(failure);
  return failure;
}

function giveUp(scope: Scope, thunk: AnyThunk, failure: unknown): Error {
  putBack(scope);
  return givenUp(failure, () => scope.overflow(thunk, failure));
}

function putBack(scope: Scope): void {
  for (const { thunk } of scope.run.waiting.splice(0)) thunk.state = "suspended";
}
