// What a run came to.
import type { Verdict } from "./judge/verdict.ts";

/** What a run came to. */
export interface Summary {
  readonly cases: number;
  readonly equalValues: number;
  /** How often both failed alike, by the code of the diagnostic. */
  readonly equalFailures: ReadonlyMap<string, number>;
  /** How many cases each row of docs/differences.md explains. */
  readonly known: ReadonlyMap<string, number>;
  readonly mismatches: number;
  /** How often each kind of mismatch was met. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** Counts verdicts. */
export class Tally {
  readonly #started: number = performance.now();
  readonly #failures = new Map<string, number>();
  readonly #known = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  #cases = 0;
  #equal = 0;
  #mismatches = 0;

  add({ equal, failures, known, mismatch }: Verdict): void {
    this.#cases += 1;
    this.#equal += equal;
    for (const code of failures) count(this.#failures, code);
    for (const row of new Set(known)) count(this.#known, row);
    if (mismatch === null) return;
    this.#mismatches += 1;
    count(this.#kinds, mismatch.kind);
  }

  get summary(): Summary {
    return {
      cases: this.#cases,
      equalValues: this.#equal,
      equalFailures: this.#failures,
      known: this.#known,
      mismatches: this.#mismatches,
      kinds: this.#kinds,
      seconds: (performance.now() - this.#started) / 1000,
    };
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** A summary in lines, the last of which has it all. */
export function summaryLines(summary: Summary): readonly string[] {
  const { cases, equalValues, equalFailures, known, mismatches, kinds, seconds } = summary;
  const lines: string[] = [];
  const table = (title: string, counts: ReadonlyMap<string, number>): void => {
    if (counts.size === 0) return;
    lines.push(title);
    for (const [name, times] of [...counts].sort((left, right) => right[1] - left[1])) {
      lines.push(`${String(times).padStart(8)}  ${name}`);
    }
  };
  table("equal failures, by code:", equalFailures);
  table("cases with a known difference, by row of docs/differences.md:", known);
  table("mismatches, by kind:", kinds);
  lines.push(
    `cases ${cases}, equal values ${equalValues}, equal failures ${sum(equalFailures)}, known differences ${sum(known)}, ` +
      `mismatches ${mismatches} (${Math.round(cases / seconds)} cases per second)`,
  );
  return lines;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, each) => total + each, 0);
}
