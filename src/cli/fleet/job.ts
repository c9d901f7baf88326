// What the command, the process of a fleet and its workers tell one another. All of it is JSON-able.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { EvaluationReport, EvaluationRequest } from "../evaluate-request.ts";
import type { Layout } from "../format-value.ts";

/** What all hosts have in common. */
export interface FleetJob {
  /** Its modules are the common ones. */
  readonly request: EvaluationRequest;
  readonly layout: Layout;
  /** How many calls Node keeps of a stack. */
  readonly stackTraceLimit: number;
}

/** How the process of a fleet is to work. */
export interface FleetStart {
  readonly job: FleetJob;
  /** The most workers at a time. */
  readonly jobs: number;
  /** Whether there are to be that many from the beginning, and not only as many as pay. */
  readonly isFixed: boolean;
  /** The most memory of one worker, in MB. */
  readonly memory: number;
  /** The most time of one host, in seconds; null: as much as it takes. */
  readonly timeout: number | null;
}

/** One host to evaluate. */
export interface HostTask {
  /** Its place among the hosts. */
  readonly index: number;
  /** The module file. */
  readonly file: string;
  /** Where its result is to end up; the evaluation must not have read it. */
  readonly target: string;
  /** Where the worker writes it. */
  readonly temporary: string;
}

/** After the last host. */
export interface FleetEnd {
  readonly isEnd: true;
}

/** What came of a host. */
export interface HostReport extends Omit<EvaluationReport, "value" | "inputs"> {
  /** Whether there is a result at `temporary`. */
  readonly isWritten: boolean;
}

/** What a worker says besides its reports: that it begins a host, or that it has to end because of something left behind. */
export type WorkerNote =
  | { readonly begins: number; readonly isFirst: boolean }
  | { readonly fails: number; readonly diagnostics: readonly Diagnostic[] };

/** What the process says: first that it has started, then what came of each host. */
export type FleetMessage = { readonly kind: "started" } | HostAnswer;

/** What came of a host, as far as the process can tell. */
export type HostAnswer =
  | { readonly kind: "report"; readonly index: number; readonly report: HostReport }
  /** Its worker ended. `isSure`: it had evaluated no other host, so that only this one can have ended it. */
  | {
      readonly kind: "lost";
      readonly index: number;
      readonly diagnostics: readonly Diagnostic[];
      readonly isSure: boolean;
    };

/** The report on a host of which there is no evaluation. */
export function failedHost(diagnostics: readonly Diagnostic[]): HostReport {
  return { diagnostics, secretNames: [], omitted: [], exitCode: 2, isWritten: false };
}
