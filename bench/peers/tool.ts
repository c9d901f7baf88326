// What the benchmark needs to know of a tool: how to say a workload to it, and how to run it.
import type { MeasuredCommand } from "../measure/run-command.ts";
import type { Request, Workload } from "../workload/document.ts";

/** A tool that evaluates files and prints JSON. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** The files of a workload by their paths. Fails with `NotExpressible` if the tool has no way to say it. */
  readonly files: (workload: Workload) => ReadonlyMap<string, string>;
  /** Prints the whole of a workload whose files are in a folder, or the one value. */
  readonly command: (folder: string, asked: Request, workload: Workload) => MeasuredCommand;
  /** A file with nothing in it, and what evaluates it: what the tool costs before it does anything. */
  readonly empty: { readonly file: string; readonly text: string };
  readonly start: (folder: string) => MeasuredCommand;
}

/** A tool that was looked for. */
export type Found = { readonly tool: Tool } | { readonly name: string; readonly missing: string };
