// Measures several things in turn, A B A B, so that a machine that speeds up or slows down does so for all of them.
import type { Sample } from "./request.ts";
import type { CommandResult } from "./run-command.ts";
import { medianOf } from "./statistics.ts";

/** Something to measure; each call of `run` measures it once. */
export interface Candidate<S extends Sample = Sample> {
  readonly name: string;
  readonly run: () => CommandResult<S>;
}

/** What came of one: its samples, and why it stopped if it did. */
export interface Measured<S extends Sample = Sample> {
  readonly samples: readonly S[];
  readonly failed: string | null;
}

// What takes longer than this, in seconds, is measured once: nothing of interest is that close.
const slow = 20;

/** Runs each `rounds` times in turn. What fails is not run again. */
export function inTurn<S extends Sample>(
  candidates: readonly Candidate<S>[],
  rounds: number,
): ReadonlyMap<string, Measured<S>> {
  const states = candidates.map(({ name, run }) => {
    const samples: S[] = [];
    return { name, run, samples, failed: null as string | null };
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const state of states) {
      if (state.failed !== null || (state.samples[0]?.wall ?? 0) > slow) continue;
      const result = state.run();
      if ("failed" in result) state.failed = result.failed;
      else state.samples.push(result.sample);
    }
  }
  return new Map(states.map(({ name, samples, failed }) => [name, { samples, failed }]));
}

/** The median of a figure, or null if there is none. */
export function medianIn<S extends Sample>(
  measured: Measured<S> | undefined,
  figure: (sample: S) => number,
): number | null {
  if (measured === undefined || measured.failed !== null || measured.samples.length === 0) return null;
  return medianOf(measured.samples.map(figure));
}
