// What one changed number costs where an evaluation is updated, beside evaluating everything.
import type { WorkerSample } from "../measure/request.ts";
import { inTurn, medianIn } from "../measure/rounds.ts";
import { medianOf } from "../measure/statistics.ts";
import { count, milliseconds, percent } from "../report/figures.ts";
import type { Section } from "../report/section.ts";
import { atMost } from "../report/targets.ts";
import { changedScalars, withChanges } from "../workload/changed-scalars.ts";
import { generate, type WorkloadName } from "../workload/generate.ts";
import { resolveWorkload } from "../workload/resolve.ts";
import { type BenchContext, checkWorker, workerCandidate } from "./bench-context.ts";
import { sizeOf } from "./sizes.ts";

const names = ["W1", "W2"] as const satisfies readonly WorkloadName[];

/** How many numbers are changed, one after the other. */
const changes = 20;

/** Measures it in fresh processes. */
export function updateSection(context: BenchContext): Section {
  const { rounds, seed, tell } = context;
  tell("update");
  const requests = names.map((name) => {
    const source = { generate: { name, size: sizeOf(name, context.size), seed } };
    const workload = generate(source.generate);
    const request = { source, task: "update", changes } as const;
    checkWorker(context, request, resolveWorkload(withChanges(workload, changedScalars(workload, changes))));
    return { name, request };
  });
  const measured = inTurn(
    requests.map(({ name, request }) => workerCandidate(context, name, request)),
    rounds,
  );
  const figure = (name: string, of: (sample: WorkerSample) => number | undefined): number | null =>
    medianIn(measured.get(name), (sample) => of(sample) ?? Number.NaN);
  const rowsOf = (name: (typeof names)[number]): readonly (readonly string[])[] => {
    const [fullCpu, fullWall] = fullOf(name);
    const row = (what: string, cpu: number | null, wall: number | null): readonly string[] => [
      `${name}, ${count(sizeOf(name, context.size))}: ${what}`,
      milliseconds(cpu),
      percent(partOf(cpu, fullCpu)),
      milliseconds(wall),
      percent(partOf(wall, fullWall)),
    ];
    return [
      row("all of it", fullCpu, fullWall),
      row(
        "all of it, to be updated",
        figure(name, ({ steps }) => steps["updatable"]),
        figure(name, ({ steps }) => steps["updatable, wall"]),
      ),
      row(
        "the first changed number",
        figure(name, ({ each }) => each[0]?.cpu),
        figure(name, ({ each }) => each[0]?.wall),
      ),
      row("one changed number", ...updateOf(name)),
    ];
  };
  const fullOf = (name: string): readonly [number | null, number | null] => [
    figure(name, ({ steps }) => steps["full"]),
    figure(name, ({ steps }) => steps["full, wall"]),
  ];
  const updateOf = (name: string): readonly [number | null, number | null] => [
    figure(name, ({ each }) => medianOf(each.map(({ cpu }) => cpu))),
    figure(name, ({ each }) => medianOf(each.map(({ wall }) => wall))),
  ];
  const [cpu] = updateOf("W1");
  return {
    title: "Update",
    notes: [
      `In process: up to ${changes} numbers, one in a module, are changed one after the other; each time the evaluation is updated, the option is read, and all of the result is asked for.`,
      "The instances of W2 are in one module, as the value of one option: all of that is compared and printed again.",
    ],
    tables: [
      {
        title: "Update, in process",
        columns: ["", "CPU", "to all of it", "wall", "to all of it"],
        rows: names.flatMap(rowsOf),
      },
    ],
    targets: [atMost("W1: CPU of one changed number to all of it", 0.01, partOf(cpu, fullOf("W1")[0]), percent)],
  };
}

function partOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null ? null : part / whole;
}
