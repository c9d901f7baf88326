// What an evaluation did, in numbers.
import type { Counters } from "../kernel/counters.ts";

/** Milliseconds that something took by itself, without what it asked others for. */
export interface Timed {
  readonly name: string;
  readonly milliseconds: number;
}

/** What an evaluation did so far. */
export interface Stats {
  readonly counts: Readonly<Counters>;
  /** What took how long, the dearest first. Null: the evaluation was not begun with `profile`. */
  readonly times: {
    /** The rooms of the evaluator, in their order. */
    readonly rooms: readonly Timed[];
    /** Options by their paths. */
    readonly options: readonly Timed[];
    /** The code of modules by their files; of modules without a file, all under one name. */
    readonly modules: readonly Timed[];
  } | null;
}
