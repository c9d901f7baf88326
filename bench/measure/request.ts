// What a fresh process is asked to measure, and what it answers.
import type { WorkloadArguments } from "../workload/generate.ts";

/** A task for the worker. The workload is read or generated, and the modules are made, before the clock starts. */
export interface WorkerRequest {
  /** `dist/src/index.js` of the Confix to measure. */
  readonly confix: string;
  /** Not for `hosts`, whose modules are in files. */
  readonly source?: { readonly file: string } | { readonly generate: WorkloadArguments };
  /**
   * - `all`: evaluate, and write the result as JSON.
   * - `one`: read the one value, once the modules are collected.
   * - `deep`: read the one value, then all the others.
   * - `update`: evaluate, evaluate so that it can be updated, and change one number after the other.
   * - `hosts`: evaluate host after host; with `files`, of modules that are loaded from there.
   * - `merge`: put the same data together with deepmerge-ts, and no module system.
   * - `plain`: interpret the document with the interpreter that the expected results come from, and no module system.
   * - `json`: read the result as JSON and write it again.
   * - `nothing`: do nothing.
   */
  readonly task: "all" | "one" | "deep" | "update" | "hosts" | "merge" | "plain" | "json" | "nothing";
  /** `hosts`: the folder with `main.js`, which exports the common modules and those of the hosts. */
  readonly files?: string;
  /** `hosts`: extend one evaluation of the common modules instead of evaluating each host from the start. */
  readonly isExtended?: boolean;
  /** `update`: how many numbers are changed. */
  readonly changes?: number;
  /** Whether V8 is set as the command sets it. Default: it is as Node has it. */
  readonly isSet?: boolean;
  /** Where the result goes. Default: nowhere. */
  readonly output?: string;
}

/** What came of it: seconds, and megabytes. */
export interface Sample {
  /** User and system, of all threads. */
  readonly cpu: number;
  readonly wall: number;
  /** The most memory that the process ever had. */
  readonly peak: number;
}

/** The answer of the worker. */
export interface WorkerSample extends Sample {
  /** CPU seconds of the steps, in order. */
  readonly steps: Readonly<Record<string, number>>;
  /** Functions of modules that were called. */
  readonly calls: number;
  /** CPU seconds of each host. */
  readonly hosts: readonly number[];
  /** Seconds of each change. */
  readonly each: readonly { readonly cpu: number; readonly wall: number }[];
}
