// The lazy cell: computed when first needed, remembered afterwards, errors like values; cycles and depth are found here.
import { drive, leaving } from "./drive.ts";
import { type AnyThunk, type Outcome, type ThunkLabel, type ThunkState, Unwinding } from "./any-thunk.ts";
import { maxNesting, type Scope } from "./scope.ts";
import type { Memory } from "./memory.ts";
import { isStackOverflow, timesGivenUp } from "./stack-overflow.ts";

/** The lazy cell. Subclasses say how to `compute`; the computation must be pure, since it may be started again. */
export abstract class Thunk<T> implements AnyThunk {
  readonly scope: Scope;
  state: ThunkState = "suspended";
  /** While forcing: the thunk that asked. */
  caller: AnyThunk | null = null;
  nesting: number;
  #result: unknown = undefined;
  /** See `Scope.keep`. In one list, since many keep one thing: where this attempt has come to, then keys and what was made. */
  #kept: [number, ...unknown[]] | null = null;

  /** `nesting` is that of the thunk of which this is a step. Default: that of all thunks of the evaluation. */
  constructor(scope: Scope, nesting: number = scope.nesting) {
    this.scope = scope;
    this.nesting = nesting;
    scope.run.counters.thunksMade += 1;
  }

  protected abstract compute(): T;

  /** What to call this in a cycle; null leaves it out. */
  label(): ThunkLabel | null {
    return null;
  }

  /** The value. Throws what the computation threw, each time the same. */
  force(): T {
    const { onRead, current } = this.scope.run;
    if (onRead !== null && current !== null) onRead(current, this);
    // The cast: `value` is entered only with a result of compute().
    if (this.state === "value") return this.#result as T;
    return this.#forceUnknown();
  }

  #forceUnknown(): T {
    const { scope } = this;
    const { run } = scope;
    if (run.unwinding !== null) throw run.unwinding;
    if (this.state === "failed") throw run.depth === 0 ? leaving(scope, this.#result) : this.#result;
    if (run.depth === 0) {
      if (this.state === "fatal") throw leaving(scope, this.#result);
      return drive(scope, this) as T; // The cast: what driving comes to is this thunk's result.
    }
    if (this.state === "forcing") return scope.foundCycle(this);
    if (this.state === "fatal") return scope.abort(this.#result);
    scope.unwindIfTooDeep();
    return this.run();
  }

  /** One attempt to compute, one level deeper. For the driver; everybody else calls `force`. */
  run(): T {
    const { run } = this.scope;
    this.state = "forcing";
    this.caller = run.current;
    run.current = this;
    run.depth += 1;
    run.counters.thunksForced += 1;
    if (this.#kept !== null) this.#kept[0] = 1;
    try {
      const value = run.memory === null ? this.compute() : this.#recallOrCompute(run.memory);
      this.scope.rethrowIfUnwinding();
      this.#end("value", value);
      return value;
    } catch (error) {
      return this.#interruptedOrFailed(error);
    } finally {
      // Still forcing: the stack overflowed again inside the handler. Nothing is known, so nothing is remembered.
      if (this.state === "forcing") this.state = "suspended";
      run.depth -= 1;
      run.current = this.caller;
      this.caller = null;
    }
  }

  // What failed fails again, if nothing that it read is another one.
  #recallOrCompute(memory: Memory): T {
    const recalled = memory.recall(this, () => this.scope.rethrowIfUnwinding());
    if (recalled === "first") return this.compute();
    if (recalled === "again") {
      this.beginAgain();
      return this.compute();
    }
    if (recalled.state === "failed") throw recalled.result;
    return recalled.result as T; // The cast: it was a result of compute().
  }

  /** Forgets the steps to a result that does not stand any more. */
  protected beginAgain(): void {
    // By default there are none.
  }

  /** What became of it so far, which is then open again; null: nothing did. */
  forget(): Outcome | null {
    const { state } = this;
    if (state === "suspended" || state === "forcing") return null;
    const outcome = { state, result: this.#result };
    this.state = "suspended";
    this.#result = undefined;
    return outcome;
  }

  #interruptedOrFailed(error: unknown): never {
    const { run } = this.scope;
    const isOverflow = run.unwinding === null && isStackOverflow(error);
    if (isOverflow && run.depth >= worthStartingOver(timesGivenUp(error))) run.unwinding = new Unwinding(this, error);
    const { unwinding } = run;
    if (unwinding !== null && unwinding.next === null) {
      this.#end("fatal", unwinding.failure);
      throw unwinding;
    }
    // Another evaluation, which this one reads, may be unwinding as well.
    if (unwinding === null && !isOverflow && !(error instanceof Unwinding)) {
      this.#end("failed", error);
      throw error;
    }
    this.state = "suspended";
    unwinding?.interrupted.push(this);
    throw unwinding ?? error;
  }

  /** Forgets what was kept, once the part of the computation that made it has come to its end and will not be done again. */
  protected forgetKept(): void {
    this.#kept = null;
  }

  #end(state: "value" | "failed" | "fatal", result: unknown): void {
    this.#result = result;
    this.state = state;
    this.#kept = null;
    this.scope.run.memory?.ended(this, { state, result });
  }

  /** Remembers that a thunk which was put aside can never be computed. */
  endFatally(failure: unknown): void {
    if (this.state === "suspended" || this.state === "forcing") this.#end("fatal", failure);
  }

  /** See `Scope.keep`. */
  keep<M>(key: unknown, make: () => M): M {
    const kept = (this.#kept ??= [1]);
    const at = kept[0];
    if (at < kept.length && kept[at] === key) {
      kept[0] = at + 2;
      return kept[at + 1] as M; // The cast: it was made for the same key, so by the same code.
    }
    if (this.nesting >= maxNesting) this.scope.foundEndless(this);
    const made = make();
    if (made instanceof Thunk) made.nesting = this.nesting + 1;
    // What was kept while it was made is part of it.
    kept.length = at;
    kept.push(key, made);
    kept[0] = kept.length;
    return made;
  }
}

// Starting over frees the stack that the thunks above use. If it was an evaluation with a stack of its own that gave up,
// that must be much, or it would give up again: evaluations begun inside one another without end would each start over
// all those inside it, which doubles the work with each.
function worthStartingOver(timesGivenUp: number): number {
  return 4 ** timesGivenUp;
}
