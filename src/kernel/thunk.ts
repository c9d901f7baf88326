// The lazy cell: computed when first needed, remembered afterwards, errors like values; cycles and depth are found here.
import type { Origin } from "./origin.ts";
import { isStackOverflow } from "./stack-overflow.ts";

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

// So many times the whole of that may be put aside: half a million thunks that need each other. What goes on after that
// has no end (a function that calls itself by way of `config`), and would fill the memory.
const maxWaiting = 4096;

/** Makes the errors that a scope finds by itself. */
export interface ScopeErrors {
  /** A cycle, by what it goes through, in the order of reading. */
  cycle(steps: readonly ThunkLabel[]): Error;
  /** A stack used up at one thunk. The error must have `cause` as its cause, so that it is known for what it is. */
  overflow(label: ThunkLabel | null, cause: unknown): Error;
}

/** What the thunks of one evaluation, its submodules included, share while they run. */
export class Scope {
  readonly counters: Counters = { thunksForced: 0, unwindings: 0 };
  /** The thunk being computed right now, the head of the chain of `caller`s. */
  current: AnyThunk | null = null;
  depth = 0;
  unwinding: Unwinding | null = null;
  /** The thunks the driver has put aside, outermost first, each with those interrupted between it and the next. */
  readonly waiting: { readonly thunk: AnyThunk; readonly interrupted: readonly AnyThunk[] }[] = [];
  readonly #errors: ScopeErrors;

  constructor(errors: ScopeErrors) {
    this.#errors = errors;
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

/** A thunk of any result, as the machinery sees it. */
export type AnyThunk = Thunk<unknown>;

/** The lazy cell. Subclasses say how to `compute`; the computation must be pure, since it may be started again. */
export abstract class Thunk<T> {
  readonly scope: Scope;
  state: ThunkState = "suspended";
  /** While forcing: the thunk that asked. */
  caller: AnyThunk | null = null;
  #result: unknown = undefined;
  /** What the computation made so far, in order, and how much of it in this attempt; see `Scope.keep`. */
  #kept: { readonly entries: { readonly key: unknown; readonly made: unknown }[]; at: number } | null = null;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  protected abstract compute(): T;

  /** What to call this in a cycle; null leaves it out. */
  label(): ThunkLabel | null {
    return null;
  }

  /** The value. Throws what the computation threw, each time the same. */
  force(): T {
    // The cast: `value` is entered only with a result of compute().
    if (this.state === "value") return this.#result as T;
    return this.#forceUnknown();
  }

  #forceUnknown(): T {
    const scope = this.scope;
    if (scope.unwinding !== null) throw scope.unwinding;
    if (this.state === "failed") throw this.#result;
    if (this.state === "forcing") return scope.foundCycle(this);
    if (this.state === "fatal" && scope.depth === 0) throw this.#result;
    if (this.state === "fatal") return scope.abort(this.#result);
    if (scope.depth === 0) return drive(scope, this);
    if (scope.depth >= maxDepth && scope.current !== null) return startUnwinding(scope, scope.current);
    return this.run();
  }

  /** One attempt to compute, one level deeper. For the driver; everybody else calls `force`. */
  run(): T {
    const scope = this.scope;
    this.state = "forcing";
    this.caller = scope.current;
    scope.current = this;
    scope.depth += 1;
    scope.counters.thunksForced += 1;
    if (this.#kept !== null) this.#kept.at = 0;
    try {
      const value = this.compute();
      scope.rethrowIfUnwinding();
      this.#end("value", value);
      return value;
    } catch (error) {
      return this.#interruptedOrFailed(error);
    } finally {
      // Still forcing: the stack overflowed again inside the handler. Nothing is known, so nothing is remembered.
      if (this.state === "forcing") this.state = "suspended";
      scope.depth -= 1;
      scope.current = this.caller;
      this.caller = null;
    }
  }

  #interruptedOrFailed(error: unknown): never {
    const scope = this.scope;
    if (scope.unwinding === null && isStackOverflow(error)) scope.unwinding = new Unwinding(this, error);
    const { unwinding } = scope;
    if (unwinding !== null && unwinding.next === null) {
      this.#end("fatal", unwinding.failure);
      throw unwinding;
    }
    // Another evaluation, which this one reads, may be unwinding as well.
    if (unwinding === null && !(error instanceof Unwinding)) {
      this.#end("failed", error);
      throw error;
    }
    this.state = "suspended";
    unwinding?.interrupted.push(this);
    throw unwinding ?? error;
  }

  #end(state: "value" | "failed" | "fatal", result: unknown): void {
    this.#result = result;
    this.state = state;
    this.#kept = null;
  }

  /** Remembers that a thunk which was put aside can never be computed. */
  endFatally(failure: unknown): void {
    if (this.state === "suspended" || this.state === "forcing") this.#end("fatal", failure);
  }

  /** See `Scope.keep`. */
  keep<M>(key: unknown, make: () => M): M {
    this.#kept ??= { entries: [], at: 0 };
    const { entries, at } = this.#kept;
    let entry = entries[at];
    if (entry === undefined || entry.key !== key) {
      entry = { key, made: make() };
      // What was kept while it was made is part of it.
      entries.splice(at, entries.length, entry);
    }
    this.#kept.at = at + 1;
    return entry.made as M; // The cast: it was made for the same key, so by the same code.
  }
}

function startUnwinding(scope: Scope, next: AnyThunk): never {
  scope.counters.unwindings += 1;
  scope.unwinding = new Unwinding(next, undefined);
  throw scope.unwinding;
}

/**
 * Forces a thunk from outside, with a stack of its own instead of JavaScript's: when the computation gets too deep it is
 * unwound to here, the thunk that was at the bottom is forced with an empty stack, and the interrupted one starts over.
 */
function drive<T>(scope: Scope, root: Thunk<T>): T {
  let thunk: AnyThunk = root;
  for (;;) {
    const unwinding = attempt(scope, thunk);
    if (unwinding === null) {
      const waiting = scope.waiting.pop();
      if (waiting === undefined) return root.force();
      thunk = waiting.thunk;
      thunk.state = "suspended";
    } else if (unwinding.next === null) {
      const put = scope.waiting.splice(0);
      for (const each of put.flatMap(({ interrupted }) => interrupted)) each.endFatally(unwinding.failure);
      throw unwinding.failure;
    } else if (unwinding.next === thunk) {
      // Interrupted at the very thunk that had the whole stack to itself: user code recurses without end.
      giveUp(scope);
      throw scope.overflow(thunk, unwinding.failure);
    } else if (scope.waiting.length >= maxWaiting) {
      giveUp(scope);
      throw scope.overflow(thunk, new RangeError("Maximum call stack size exceeded"));
    } else {
      thunk.state = "forcing";
      scope.waiting.push({ thunk, interrupted: unwinding.interrupted });
      thunk = unwinding.next;
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
