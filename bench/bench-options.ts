// The flags of the benchmark.
import { parseArgs } from "node:util";
import { type PeerName, peerNames } from "./peers/find-peers.ts";

/** How large the workloads are: `l` is what the targets are asked of. */
export type Size = "s" | "m" | "l";

/** The parts of the report. */
export const partNames = ["W1", "W2", "W3", "W4", "W5", "W6", "W7", "update", "start", "places"] as const;

/** The name of a part. */
export type PartName = (typeof partNames)[number];

/** What to measure. */
export interface BenchOptions {
  readonly peers: readonly PeerName[];
  readonly size: Size;
  readonly rounds: number;
  readonly seed: number;
  readonly parts: readonly PartName[];
  /** A document to measure instead of the workloads generated here. */
  readonly workload: string | null;
  /** Where the report goes. */
  readonly output: string | null;
}

/** How to call it. */
export const usage = `usage: npm run bench -- [flags]
  --peers LIST      of ${peerNames.join(",")}; default all that are found
  --size s|m|l      how large the workloads are; default l, for which the targets are; it takes minutes
  --only LIST       of ${partNames.join(",")}; default all
  --seed N          of the generator; default 1
  --rounds N        how often each is measured, in turn; default 5
  --workload FILE   measure this document ("module-workload/1") instead
  --output FILE     where the report goes; default bench/RESULTS.md, or nowhere with --workload`;

/** Reads the flags. What is wrong with them is an error that says so. */
export function readOptions(argv: readonly string[], results: string): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      peers: { type: "string", default: peerNames.join(",") },
      size: { type: "string", default: "l" },
      only: { type: "string", default: partNames.join(",") },
      rounds: { type: "string", default: "5" },
      seed: { type: "string", default: "1" },
      workload: { type: "string" },
      output: { type: "string" },
    },
  });
  const { workload = null } = values;
  return {
    peers: namesOf("--peers", values.peers, peerNames),
    size: oneOf("--size", values.size, ["s", "m", "l"]),
    parts: namesOf("--only", values.only, partNames),
    rounds: wholeNumber("--rounds", values.rounds, 1),
    seed: wholeNumber("--seed", values.seed, 0),
    workload,
    output: values.output ?? (workload === null ? results : null),
  };
}

function wholeNumber(flag: string, given: string, least: number): number {
  const number = given.trim() === "" ? Number.NaN : Number(given);
  if (!Number.isSafeInteger(number) || number < least)
    throw new Error(`${flag}: ${given} is no whole number from ${least}`);
  return number;
}

function namesOf<T extends string>(flag: string, given: string, known: readonly T[]): readonly T[] {
  return given
    .split(",")
    .filter((name) => name !== "")
    .map((name) => oneOf(flag, name, known));
}

function oneOf<T extends string>(flag: string, given: string, known: readonly T[]): T {
  const found = known.find((name) => name === given);
  if (found === undefined) throw new Error(`${flag}: ${given} is none of ${known.join(", ")}`);
  return found;
}
