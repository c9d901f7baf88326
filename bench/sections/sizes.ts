// How large the workloads are.
import type { Size } from "../bench-options.ts";
import type { WorkloadName } from "../workload/generate.ts";

const largest: Readonly<Record<WorkloadName, number>> = {
  W1: 50_000,
  W2: 5_000,
  W3: 100_000,
  W4: 100_000,
  W5: 50_000,
  W6: 100_000,
  W7: 500,
};

const parts: Readonly<Record<Size, number>> = { s: 25, m: 5, l: 1 };

/** The size of a workload; at `l` it is the one for which there are targets. */
export function sizeOf(name: WorkloadName, size: Size): number {
  return largest[name] / parts[size];
}

/** Four sizes, each twice the one before, of which the last is the size of the workload. */
export function fourSizes(name: WorkloadName, size: Size): readonly number[] {
  return [8, 4, 2, 1].map((part) => Math.ceil(sizeOf(name, size) / part));
}
