// What all sections of the benchmark work with, and what they do the same way.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Size } from "../bench-options.ts";
import type { Worker } from "../measure/in-fresh-process.ts";
import type { WorkerRequest, WorkerSample } from "../measure/request.ts";
import { type CommandResult, type MeasuredCommand, runCommand } from "../measure/run-command.ts";
import type { Candidate } from "../measure/rounds.ts";
import type { Scratch } from "../measure/scratch.ts";
import type { Tool } from "../peers/tool.ts";
import { differenceOf } from "../workload/compare.ts";
import { NotExpressible } from "../workload/dialect.ts";
import type { Request, Value, Workload } from "../workload/document.ts";

/** What a section is given. */
export interface BenchContext {
  readonly scratch: Scratch;
  readonly worker: Worker;
  readonly confix: Tool;
  /** The peers that are here. */
  readonly peers: readonly Tool[];
  readonly size: Size;
  readonly rounds: number;
  /** Of the generator. */
  readonly seed: number;
  /** Says what is being done. */
  readonly tell: (text: string) => void;
}

/** A tool with a workload to run, or why it has none. */
export type Prepared =
  | { readonly tool: Tool; readonly command: MeasuredCommand }
  | { readonly tool: Tool; readonly problem: string };

/** Writes a workload for a tool, runs it once, and compares what it prints: also, the files are in the cache then. */
export function prepare(
  { scratch }: BenchContext,
  tool: Tool,
  {
    workload,
    asked = "all",
    expected,
  }: { readonly workload: Workload; readonly asked?: Request; readonly expected: Value },
): Prepared {
  let files: ReadonlyMap<string, string>;
  try {
    files = tool.files(workload);
  } catch (error) {
    if (error instanceof NotExpressible) return { tool, problem: `cannot say ${error.message}` };
    throw error;
  }
  const folder = scratch.folder(files);
  const command = tool.command(folder, asked, workload);
  const output = join(folder, "output.json");
  const result = runCommand({ ...command, output });
  if ("failed" in result) return { tool, problem: result.failed };
  // The cast: JSON is a value.
  const difference = differenceOf(expected, JSON.parse(readFileSync(output, "utf8")) as Value);
  if (difference === null) return { tool, command };
  // A tool that is quick because it is wrong would spoil the comparison; Confix that is wrong spoils everything.
  if (tool.name === "confix") throw new Error(`Confix is wrong: ${difference}`);
  return { tool, problem: `prints something else: ${difference}` };
}

/** A tool as a candidate; what could not be prepared fails for the same reason. */
export function toolCandidate(prepared: Prepared, name: string = prepared.tool.name): Candidate {
  return {
    name,
    run: () => ("problem" in prepared ? { failed: prepared.problem } : runCommand(prepared.command)),
  };
}

/** A command of Confix as it is when it runs for the first time, with nothing kept of an earlier run, as a candidate. */
export function firstRunCandidate({ scratch }: BenchContext, name: string, command: MeasuredCommand): Candidate {
  return {
    name,
    run: () => runCommand({ ...command, env: { ...command.env, XDG_CACHE_HOME: scratch.folder() } }),
  };
}

/** Evaluating nothing with a tool, as a candidate. */
export function startCandidate({ scratch }: BenchContext, tool: Tool): Candidate {
  const { file, text } = tool.empty;
  const folder = scratch.folder(
    new Map([
      [file, text],
      ["package.json", `{ "type": "module" }\n`],
    ]),
  );
  const command = tool.start(folder);
  // The first run fills the caches.
  runCommand(command);
  return { name: `${tool.name} start`, run: () => runCommand(command) };
}

/** A task in a fresh process, as a candidate. */
export function workerCandidate(
  { worker }: BenchContext,
  name: string,
  request: Omit<WorkerRequest, "confix">,
): Candidate<WorkerSample> {
  return {
    name,
    run: (): CommandResult<WorkerSample> => {
      try {
        return { sample: worker(request) };
      } catch (error) {
        // The cast: the worker throws nothing else.
        return { failed: (error as Error).message };
      }
    },
  };
}

/** Runs a task once and compares its result with what is expected; fails if it is another. */
export function checkWorker(
  { worker, scratch }: BenchContext,
  request: Omit<WorkerRequest, "confix">,
  expected: Value,
): void {
  const output = join(scratch.folder(), "output.json");
  worker({ ...request, output });
  const difference = differenceOf(expected, JSON.parse(readFileSync(output, "utf8")) as Value);
  if (difference !== null) throw new Error(`${request.task} of Confix is wrong: ${difference}`);
}

/** The part of a result that is asked for. */
export function partOf(result: Value, path: readonly string[]): Value {
  // The casts: the workload says that there is such a value.
  return path.reduce((value, name) => (value as Readonly<Record<string, Value>>)[name] as Value, result);
}
