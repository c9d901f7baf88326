// W5: one option of many. Once the modules are collected, it may only cost what it needs.
import type { WorkerRequest, WorkerSample } from "../measure/request.ts";
import { inTurn, medianIn } from "../measure/rounds.ts";
import { exponentOf } from "../measure/statistics.ts";
import { count, exponent, less, milliseconds, none, ratio, seconds } from "../report/figures.ts";
import type { Section } from "../report/section.ts";
import { atMost } from "../report/targets.ts";
import { generate } from "../workload/generate.ts";
import { resolveWorkload } from "../workload/resolve.ts";
import {
  type BenchContext,
  checkWorker,
  prepare,
  startCandidate,
  toolCandidate,
  workerCandidate,
} from "./bench-context.ts";
import { fourSizes, sizeOf } from "./sizes.ts";

/** Options, and how many times as many definitions they get. */
interface Case {
  readonly size: number;
  readonly density: number;
}

function request({ size, density }: Case, seed: number): Omit<WorkerRequest, "confix"> {
  return { source: { generate: { name: "W5", size, density, seed } }, task: "one" };
}

/** Measures it at four sizes, with more values at the largest, and beside the peers. */
export function oneSection(context: BenchContext): Section {
  const { peers, rounds, seed, tell } = context;
  const size = sizeOf("W5", context.size);
  const sizes = fourSizes("W5", context.size).map((of): Case => ({ size: of, density: 1 }));
  const largest: Case = { size, density: 1 };
  const cases = [...sizes, { size, density: 2 }, { size, density: 4 }];
  const workload = generate({ name: "W5", size, seed });
  const expected = resolveWorkload(workload, "one");
  tell("W5: writing and checking");
  checkWorker(context, request(largest, seed), expected);
  const prepared = peers.map((tool) => prepare(context, tool, { workload, asked: "one", expected }));
  tell(`W5: ${rounds} rounds`);
  const inProcess = inTurn(
    cases.map((of) => workerCandidate(context, keyOf(of), request(of, seed))),
    rounds,
  );
  const whole = inTurn(
    [...prepared.map((one) => toolCandidate(one)), ...peers.map((tool) => startCandidate(context, tool))],
    rounds,
  );
  const step = (of: Case, figure: (sample: WorkerSample) => number | undefined): number | null =>
    medianIn(inProcess.get(keyOf(of)), (sample) => figure(sample) ?? Number.NaN);
  const wall = (of: Case): number | null => step(of, ({ steps }) => steps["one, wall"]);
  const collect = (of: Case): number | null => step(of, ({ steps }) => steps["collect"]);
  const own = step(largest, ({ cpu }) => cpu);
  const exponents = [collect, wall].map((figure) =>
    exponentOf(sizes.map((of) => ({ size: of.size, figure: figure(of) ?? Number.NaN }))),
  );
  return {
    title: `W5, one of ${count(size)} options`,
    notes: ["In process, the modules are collected first; then the one option is read."],
    tables: [
      {
        title: "W5, in process",
        columns: [
          "options",
          "definitions",
          "collecting, CPU",
          "the one option, wall",
          "functions of modules it called",
        ],
        rows: [
          ...cases.map((of) => [
            count(of.size),
            count(definitionsOf(of, seed)),
            seconds(collect(of)),
            milliseconds(wall(of)),
            count(step(of, ({ calls }) => calls)),
          ]),
          ["exponent, of options", none, ...exponents.map(exponent), none],
        ],
      },
      {
        title: "W5, beside the peers",
        columns: ["", "CPU", "to Confix"],
        rows: [
          ["Confix in process", seconds(own), ratio(own, own)],
          ...peers.map(({ name }) => {
            const found = whole.get(name);
            const cpu = medianIn(found, (sample) => sample.cpu);
            const net = less(
              cpu,
              medianIn(whole.get(`${name} start`), (sample) => sample.cpu),
            );
            const label = found?.failed === null ? `${name}, less its start` : `${name}: ${found?.failed ?? ""}`;
            return [label, seconds(net), ratio(net, own)];
          }),
        ],
      },
    ],
    targets: [atMost("W5: the one option, once collected", 0.001, wall(largest), milliseconds)],
  };
}

function keyOf({ size, density }: Case): string {
  return `${size} ${density}`;
}

function definitionsOf({ size, density }: Case, seed: number): number {
  const { modules } = generate({ name: "W5", size, density, seed });
  return modules.reduce((sum, { defs }) => sum + defs.length, 0);
}
