// The lazy cell: computed when first needed, remembered afterwards, errors like values; cycles and depth are found here.
import { drive } from "./drive.ts";
import { type AnyThunk, type Scope, type ThunkLabel, type ThunkState, Unwinding } from "./scope.ts";
import { isStackOverflow } from "./stack-overflow.ts";

/** The lazy cell. Subclasses say how to `compute`; the computation must be pure, since it may be started again. */
export abstract class Thunk<T> implements AnyThunk {
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
    const { onRead, current } = this.scope;
    if (onRead !== null && current !== null) onRead(current, this);
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
    // The cast: what driving comes to is this thunk's result.
    if (scope.depth === 0) return drive(scope, this) as T;
    scope.unwindIfTooDeep();
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
