// `confix eval --fleet`: evaluates many configurations that have modules in common, and writes a file for each.
import { availableParallelism, totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";
import { resolvePath } from "../../host/resolve-path.ts";
import { countOf } from "../count-of.ts";
import type { EvaluationRequest } from "../evaluate-request.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Layout } from "../format-value.ts";
import type { CliIo } from "../io.ts";
import type { FindingsRequest } from "../write-findings.ts";
import { evaluateHosts, type FleetListener } from "./evaluate-hosts.ts";
import { findHosts } from "./find-hosts.ts";
import { type NamedHost, nameHosts } from "./host-names.ts";
import type { HostReport, HostTask } from "./job.ts";
import { Progress } from "./progress.ts";
import { Interruption } from "./interruption.ts";
import { describeRunning, RunningHosts } from "./running-hosts.ts";
import { type HostEnd, writeReport } from "./fleet-report.ts";
import { place, prepareFolders, removeResult, removeTemporary, temporaryFor } from "../result-files.ts";

/** What the command line says of a fleet. */
export interface FleetRequest {
  /** Its modules are those that all hosts have in common. */
  readonly request: EvaluationRequest;
  /** The module files of the hosts, as they were named. */
  readonly hosts: readonly string[];
  /** The folder for the results. */
  readonly outDir: string;
  readonly layout: Layout;
  /** How many workers work at a time. Default: as many as the machine can run, if they pay. */
  readonly jobs?: number;
  /** The most memory of a host, in MB. Default: what Node may use, or its part of the machine if that is less. */
  readonly memory?: number;
  /** The most time of a host, in seconds. Default: as much as it takes. */
  readonly timeout?: number;
  readonly findings: FindingsRequest;
}

/**
 * Evaluates the hosts. Returns 0 if all have a result, else 1. Throws a ConfixError if nothing can be begun. Who interrupts
 * it finds the results of those that have come to their end, and nothing of the others.
 */
export async function runFleet(fleet: FleetRequest, io: CliIo): Promise<ExitCode> {
  const hosts = await namedHosts(fleet, io.cwd);
  await prepareFolders(hosts.map(({ target }) => target));
  const jobs = Math.min(fleet.jobs ?? availableParallelism(), hosts.length);
  const { request, layout, memory = memoryOf(jobs), timeout = null } = fleet;
  const { stackTraceLimit } = Error;
  const running = new RunningHosts();
  const progress = new Progress(io.stderr, hosts.length, running, io.env);
  const tasks = hosts.map(({ file, target }, index) => ({ index, file, target, temporary: temporaryFor(target) }));
  const ends = new Map<number, Promise<HostEnd>>();
  const isFixed = fleet.jobs !== undefined;
  const start = { job: { request, layout, stackTraceLimit }, jobs, isFixed, memory, timeout };
  const nameOf = ({ index }: HostTask): string => hosts[index]?.name ?? "";
  const listener: FleetListener = {
    onBegin: (task) => running.begin(nameOf(task)),
    onLost: (task) => running.leave(nameOf(task)),
    onReport: (task, report) => {
      running.end(nameOf(task));
      progress.add(report.exitCode !== 0);
      const host = hosts[task.index];
      if (host !== undefined) ends.set(task.index, endOf(host, task, report));
    },
  };
  const interruption = new Interruption(io, () => describeSoFar(running, hosts.length));
  await evaluateHosts(start, tasks, listener, { io, stop: interruption.signal }).finally(async () => {
    await progress.end();
    interruption.ignore();
  });
  if (interruption.signal.aborted) {
    await Promise.allSettled(ends.values());
    await Promise.all(tasks.map(async ({ index, temporary }) => ends.has(index) || (await removeTemporary(temporary))));
    await interruption.end();
    return 1;
  }
  const ended = await Promise.all(hosts.map(async ({ name }, index) => await (ends.get(index) ?? noReport(name))));
  await writeReport(ended, fleet.findings, io);
  return ended.some(({ report }) => report.exitCode !== 0) ? 1 : 0;
}

// What it was that took so long, and how far the others are.
function describeSoFar(running: RunningHosts, total: number): string {
  const hosts = running.all().map(describeRunning);
  const whom = hosts.length === 0 ? "" : `, while evaluating ${hosts.join(", ")}`;
  return `interrupted after ${running.ended} of ${countOf(total, "host")}${whom}\n`;
}

async function namedHosts(
  { request, hosts, outDir, layout }: FleetRequest,
  cwd: string,
): Promise<readonly NamedHost[]> {
  const files = await findHosts(hosts, cwd);
  const common = request.modules.flatMap((module) => ("file" in module ? [resolvePath(module.file, null, cwd)] : []));
  // Modules are known by their real paths, and so the folder has to be.
  const folder = resolvePath(outDir, null, cwd);
  const inputs = [...files.map((file) => resolvePath(file, null, cwd)), ...common];
  return nameHosts(files, { folder, extension: layout.format, inputs });
}

// All workers together may need no more than there is, else the system ends the whole process.
function memoryOf(jobs: number): number {
  const constrained = process.constrainedMemory();
  const whole = constrained === undefined || constrained === 0 ? totalmem() : Math.min(constrained, totalmem());
  return Math.floor(Math.min(getHeapStatistics().heap_size_limit, whole / jobs) / 2 ** 20);
}

async function endOf(host: NamedHost, { temporary, target }: HostTask, report: HostReport): Promise<HostEnd> {
  if (!report.isWritten) return { ...host, report, isRemoved: await removeResult(temporary, target) };
  const problem = await place(temporary, target);
  if (problem === null) return { ...host, report, isRemoved: false };
  const diagnostics = [...report.diagnostics, problem];
  return { ...host, report: { ...report, diagnostics, exitCode: 1, isWritten: false }, isRemoved: false };
}

async function noReport(name: string): Promise<never> {
  throw new Error(`there is no report on the host ${name}`);
}
