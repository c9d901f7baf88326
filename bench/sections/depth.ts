// W3: options of which each reads the one before. Asking for the last one goes as deep as there are options.
import type { WorkerRequest, WorkerSample } from "../measure/request.ts";
import { type Candidate, inTurn, medianIn } from "../measure/rounds.ts";
import { runCommand } from "../measure/run-command.ts";
import { count, exponent, less, megabytes, none, ratio, seconds } from "../report/figures.ts";
import type { Section, Target } from "../report/section.ts";
import { growth, timesAtMost } from "../report/targets.ts";
import { exponentOf } from "../measure/statistics.ts";
import type { Tool } from "../peers/tool.ts";
import { generate } from "../workload/generate.ts";
import { type BenchContext, checkWorker, workerCandidate } from "./bench-context.ts";
import { fourSizes, sizeOf } from "./sizes.ts";

const verySize = { s: 40_000, m: 200_000, l: 1_000_000 } as const;

function request(length: number, chained: boolean): Omit<WorkerRequest, "confix"> {
  return { source: { generate: { name: "W3", size: length, chained } }, task: "deep" };
}

/** Measures it: beside the same options that do not read each other, at four depths, and at a depth ten times as large. */
export function depthSection(context: BenchContext): Section {
  const { tell, rounds } = context;
  const size = sizeOf("W3", context.size);
  tell("W3: checking");
  const expected = Object.fromEntries(Array.from({ length: size }, (_, at) => [`o${at}`, at]));
  checkWorker(context, request(size, true), expected);
  const sizes = fourSizes("W3", context.size);
  tell(`W3: ${rounds} rounds`);
  const candidates: readonly Candidate<WorkerSample>[] = [
    workerCandidate(context, "nothing", { task: "nothing" }),
    workerCandidate(context, "alone", request(size, false)),
    ...sizes.map((length) => workerCandidate(context, `${length}`, request(length, true))),
  ];
  const measured = inTurn(candidates, rounds);
  const cpu = (key: string): number | null => medianIn(measured.get(key), (sample) => sample.cpu);
  const last = (key: string): number | null => medianIn(measured.get(key), ({ steps }) => steps["last option"] ?? NaN);
  const peak = (key: string): number | null => medianIn(measured.get(key), (sample) => sample.peak);
  const row = (name: string, key: string): readonly string[] => [
    name,
    seconds(last(key)),
    seconds(cpu(key)),
    megabytes(peak(key)),
    ratio(cpu(key), cpu("alone")),
  ];
  const memory = sizes.map((length) => ({
    size: length,
    figure: less(peak(`${length}`), peak("nothing")) ?? Number.NaN,
  }));
  const points = sizes.map((length) => ({ size: length, figure: cpu(`${length}`) ?? Number.NaN }));
  const deep = veryDeep(context);
  return {
    title: `W3, ${count(size)} options, each reads the one before`,
    notes: ["In process. In Confix the last option is asked for first, then all others."],
    tables: [
      {
        title: "W3, depth",
        columns: ["", "last option", "all of them", "peak memory", "to not chained"],
        rows: [
          row(`${count(size)}, not chained`, "alone"),
          ...sizes.map((length) => row(count(length), `${length}`)),
          ["exponent, memory less the start", none, exponent(exponentOf(points)), exponent(exponentOf(memory)), none],
          deep.row,
        ],
      },
      ...peerTable(context),
    ],
    targets: [
      timesAtMost("W3: CPU to that of the same options without the chain", 5, cpu(`${size}`), cpu("alone")),
      growth("W3: growth of time with depth", exponentOf(points)),
      growth("W3: growth of memory with depth", exponentOf(memory)),
      deep.target,
    ],
  };
}

function veryDeep(context: BenchContext): { readonly row: readonly string[]; readonly target: Target } {
  const size = verySize[context.size];
  context.tell(`W3: ${count(size)} deep`);
  const what = `W3: ${count(size)} deep`;
  const wanted = "does not crash";
  const result = workerCandidate(context, "deep", { source: { generate: { name: "W3", size } }, task: "one" }).run();
  if ("failed" in result) {
    const failed = result.failed.split("\n").find((line) => /error|heap/i.test(line)) ?? "failed";
    return {
      row: [`${count(size)}: ${failed.slice(0, 80)}`, none, none, none, none],
      target: { what, wanted, measured: failed.slice(0, 60), met: false },
    };
  }
  const { cpu, peak, steps } = result.sample;
  return {
    row: [count(size), seconds(steps["one"] ?? null), `${seconds(cpu)}, the last only`, megabytes(peak), none],
    target: { what, wanted, measured: seconds(cpu), met: true },
  };
}

// How far peers are followed, and how closely the end is looked for.
const farthest = 100_000;
const close = 1.05;

function peerTable(context: BenchContext): Section["tables"] {
  if (context.peers.length === 0) return [];
  const rows = context.peers.map((tool) => {
    context.tell(`W3: how deep ${tool.name} gets`);
    return [tool.name, ...longestChain(context, tool)];
  });
  return [{ title: "W3, the longest chain as installed", columns: ["", "evaluates", "ends because"], rows }];
}

/** The longest chain that a peer evaluates, to within a few in a hundred, and how it ends at a longer one. */
function longestChain({ scratch }: BenchContext, tool: Tool): readonly [longest: string, ending: string] {
  const failureAt = (length: number): string | null => {
    const workload = generate({ name: "W3", size: length });
    const result = runCommand({ ...tool.command(scratch.folder(tool.files(workload)), "one", workload), limit: 20 });
    return "failed" in result ? result.failed : null;
  };
  let [good, bad, ending] = [0, 50, failureAt(50)];
  while (ending === null) {
    good = bad;
    if (good >= farthest) return [`${count(good)} and more`, none];
    bad = Math.min(farthest, bad * 4);
    ending = failureAt(bad);
  }
  while (bad > good * close && bad - good > 1) {
    const middle = Math.round((good + bad) / 2);
    const failure = failureAt(middle);
    if (failure === null) good = middle;
    else [bad, ending] = [middle, failure];
  }
  return [count(good), ending];
}
