// Starts the process of a fleet, gives it hosts as long as it takes them, and finds out how it ended.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../host/package-root.ts";
import type { CliIo } from "../io.ts";
import type { FleetEnd, FleetMessage, FleetStart, HostAnswer, HostTask } from "./job.ts";
import { FatalFilter } from "./fatal-filter.ts";
import { Pace, patience } from "./pace.ts";

/** How a process ends that has not enough memory. */
export const outOfMemory = "out of memory";

/** What became of a process. */
export interface ProcessEnd {
  /** The hosts that it was evaluating when it ended of itself. */
  readonly unanswered: readonly HostTask[];
  /** How it ended: by an exit code or a signal, or `outOfMemory`. */
  readonly how: string;
}

/** What the processes of a fleet have around them. */
export interface FleetSurroundings {
  readonly io: CliIo;
  /** Aborted when nobody wants results any more. */
  readonly stop: AbortSignal;
}

/** Hears of the hosts of one process. */
export interface ProcessListener {
  /** A worker takes a host. */
  onBegin(task: HostTask): void;
  /** This came of it. */
  onAnswer(task: HostTask, answer: HostAnswer): void;
}

/**
 * Runs one process until there is no host left in `queue`, it ends, or `stop` is aborted, which kills it. Hosts are taken
 * from the front of the queue; `listener` is told what comes of each. What its modules print goes to stderr. Throws if the
 * process cannot be started.
 */
export async function runFleetProcess(
  start: FleetStart,
  queue: HostTask[],
  listener: ProcessListener,
  { io, stop }: FleetSurroundings,
): Promise<ProcessEnd> {
  const running = new Map<number, HostTask>();
  const pace = new Pace(start.jobs, start.isFixed);
  const child = spawn(process.execPath, [childFile], {
    cwd: io.cwd,
    env: { ...io.env },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const fatal = new FatalFilter((text) => void io.stderr.write(text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => fatal.take(text));
  const kill = (): void => end(child);
  stop.addEventListener("abort", kill);
  let lastResort: NodeJS.Timeout | null = null;
  const feed = (): void => {
    while (running.size < pace.allowed(queue.length)) {
      const task = queue.shift();
      if (task === undefined) break;
      running.set(task.index, task);
      listener.onBegin(task);
      tell(child, task);
    }
    if (running.size > 0) return;
    tell(child, { isEnd: true });
    // A thread that took too long may wait for another program, and the process for the thread.
    lastResort ??= setTimeout(kill, patience);
  };
  return await new Promise<ProcessEnd>((resolve, reject) => {
    let hasStarted = false;
    // A first host that takes its time answers too late to let others begin.
    const timer = setTimeout(() => hasStarted && feed(), patience);
    child.on("error", (error) => {
      clearTimeout(timer);
      stop.removeEventListener("abort", kill);
      reject(error);
    });
    child.on("message", (message) => {
      // The cast: child.ts sends nothing else, and modules run in its threads, which cannot.
      const said = message as unknown as FleetMessage;
      if (said.kind === "started") {
        hasStarted = true;
      } else {
        pace.add();
        const task = running.get(said.index);
        running.delete(said.index);
        if (task !== undefined) listener.onAnswer(task, said);
      }
      feed();
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      clearTimeout(lastResort ?? undefined);
      stop.removeEventListener("abort", kill);
      fatal.end();
      const how = signal ?? `exit code ${code}`;
      if (!hasStarted && !stop.aborted) return reject(new Error(`the process of the fleet does not start: ${how}`));
      resolve({ unanswered: [...running.values()], how: fatal.isMemory ? outOfMemory : how });
    });
    tell(child, start);
  });
}

// Also where another program still has what the process wrote to.
function end(child: ChildProcess): void {
  child.kill("SIGKILL");
  child.stderr?.destroy();
}

// If it is gone already, `close` says so.
function tell(child: ChildProcess, message: FleetStart | HostTask | FleetEnd): void {
  child.send(message, (error) => void error);
}

// Node 20 runs no TypeScript: in the repository, too, the process is what the build made.
const childFile = join(packageRoot, "dist/src/cli/fleet/child.js");
