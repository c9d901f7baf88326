// What the thunks of an evaluation share while they run: who is being computed, how deep, and whether all of it unwinds.
import type { Origin } from "./origin.ts";

/**
 * What a thunk can be in. `forcing` is the black hole: whoever meets it from inside has found a cycle. A thunk that was
 * interrupted because the stack got too deep goes back to `suspended`, since its computation is pure. One that needs
 * itself, or another that does, is `fatal`: unlike a failure, user code cannot catch that, else what it computes would
 * depend on where the cycle was entered.
 */
export type ThunkState = "suspended" | "forcing" | "value" | "failed" | "fatal";

/** What a thunk computes, for messages: an option's value, its type, a condition. */
export interface ThunkLabel {
  readonly kind: "option" | "definitions" | "condition" | "names" | "argument" | "type";
  readonly path: readonly string[];
  /** Where what it computes is written. Default: unknown. */
  readonly origins?: readonly Origin[];
}

/** A thunk of any result, as the machinery sees it. */
export interface AnyThunk {
  state: ThunkState;
  /** While forcing: the thunk that asked. */
  readonly caller: AnyThunk | null;
  force(): unknown;
  /** One attempt to compute, one level deeper. */
  run(): unknown;
  /** What to call this in a cycle; null leaves it out. */
  label(): ThunkLabel | null;
  /** See `Scope.keep`. */
  keep<M>(key: unknown, make: () => M): M;
  /** Remembers that a thunk which was put aside can never be computed. */
  endFatally(failure: unknown): void;
}

/** Travels up the stack while a scope unwinds. User code may catch it; the next thunk above throws it again. */
export class Unwinding extends Error {
  /** The thunks that were interrupted on the way, innermost first. */
  readonly interrupted: AnyThunk[] = [];
  /** What the driver forces next, with an empty stack; null: the whole run fails with `failure`. */
  readonly next: AnyThunk | null;
  readonly failure: unknown;
  constructor(next: AnyThunk | null, failure: unknown) {
    super("evaluation is being unwound");
    this.next = next;
    this.failure = failure;
  }
}

/** Counts of what an evaluation did; tests pin them for small cases. */
export interface Counters {
  thunksForced: number;
  unwindings: number;
}

// Forces nested deeper than this are unwound. One force of an option takes about a dozen JavaScript frames, and the
// default stack holds some ten thousand; the engine's RangeError catches what this count does not foresee.
const maxDepth = 120;

/** Makes the errors that a scope finds by itself. */
export interface ScopeErrors {
  /** A cycle, by what it goes through, in the order of reading. */
  cycle(steps: readonly ThunkLabel[]): Error;
  /** A stack used up at one thunk. The error must have `cause` as its cause, so that it is known for what it is. */
  overflow(label: ThunkLabel | null, cause: unknown): Error;
}

/** A thunk that the driver has put aside, with those interrupted between it and the next. */
interface Waiting {
  readonly thunk: AnyThunk;
  readonly interrupted: readonly AnyThunk[];
  readonly restarts: number;
}

/** What the thunks of one evaluation, its submodules included, share while they run. */
export class Scope {
  readonly counters: Counters = { thunksForced: 0, unwindings: 0 };
  /** The thunk being computed right now, the head of the chain of `caller`s. */
  current: AnyThunk | null = null;
  depth = 0;
  unwinding: Unwinding | null = null;
  /** The thunks the driver has put aside, outermost first. */
  readonly waiting: Waiting[] = [];
  /** Hears of each read of one thunk by another; null: nobody listens. */
  readonly onRead: ((reader: AnyThunk, read: AnyThunk) => void) | null;
  readonly #errors: ScopeErrors;

  constructor(errors: ScopeErrors, onRead: ((reader: AnyThunk, read: AnyThunk) => void) | null = null) {
    this.#errors = errors;
    this.onRead = onRead;
  }

  /** Ends the run with a failure that user code cannot catch. */
  abort(failure: unknown): never {
    this.unwinding = new Unwinding(null, failure);
    throw this.unwinding;
  }

  /** Ends the run because `thunk` needs itself. */
  foundCycle(thunk: AnyThunk): never {
    const cycle = cycleTo(this, thunk).flatMap((part) => part.label() ?? []);
    return this.abort(this.#errors.cycle(cycle));
  }

  /** Ends the run because something that is no thunk, and was begun while `since` was current, needs itself. */
  foundCycleSince(since: AnyThunk | null, label: ThunkLabel): never {
    const inside = cycleTo(this, since).filter((thunk) => thunk !== since);
    return this.abort(this.#errors.cycle([label, ...inside.flatMap((part) => part.label() ?? [])]));
  }

  /** The error for a thunk that used up the whole stack by itself. */
  overflow(thunk: AnyThunk, cause: unknown): Error {
    return this.#errors.overflow(thunk.label(), cause);
  }

  /** Fails if one more thunk would be too deep: the one that wants it is forced again with an empty stack. */
  unwindIfTooDeep(): void {
    if (this.depth < maxDepth || this.current === null) return;
    this.counters.unwindings += 1;
    this.unwinding = new Unwinding(this.current, undefined);
    throw this.unwinding;
  }

  /** Rethrows a pending unwinding; for code that catches errors and goes on. */
  rethrowIfUnwinding(): void {
    if (this.unwinding !== null) throw this.unwinding;
  }

  /**
   * What `make` makes for the thunk being computed. Should that be interrupted, and do the same again, it gets the same
   * thing again, with all that was computed in it; else a chain of things made on the way (members of nested lists, calls
   * of functions) would begin anew each time and never come to its end. `key` guards against code that is not pure.
   */
  keep<T>(key: unknown, make: () => T): T {
    // What is asked for while unwinding is asked by user code that caught an error, and not again next time.
    return this.current === null || this.unwinding !== null ? make() : this.current.keep(key, make);
  }
}

function cycleTo(scope: Scope, target: AnyThunk | null): AnyThunk[] {
  const chain: AnyThunk[] = [];
  for (let thunk = scope.current; thunk !== null; thunk = thunk.caller) {
    chain.push(thunk);
    if (thunk === target) return chain.reverse();
  }
  for (const entry of scope.waiting.toReversed()) {
    for (const thunk of entry.interrupted) {
      if (chain.at(-1) !== thunk) chain.push(thunk);
      if (thunk === target) return chain.reverse();
    }
  }
  return chain.reverse();
}
