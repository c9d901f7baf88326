// The workers of a fleet. One that ends takes the host with it that it was evaluating, and a new one takes its place.
import { join } from "node:path";
import { Piscina } from "piscina";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { packageRoot } from "../../host/package-root.ts";
import type { FleetStart, HostAnswer, HostReport, HostTask, WorkerNote } from "./job.ts";

/** Evaluates hosts in threads. */
export class HostPool {
  readonly #pool: Piscina;
  readonly #memory: number;
  readonly #timeout: number | null;
  /** The hosts that are the first of their worker. */
  readonly #first = new Set<number>();
  /** What workers could still say of a host before they ended. */
  readonly #faults = new Map<number, readonly Diagnostic[]>();
  /** What begins to measure the time of a host. */
  readonly #clocks = new Map<number, () => void>();

  constructor({ job, jobs, memory, timeout }: FleetStart) {
    this.#memory = memory;
    this.#timeout = timeout;
    this.#pool = new Piscina({
      filename: workerFile,
      workerData: job,
      minThreads: 0,
      maxThreads: jobs,
      idleTimeout: Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    // The cast: worker.ts says nothing else, and modules have no reason to.
    this.#pool.on("message", (note) => this.#hear(note as WorkerNote));
    // A worker that ends between two hosts takes none with it.
    this.#pool.on("error", () => {});
  }

  /** Evaluates a host. No more may be asked for at a time than there are to be workers. */
  async run(task: HostTask): Promise<HostAnswer> {
    const { index } = task;
    const limit = this.#limit(index);
    try {
      // The cast: this is what worker.ts returns.
      const report = (await this.#pool.run(task, { signal: limit?.signal ?? null })) as HostReport;
      return { kind: "report", index, report };
    } catch (error) {
      if (limit?.signal.aborted === true) {
        const diagnostics = [diagnostic("out-of-time", { origin: { file: task.file } }, { limit: limit.seconds })];
        // Once more it would take as long.
        return { kind: "lost", index, diagnostics, isSure: true };
      }
      const diagnostics = this.#faults.get(index) ?? [this.#describe(error, task)];
      return { kind: "lost", index, diagnostics, isSure: this.#first.has(index) };
    } finally {
      limit?.end();
    }
  }

  // Ends the worker of a host that takes too long after it has begun; null: none does.
  #limit(index: number): { readonly signal: AbortSignal; readonly seconds: number; end(): void } | null {
    const seconds = this.#timeout;
    if (seconds === null) return null;
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    this.#clocks.set(index, () => {
      timer = setTimeout(() => controller.abort(), Math.min(seconds * 1000, longest));
    });
    const end = (): void => {
      clearTimeout(timer);
      this.#clocks.delete(index);
    };
    return { signal: controller.signal, seconds, end };
  }

  #hear(note: WorkerNote): void {
    if ("fails" in note) this.#faults.set(note.fails, note.diagnostics);
    else {
      if (note.isFirst) this.#first.add(note.begins);
      this.#clocks.get(note.begins)?.();
    }
  }

  #describe(error: unknown, { file }: HostTask): Diagnostic {
    const origin = { file };
    const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (isMemory) return diagnostic("out-of-memory", { origin }, { limit: this.#memory });
    const message = error instanceof Error ? error.message : String(error);
    const code = /^worker exited with code: (?<code>\d+)$/.exec(message)?.groups?.["code"];
    const how = code === undefined ? `Confix itself failed: ${message}` : `exit code ${code}`;
    return diagnostic("worker-ended", { origin }, { how });
  }
}

// In milliseconds: what takes longer Node does not wait for at all.
const longest = 2 ** 31 - 1;

// Node 20 runs no TypeScript in a thread: in the repository, too, the worker is what the build made.
const workerFile = join(packageRoot, "dist/src/cli/fleet/worker.js");
