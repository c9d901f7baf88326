// A thunk of any result, as the machinery sees it; and how all of it unwinds.
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

/** What became of a thunk. */
export interface Outcome {
  readonly state: ThunkState;
  readonly result: unknown;
}

/** A thunk of any result, as the machinery sees it. */
export interface AnyThunk {
  state: ThunkState;
  /** While forcing: the thunk that asked. */
  readonly caller: AnyThunk | null;
  /** How many things it takes, each made on the way to the next, to come to this one; see `maxNesting`. */
  readonly nesting: number;
  force(): unknown;
  /** One attempt to compute, one level deeper. */
  run(): unknown;
  /** What became of it so far, which is then open again; null: nothing did. */
  forget(): Outcome | null;
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

/** Hears of each read of one thunk by another. */
export type OnRead = (reader: AnyThunk, read: AnyThunk) => void;
