// W7 as a whole process: `confix eval --fleet` beside the peers, each of which evaluates every host.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fleetFiles } from "../confix/files.ts";
import { builtCommand } from "../measure/in-fresh-process.ts";
import type { Sample } from "../measure/request.ts";
import { type Candidate, type Measured, medianIn } from "../measure/rounds.ts";
import { type MeasuredCommand, runCommand } from "../measure/run-command.ts";
import { megabytes, none, ratio, seconds } from "../report/figures.ts";
import type { Table } from "../report/section.ts";
import { differenceOf } from "../workload/compare.ts";
import type { Value, Workload } from "../workload/document.ts";
import type { BenchContext } from "./bench-context.ts";

/** A way to run the command, by the name it has in the table. */
interface Way {
  readonly name: string;
  readonly isFunction: boolean;
  readonly flags: readonly string[];
}

const ways: readonly Way[] = [
  { name: "confix, objects", isFunction: false, flags: [] },
  { name: "confix, objects, one worker", isFunction: false, flags: ["--jobs", "1"] },
  { name: "confix, functions", isFunction: true, flags: [] },
];

/** The command on a fleet, in each way, checked: files are in the cache then. Fails if a result is wrong. */
export function fleetCommands(context: BenchContext, workload: Workload, expected: Value): readonly Candidate[] {
  return ways.map(({ name, isFunction, flags }) => {
    const command = fleetCommand(context, workload, isFunction, flags);
    const result = runCommand(command);
    if ("failed" in result) throw new Error(`${name}: ${result.failed}`);
    checkResults(command.cwd, workload, expected);
    return { name, run: () => runCommand(command) };
  });
}

function fleetCommand(
  { scratch, confix }: BenchContext,
  workload: Workload,
  isFunction: boolean,
  flags: readonly string[],
): MeasuredCommand & { readonly cwd: string } {
  const cwd = scratch.folder(fleetFiles(workload, { isFunction }));
  const common = workload.modules.map((_, at) => `modules/${at}.js`);
  const hosts = (workload.hosts ?? []).map((_, at) => `hosts/${at}.js`);
  const { env = {} } = confix.start(cwd);
  const fleet = ["--fleet", ...hosts, "--out-dir", "out", "--compact", ...flags];
  return { file: process.execPath, args: [builtCommand, "eval", ...common, ...fleet], env, cwd };
}

function checkResults(folder: string, { hosts = [] }: Workload, expected: Value): void {
  const found = Object.fromEntries(
    // The cast: JSON is a value.
    hosts.map(({ name }, at) => [name, JSON.parse(readFileSync(join(folder, "out", `${at}.json`), "utf8")) as Value]),
  );
  const difference = differenceOf(expected, found);
  if (difference !== null) throw new Error(`Confix is wrong about a fleet: ${difference}`);
}

/** What the whole processes used; the first way is what others are compared with. */
export function fleetCommandTable(measured: ReadonlyMap<string, Measured>, peers: readonly string[]): Table {
  const cpu = (name: string): number | null => medianIn(measured.get(name), (sample) => sample.cpu);
  const names = [...ways.map(({ name }) => name), ...peers];
  const own = cpu(ways[0]?.name ?? "");
  const rows = names.map((name): readonly string[] => {
    const found = measured.get(name);
    if (found !== undefined && found.failed !== null) return [`${name}: ${found.failed}`, none, none, none, none];
    const median = (figure: (sample: Sample) => number): number | null => medianIn(found, figure);
    const wall = median((sample) => sample.wall);
    return [name, seconds(cpu(name)), seconds(wall), megabytes(median(({ peak }) => peak)), ratio(cpu(name), own)];
  });
  return {
    title: "W7, whole process, a file for each host",
    columns: ["", "CPU", "wall", "peak memory of a process", "to Confix"],
    rows,
  };
}
