// Keeps the code of modules from ending the process, from writing between the lines of the result, and from failing unseen.
import { Console } from "node:console";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeFault } from "../host/load-failure.ts";

/** What the process could do before it was guarded; for the program itself. */
export interface GuardedProcess {
  readonly stdout: NodeJS.WriteStream;
  /** Ends the process. */
  exit(code: number): never;
}

/**
 * Guards the process from here on. What modules write to stdout, or print, goes to stderr: stdout is for the result. Where
 * they end the process, an error is thrown. `onFault` is told the first error that nobody caught; the caller is to end the
 * process.
 */
export function guardProcess(onFault: (diagnostics: readonly Diagnostic[]) => void): GuardedProcess {
  const { stdout } = process;
  const waysOut: Readonly<Record<string, unknown>> = Object.fromEntries(
    ["exit", "abort", "reallyExit"].map((name) => [name, Reflect.get(process, name)]),
  );
  Object.defineProperty(process, "stdout", { get: () => process.stderr, configurable: true, enumerable: true });
  // The console that Node made goes on writing where it wrote.
  globalThis.console = new Console({ stdout: process.stderr, stderr: process.stderr });
  for (const name of Object.keys(waysOut)) {
    const refuse = (): never => fail(diagnostic("process-exit", {}, { call: `process.${name}` }));
    Object.defineProperty(process, name, { value: refuse, configurable: true, writable: true, enumerable: true });
  }

  let hasFault = false;
  const report = (error: unknown, kind: "promise" | "error"): void => {
    if (hasFault) return;
    hasFault = true;
    onFault(describeFault(error, kind));
  };
  process.on("unhandledRejection", (error) => report(error, "promise"));
  process.on("uncaughtException", (error) => report(error, "error"));

  return {
    stdout,
    exit: (code) => {
      Object.assign(process, waysOut);
      // oxlint-disable-next-line unicorn/no-process-exit -- this is the one way out
      return process.exit(code);
    },
  };
}

/** Resolves after Node has told what happened beside the evaluation: promises that were rejected without being awaited. */
export async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
