// How time and memory of Confix grow over four sizes of a workload.
import type { Sample } from "../measure/request.ts";
import { type Candidate, inTurn, medianIn } from "../measure/rounds.ts";
import { exponentOf } from "../measure/statistics.ts";
import { exponent, less, megabytes, seconds, count } from "../report/figures.ts";
import type { Table, Target } from "../report/section.ts";
import { growth } from "../report/targets.ts";
import type { WorkloadName } from "../workload/generate.ts";
import { generate } from "../workload/generate.ts";
import { resolveWorkload } from "../workload/resolve.ts";
import { splitModules } from "../workload/split.ts";
import { type BenchContext, prepare, startCandidate, toolCandidate, workerCandidate } from "./bench-context.ts";
import { perFile } from "./evaluate.ts";
import { fourSizes } from "./sizes.ts";

/** A row for each size, and the exponents: in process of the time, as a whole of time and memory less those of the start. */
export function measureGrowth(
  context: BenchContext,
  name: WorkloadName,
): { readonly table: Table; readonly targets: readonly Target[] } {
  const { confix, tell, rounds, seed } = context;
  const sizes = fourSizes(name, context.size);
  tell(`${name}: growth`);
  const candidates: readonly Candidate<Sample>[] = sizes.flatMap((size) => {
    const cut = splitModules(generate({ name, size, seed }), perFile);
    const prepared = prepare(context, confix, { workload: cut, expected: resolveWorkload(cut) });
    return [
      workerCandidate(context, `in ${size}`, { source: { generate: { name, size, seed } }, task: "all" }),
      toolCandidate(prepared, `whole ${size}`),
    ];
  });
  const measured = inTurn([...candidates, startCandidate(context, confix)], rounds);
  const median = (key: string, figure: "cpu" | "peak"): number | null =>
    medianIn(measured.get(key), (sample) => sample[figure]);
  // Less than the noise is nothing to draw a line through.
  const slope = (figure: (size: number) => number | null, noise: number): number | null => {
    const points = sizes.map((size) => ({ size, figure: figure(size) }));
    const known = points.flatMap(({ size, figure }) => (figure === null || figure < noise ? [] : [{ size, figure }]));
    return known.length < sizes.length ? null : exponentOf(known);
  };
  const inProcess = slope((size) => median(`in ${size}`, "cpu"), 0.002);
  const net =
    (figure: "cpu" | "peak") =>
    (size: number): number | null =>
      less(median(`whole ${size}`, figure), median("confix start", figure));
  const [whole, memory] = [slope(net("cpu"), 0.02), slope(net("peak"), 4)];
  return {
    table: {
      title: `${name}, growth`,
      columns: ["size", "CPU in process", "CPU, less the start", "memory, less the start"],
      rows: [
        ...sizes.map((size) => [
          count(size),
          seconds(median(`in ${size}`, "cpu")),
          seconds(net("cpu")(size)),
          megabytes(net("peak")(size)),
        ]),
        ["exponent", exponent(inProcess), exponent(whole), exponent(memory)],
      ],
    },
    targets: [growth(`${name}: growth of time, in process`, inProcess), growth(`${name}: growth of memory`, memory)],
  };
}
