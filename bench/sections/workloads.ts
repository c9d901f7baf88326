// W1, W2, W4 and W6: evaluating everything.
import { megabytes } from "../report/figures.ts";
import type { Section, Target } from "../report/section.ts";
import { atMost, timesAtLeast, timesAtMost } from "../report/targets.ts";
import type { Workload } from "../workload/document.ts";
import { generate } from "../workload/generate.ts";
import type { BenchContext } from "./bench-context.ts";
import { type EvaluationFigures, measureEvaluation } from "./evaluate.ts";
import { measureFleet } from "./fleet.ts";
import { measureGrowth } from "./growth.ts";
import { sizeOf } from "./sizes.ts";
import { count } from "../report/figures.ts";

/** The workloads of which everything is evaluated. */
export type EvaluatedName = "W1" | "W2" | "W4" | "W6";

interface Wanted {
  readonly of: string;
  /** How many times less CPU than Nix, in process. */
  readonly nix: number;
  /** How many times the floor at most; null where the floor does next to nothing. */
  readonly floor: number | null;
  readonly peak?: number;
}

const wanted: Readonly<Record<EvaluatedName, Wanted>> = {
  W1: { of: "options, wide", nix: 4, floor: 4, peak: 250 },
  W2: { of: "instances of a submodule", nix: 10, floor: 4 },
  W4: { of: "definitions of a list", nix: 4, floor: null },
  W6: { of: "leaves of a free tree", nix: 1, floor: 4 },
};

/** Measures one of them. */
export function evaluatedSection(context: BenchContext, name: EvaluatedName): Section {
  const size = sizeOf(name, context.size);
  const title = `${name}, ${count(size)} ${wanted[name].of}`;
  const { tables, figures } = measureEvaluation(context, generate({ name, size, seed: context.seed }), title);
  const { table, targets } = measureGrowth(context, name);
  return {
    title,
    notes: [],
    tables: [...tables, table],
    targets: [...targetsOf(name, figures), ...targets],
  };
}

/** Measures a document that somebody else wrote, or a fleet of theirs. */
export function documentSection(context: BenchContext, workload: Workload): Section {
  const params = Object.entries(workload.params).map(([name, value]) => `${name} ${value}`);
  const title = [workload.name, ...params].join(", ");
  if (workload.hosts !== undefined) return { ...measureFleet(context, workload, title), targets: [] };
  const { tables } = measureEvaluation(context, workload, workload.name);
  return { title, notes: [], tables, targets: [] };
}

function targetsOf(name: EvaluatedName, figures: EvaluationFigures): readonly Target[] {
  const { nix, floor, peak } = wanted[name];
  return [
    timesAtLeast(`${name}: CPU of Nix to Confix, in process`, nix, figures.inProcessNix, figures.inProcess),
    timesAtLeast(`${name}: CPU of Nix to Confix, whole process`, 1, figures.wholeNix, figures.whole),
    ...(floor === null
      ? []
      : [timesAtMost(`${name}: CPU of Confix to the floor`, floor, figures.inProcess, figures.floor)]),
    ...(peak === undefined ? [] : [atMost(`${name}: peak memory, whole process`, peak, figures.peak, megabytes)]),
  ];
}
