// What the thunks of an evaluation share while they run: who is being computed, how deep, and whether all of it unwinds.
import { type AnyThunk, type OnRead, type ThunkLabel, Unwinding } from "./any-thunk.ts";
import { type Counters, newCounters } from "./counters.ts";
import type { Memory } from "./memory.ts";
import type { Profile } from "./profile.ts";

// Forces nested deeper than this are unwound. One force of an option takes about a dozen JavaScript frames, and the
// default stack holds some ten thousand; the engine's RangeError catches what this count does not foresee.
const maxDepth = 120;

/**
 * A chain through what is there (options, members, conditions) ends, for there are only so many of them. But calls and
 * evaluations make more on the way to a value, which may need more in turn, without end: a function that calls itself by
 * way of `config`, a module that extends its own evaluation. What is made so many steps from the start is refused. The
 * steps are counted by who made whom, not by who reads whom, so that the outcome is the same whoever reads first. Each
 * takes about a kilobyte.
 */
export const maxNesting = 200_000;
const stepsOfEvaluation = 30;
// No single evaluation is taken for one without end, however large.
const mostStepsOfParts = maxNesting / 20;

/** Makes the errors that a scope finds by itself. */
export interface ScopeErrors {
  /** A cycle, by what it goes through, in the order of reading. */
  cycle(steps: readonly ThunkLabel[]): Error;
  /** A computation without end at one thunk, or, for which there is a cause, one that used up the stack. */
  overflow(label: ThunkLabel | null, cause: unknown): Error;
  /** What is thrown in place of an error to whoever reads from outside. Absent: the error. */
  leaving?(error: unknown): unknown;
}

/** A thunk that the driver has put aside, with those interrupted between it and the next. */
interface Waiting {
  readonly thunk: AnyThunk;
  readonly interrupted: readonly AnyThunk[];
  readonly restarts: number;
}

/** Who wants to know what happens; null: nobody does. */
export interface Listeners {
  readonly onRead: OnRead | null;
  /** Of an evaluation that is to be updated. */
  readonly memory: Memory | null;
  /** Of one whose time is measured. */
  readonly profile: Profile | null;
}

/** What all evaluations that were begun inside one another share: a stack is used by all of them. */
interface Run extends Listeners {
  readonly errors: ScopeErrors;
  readonly counters: Counters;
  /** The thunk being computed right now, the head of the chain of `caller`s. */
  current: AnyThunk | null;
  depth: number;
  unwinding: Unwinding | null;
  /** The thunks the driver has put aside, outermost first. */
  readonly waiting: Waiting[];
}

/** What the thunks of one evaluation share while they run, much of it with the evaluations inside. */
export class Scope {
  readonly run: Run;
  /** The nesting of its thunks, but for those that are kept. */
  nesting: number;

  /** Of an evaluation that is begun outside of any other; by default nobody listens. */
  constructor(errors: ScopeErrors, listeners?: Partial<Listeners>);
  constructor(run: Run, nesting: number);
  constructor(shared: ScopeErrors | Run, more: Partial<Listeners> | number = {}) {
    this.nesting = typeof more === "number" ? more : 0;
    this.run = "waiting" in shared ? shared : newRun(shared, typeof more === "number" ? {} : more);
  }

  /** The scope of an evaluation that is begun now. */
  inside(): Scope {
    const { current } = this.run;
    if (current === null) return new Scope(this.run, 0);
    const nesting = current.nesting + stepsOfEvaluation;
    // Refused before its parts have no room: what is told is who began it.
    if (nesting + mostStepsOfParts >= maxNesting) this.foundEndless(current);
    return new Scope(this.run, nesting);
  }

  /** Tells, before there are thunks, of how many parts the evaluation is made; nested in others, these count as well. */
  madeOf(parts: number): void {
    if (this.nesting > 0) this.nesting += Math.min(parts, mostStepsOfParts);
  }

  get current(): AnyThunk | null {
    return this.run.current;
  }

  get unwinding(): Unwinding | null {
    return this.run.unwinding;
  }

  /** Ends the run with a failure that user code cannot catch. */
  abort(failure: unknown): never {
    this.run.unwinding = new Unwinding(null, failure);
    throw this.run.unwinding;
  }

  /** Ends the run because `thunk` needs itself. */
  foundCycle(thunk: AnyThunk): never {
    const cycle = cycleTo(this.run, thunk).flatMap((part) => part.label() ?? []);
    return this.abort(this.run.errors.cycle(cycle));
  }

  /** Ends the run because something that is no thunk, and was begun while `since` was current, needs itself. */
  foundCycleSince(since: AnyThunk | null, label: ThunkLabel): never {
    const inside = cycleTo(this.run, since).filter((thunk) => thunk !== since);
    return this.abort(this.run.errors.cycle([label, ...inside.flatMap((part) => part.label() ?? [])]));
  }

  /** Ends the run because `thunk` needs things without end, each made on the way to the one before. */
  foundEndless(thunk: AnyThunk): never {
    return this.abort(this.overflow(thunk));
  }

  /** The error for a thunk whose computation has no end; `cause` is the engine's, if it used up the whole stack. */
  overflow(thunk: AnyThunk, cause?: unknown): Error {
    return this.run.errors.overflow(thunk.label(), cause);
  }

  /** Fails if one more thunk would be too deep: the one that wants it is forced again with an empty stack. */
  unwindIfTooDeep(): void {
    const { run } = this;
    if (run.depth < maxDepth || run.current === null) return;
    run.counters.unwindings += 1;
    run.unwinding = new Unwinding(run.current, undefined);
    throw run.unwinding;
  }

  /** Rethrows a pending unwinding; for code that catches errors and goes on. */
  rethrowIfUnwinding(): void {
    if (this.run.unwinding !== null) throw this.run.unwinding;
  }

  /**
   * What `make` makes for the thunk being computed. Should that be interrupted, and do the same again, it gets the same
   * thing again, with all that was computed in it; else a chain of things made on the way (members of nested lists, calls
   * of functions) would begin anew each time and never come to its end. `key` guards against code that is not pure.
   */
  keep<T>(key: unknown, make: () => T): T {
    const { current, unwinding } = this.run;
    // What is asked for while unwinding is asked by user code that caught an error, and not again next time.
    return current === null || unwinding !== null ? make() : current.keep(key, make);
  }
}

function newRun(errors: ScopeErrors, { onRead, memory = null, profile = null }: Partial<Listeners>): Run {
  const common = { errors, memory, profile, onRead: onRead ?? memory?.onRead ?? null };
  return { ...common, counters: newCounters(), current: null, depth: 0, unwinding: null, waiting: [] };
}

function cycleTo(run: Run, target: AnyThunk | null): AnyThunk[] {
  const chain: AnyThunk[] = [];
  for (let thunk = run.current; thunk !== null; thunk = thunk.caller) {
    chain.push(thunk);
    if (thunk === target) return chain.reverse();
  }
  for (const entry of run.waiting.toReversed()) {
    for (const thunk of entry.interrupted) {
      if (chain.at(-1) !== thunk) chain.push(thunk);
      if (thunk === target) return chain.reverse();
    }
  }
  return chain.reverse();
}
