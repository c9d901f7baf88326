// W1, W2, W4, W6 and documents of others: everything is evaluated, in process and as a whole, beside the peers.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtIndex } from "../measure/in-fresh-process.ts";
import type { Sample } from "../measure/request.ts";
import { type Candidate, inTurn, type Measured, medianIn } from "../measure/rounds.ts";
import { runCommand } from "../measure/run-command.ts";
import { less, megabytes, none, ratio, seconds } from "../report/figures.ts";
import type { Table } from "../report/section.ts";
import type { Workload } from "../workload/document.ts";
import { resolveWorkload } from "../workload/resolve.ts";
import { splitModules } from "../workload/split.ts";
import {
  type BenchContext,
  checkWorker,
  firstRunCandidate,
  prepare,
  startCandidate,
  toolCandidate,
  workerCandidate,
} from "./bench-context.ts";

/** The most options, and definitions, in one file. */
export const perFile = 100;

/** CPU seconds, less what it costs to start where it says so, and megabytes; null is what there is none of. */
export interface EvaluationFigures {
  readonly inProcess: number | null;
  readonly inProcessNix: number | null;
  readonly floor: number | null;
  readonly whole: number | null;
  readonly wholeNix: number | null;
  readonly loading: number | null;
  readonly peak: number | null;
}

/** The tables, and what the targets are about. */
export interface EvaluationResult {
  readonly tables: readonly Table[];
  readonly figures: EvaluationFigures;
}

/**
 * Measures a workload. In process its modules are as they are; for the whole process, those of Nix too, they are cut into
 * files of `perFile`.
 */
export function measureEvaluation(context: BenchContext, workload: Workload, title: string): EvaluationResult {
  const { scratch, confix, peers, rounds, tell } = context;
  tell(`${title}: writing and checking`);
  const file = join(scratch.folder(), "workload.json");
  writeFileSync(file, JSON.stringify(workload));
  const source = { file };
  const expected = resolveWorkload(workload);
  const cut = splitModules(workload, perFile);
  const cutExpected = resolveWorkload(cut);
  checkWorker(context, { source, task: "all" }, expected);
  checkWorker(context, { source, task: "merge" }, expected);
  const nix = peers.find(({ name }) => name === "nix");
  const whole = [confix, ...peers].map((tool) => prepare(context, tool, { workload: cut, expected: cutExpected }));
  const candidates: readonly Candidate<Sample>[] = [
    ...(["all", "plain", "merge", "json"] as const).map((task) => workerCandidate(context, task, { source, task })),
    workerCandidate(context, "set", { source, task: "all", isSet: true }),
    ...(nix === undefined ? [] : [toolCandidate(prepare(context, nix, { workload, expected }), "nix, same modules")]),
    ...whole.map((prepared) => toolCandidate(prepared)),
    ...whole.flatMap((each) =>
      each.tool === confix && "command" in each ? [firstRunCandidate(context, firstRun, each.command)] : [],
    ),
    ...[confix, ...peers].map((tool) => startCandidate(context, tool)),
    loadingCandidate(context, confix.files(cut)),
    { name: "node", run: () => runCommand({ file: process.execPath, args: ["-e", "0"] }) },
  ];
  tell(`${title}: ${rounds} rounds`);
  const measured = inTurn(candidates, rounds);
  const cpu = (name: string): number | null => medianIn(measured.get(name), (sample) => sample.cpu);
  const net = (name: string): number | null => less(cpu(name), cpu(`${name.split(",")[0] ?? name} start`));
  const [merge, json] = [cpu("merge"), cpu("json")];
  const figures: EvaluationFigures = {
    inProcess: cpu("all"),
    inProcessNix: net("nix, same modules"),
    floor: merge === null || json === null ? null : merge + json,
    whole: cpu("confix"),
    wholeNix: cpu("nix"),
    loading: less(cpu("loading"), cpu("node")),
    peak: medianIn(measured.get("confix"), ({ peak }) => peak),
  };
  return { figures, tables: [inProcessTable(title, measured, figures, net), wholeTable(title, measured, figures)] };
}

/** Imports what the command loads, and does nothing with it. */
function loadingCandidate({ scratch }: BenchContext, files: ReadonlyMap<string, string>): Candidate {
  const folder = scratch.folder(files);
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(dirname(builtIndex), "../.."), join(folder, "node_modules", "confix"));
  return { name: "loading", run: () => runCommand({ file: process.execPath, args: [join(folder, "host.js")] }) };
}

const firstRun = "first run";

type AllMeasured = ReadonlyMap<string, Measured>;

function inProcessTable(
  title: string,
  measured: AllMeasured,
  { inProcess, floor }: EvaluationFigures,
  net: (name: string) => number | null,
): Table {
  const row = (name: string, key: string): readonly string[] => {
    const cpu = medianIn(measured.get(key), (sample) => sample.cpu);
    const wall = medianIn(measured.get(key), (sample) => sample.wall);
    const peak = medianIn(measured.get(key), (sample) => sample.peak);
    return [name, seconds(cpu), seconds(wall), megabytes(peak), ratio(cpu, inProcess)];
  };
  const peers = [...measured.keys()].filter(
    (name) => measured.has(`${name.split(",")[0] ?? ""} start`) && !/^confix|start$/.test(name),
  );
  return {
    title: `${title}, in process`,
    columns: ["", "CPU", "wall", "peak memory", "to Confix"],
    rows: [
      row("Confix: evaluation and JSON", "all"),
      row("the same, V8 set as the command sets it", "set"),
      row("a plain interpreter of the workload, in JavaScript", "plain"),
      row("floor: deepmerge-ts of the same data", "merge"),
      row("floor: JSON.parse and JSON.stringify of the result", "json"),
      ["floor, both", seconds(floor), none, none, ratio(floor, inProcess)],
      ...peers.map((name) => [
        name === "nix" ? `nix, files of ${perFile}, less its start` : `${name}, less its start`,
        seconds(net(name)),
        none,
        none,
        ratio(net(name), inProcess),
      ]),
    ],
  };
}

function wholeTable(title: string, measured: AllMeasured, { whole, loading }: EvaluationFigures): Table {
  const names = [...measured.keys()].filter((name) => measured.has(`${name} start`));
  const row = (shown: string, name: string): readonly string[] => {
    const found = measured.get(name);
    if (found !== undefined && found.failed !== null) return [`${shown}: ${found.failed}`, none, none, none, none];
    const median = (figure: (sample: Sample) => number): number | null => medianIn(found, figure);
    const cpu = median((sample) => sample.cpu);
    return [
      shown,
      seconds(cpu),
      seconds(median(({ wall }) => wall)),
      megabytes(median(({ peak }) => peak)),
      ratio(cpu, whole),
    ];
  };
  const start = medianIn(measured.get("confix start"), ({ cpu }) => cpu);
  return {
    title: `${title}, whole process, files of ${perFile} options`,
    columns: ["", "CPU", "wall", "peak memory", "to Confix"],
    rows: [
      ...names.map((name) => row(name, name)),
      row("confix, its first run, of which nothing is kept yet", firstRun),
      ["of Confix: start", seconds(start), none, none, ratio(start, whole)],
      ["of Confix: Node importing these files, and Confix", seconds(loading), none, none, ratio(loading, whole)],
    ],
  };
}
