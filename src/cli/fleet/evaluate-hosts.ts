// Evaluates all hosts of a fleet, come what may: what ends a worker, or the process of all workers, fails one host.
import type { CliIo } from "../io.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { outOfMemory, runFleetProcess } from "./fleet-process.ts";
import { failedHost, type FleetStart, type HostReport, type HostTask } from "./job.ts";

/**
 * Evaluates the hosts; `onReport` is told what came of each, in the order in which they end. A host whose worker ends is
 * tried once more in a process of its own: something that another host left behind may have ended it, or the memory of
 * many.
 */
export async function evaluateHosts(
  start: FleetStart,
  tasks: readonly HostTask[],
  onReport: (task: HostTask, report: HostReport) => void,
  io: CliIo,
): Promise<void> {
  const queue = [...tasks];
  const suspects: HostTask[] = [];
  while (queue.length > 0) {
    const { unanswered } = await runFleetProcess(
      start,
      queue,
      (task, answer) => {
        if (answer.kind === "report") onReport(task, answer.report);
        else if (answer.isSure) onReport(task, failedHost(answer.diagnostics));
        else suspects.push(task);
      },
      io,
    );
    suspects.push(...unanswered);
  }
  for (const suspect of suspects) onReport(suspect, await evaluateAlone(start, suspect, io));
}

async function evaluateAlone(start: FleetStart, task: HostTask, io: CliIo): Promise<HostReport> {
  let report: HostReport | null = null;
  const { how } = await runFleetProcess(
    { ...start, jobs: 1 },
    [task],
    (_task, answer) => (report = answer.kind === "report" ? answer.report : failedHost(answer.diagnostics)),
    io,
  );
  const origin = { file: task.file };
  if (report !== null) return report;
  return failedHost([
    how === outOfMemory
      ? diagnostic("out-of-memory", { origin }, { limit: start.memory })
      : diagnostic("worker-ended", { origin }, { how }),
  ]);
}
