// Evaluates all hosts of a fleet, come what may: what ends a worker, or the process of all workers, fails one host.
import { diagnostic } from "../../diagnostics/report.ts";
import { type FleetSurroundings, outOfMemory, runFleetProcess } from "./fleet-process.ts";
import { failedHost, type FleetStart, type HostAnswer, type HostReport, type HostTask } from "./job.ts";

/** Hears of the hosts while they are evaluated. */
export interface FleetListener {
  /** A worker takes a host. One of which the worker ended may be taken once more. */
  onBegin(task: HostTask): void;
  /** A worker ended, and it is not known yet what came of its host. */
  onLost(task: HostTask): void;
  /** This came of a host. */
  onReport(task: HostTask, report: HostReport): void;
}

/**
 * Evaluates the hosts; `listener` is told what came of each, in the order in which they end. A host whose worker ends is
 * tried once more in a process of its own: something that another host left behind may have ended it, or the memory of
 * many. Once the surroundings are stopped nothing is tried any more, and of what was begun nothing is told.
 */
export async function evaluateHosts(
  start: FleetStart,
  tasks: readonly HostTask[],
  listener: FleetListener,
  surroundings: FleetSurroundings,
): Promise<void> {
  const queue = [...tasks];
  const suspects: HostTask[] = [];
  const onBegin = (task: HostTask): void => listener.onBegin(task);
  const suspect = (task: HostTask): void => {
    listener.onLost(task);
    suspects.push(task);
  };
  const onAnswer = (task: HostTask, answer: HostAnswer): void => {
    if (answer.kind === "report") listener.onReport(task, answer.report);
    else if (answer.isSure) listener.onReport(task, failedHost(answer.diagnostics));
    else suspect(task);
  };
  const { stop } = surroundings;
  while (queue.length > 0 && !stop.aborted) {
    const { unanswered } = await runFleetProcess(start, queue, { onBegin, onAnswer }, surroundings);
    unanswered.forEach(suspect);
  }
  for (const task of suspects) {
    if (stop.aborted) return;
    const report = await evaluateAlone(start, task, onBegin, surroundings);
    if (report !== null) listener.onReport(task, report);
  }
}

async function evaluateAlone(
  start: FleetStart,
  task: HostTask,
  onBegin: (task: HostTask) => void,
  surroundings: FleetSurroundings,
): Promise<HostReport | null> {
  let report: HostReport | null = null;
  const onAnswer = (_task: HostTask, answer: HostAnswer): void => {
    report = answer.kind === "report" ? answer.report : failedHost(answer.diagnostics);
  };
  const { how } = await runFleetProcess({ ...start, jobs: 1 }, [task], { onBegin, onAnswer }, surroundings);
  const origin = { file: task.file };
  if (report !== null || surroundings.stop.aborted) return report;
  return failedHost([
    how === outOfMemory
      ? diagnostic("out-of-memory", { origin }, { limit: start.memory })
      : diagnostic("worker-ended", { origin }, { how }),
  ]);
}
