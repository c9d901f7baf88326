// A worker of a fleet: a thread that evaluates hosts, one after the other. What they have in common is loaded once.
import { parentPort, workerData } from "node:worker_threads";
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { guardProcess } from "../process-guard.ts";
import { HostEvaluator } from "./host-evaluator.ts";
import type { FleetJob, HostReport, HostTask, WorkerNote } from "./job.ts";

// The cast: host-pool.ts hands over nothing else.
const evaluator = new HostEvaluator(workerData as FleetJob);
const guarded = guardProcess((diagnostics) => {
  tell({ fails: evaluator.current, diagnostics });
  guarded.exit(1);
});

// The process is that of all hosts. Sending no signal only asks whether a process is there.
const { kill } = process;
process.kill = (pid, signal) =>
  pid === process.pid && signal !== 0
    ? fail(diagnostic("process-exit", {}, { call: "process.kill" }))
    : kill.call(process, pid, signal);

function tell(note: WorkerNote): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port to a thread, not a window
  parentPort?.postMessage(note);
}

/** Evaluates one host, and writes its result to the temporary file. */
export default async function evaluateHost(task: HostTask): Promise<HostReport> {
  tell({ begins: task.index, isFirst: evaluator.isNew });
  return await evaluator.evaluate(task);
}
