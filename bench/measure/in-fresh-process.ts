// Runs the worker in fresh processes.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { v8Settings } from "../../src/cli/v8-settings.ts";
import type { WorkerRequest, WorkerSample } from "./request.ts";

/** Measures a task once, in a process of its own. */
export type Worker = (request: Omit<WorkerRequest, "confix">) => WorkerSample;

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The built index of Confix. */
export const builtIndex: string = fromHere("../../dist/src/index.js");

/** The built command. */
export const builtCommand: string = fromHere("../../dist/src/cli/bin.js");

/** Builds the worker into a folder, so that nothing is compiled from TypeScript while it measures. */
export function buildWorker(folder: string): Worker {
  const outfile = join(folder, "worker.mjs");
  buildSync({
    entryPoints: [fromHere("worker.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
  });
  return (request) => {
    const full: WorkerRequest = { ...request, confix: builtIndex };
    const flags = ["--expose-gc", ...(request.isSet === true ? v8Settings() : [])];
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...flags, outfile, JSON.stringify(full)], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`${request.task} ended with ${signal ?? status}: ${stderr.slice(-2000)}`);
    // The cast: the worker is built from the source beside this.
    return JSON.parse(stdout) as WorkerSample;
  };
}
