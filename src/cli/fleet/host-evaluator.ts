// Evaluates the hosts of a fleet one after the other, and keeps for the next what they have in common.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { evaluateShared, Sharing } from "../../evaluate/index.ts";
import { FleetModules } from "../../host/fleet-modules.ts";
import { resultText } from "../eval-result.ts";
import { reportOn } from "../evaluate-request.ts";
import { readGiven } from "../given-modules.ts";
import { writeTemporary } from "../result-files.ts";
import { running } from "../running.ts";
import type { FleetJob, HostReport, HostTask } from "./job.ts";
import { whileWaiting } from "./while-waiting.ts";

/** Evaluates hosts. It belongs to one thread, and to one job. */
export class HostEvaluator {
  readonly #job: FleetJob;
  readonly #sharing = new Sharing();
  #common: Promise<FleetModules> | null = null;
  #current = -1;

  constructor(job: FleetJob) {
    this.#job = job;
    Error.stackTraceLimit = job.stackTraceLimit;
  }

  /** Whether no host was evaluated yet. */
  get isNew(): boolean {
    return this.#common === null;
  }

  /** The host that is being evaluated, or was last. */
  get current(): number {
    return this.#current;
  }

  /** Evaluates a host; what is wrong with it is in the report. Throws only what is the fault of Confix itself. */
  async evaluate(task: HostTask): Promise<HostReport> {
    this.#current = task.index;
    // A failure is kept as well: it is that of every host.
    this.#common ??= this.#loadCommon();
    const common = this.#common;
    const { value, inputs, ...report } = await reportOn(this.#job.request, {
      prepare: async () => await whileWaiting(async () => await (await common).forHost(task.file)),
      begin: (prepared) => evaluateShared(prepared, this.#sharing),
    });
    if (value === undefined) return { ...report, isWritten: false };
    const problems = await this.#write(value, inputs, task);
    if (problems.length === 0) return { ...report, isWritten: true };
    const diagnostics = [...report.diagnostics, ...problems];
    return { ...report, diagnostics, exitCode: report.exitCode === 0 ? 1 : report.exitCode, isWritten: false };
  }

  async #loadCommon(): Promise<FleetModules> {
    const { modules, ...rest } = this.#job.request;
    return await FleetModules.load(running, { ...rest, ...readGiven(modules) });
  }

  /** Writes a result, or says what keeps it from being written. */
  async #write(value: unknown, inputs: readonly string[], task: HostTask): Promise<readonly Diagnostic[]> {
    const { request, layout } = this.#job;
    if (inputs.includes(task.target)) {
      const problem = `\`${task.target}\` would be overwritten, of which the result is made`;
      return [diagnostic("bad-flag", {}, { problem, suggestions: [] })];
    }
    const text = await resultText(value, request.at ?? [], layout);
    if (typeof text !== "string") return text;
    const problem = await writeTemporary(text, task.temporary, task.target);
    return problem === null ? [] : [problem];
  }
}
