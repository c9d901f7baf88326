// Times whole processes in turn, A B A B, so that a machine that speeds up or slows down does so for both.
import { spawnSync } from "node:child_process";

/** A command to time. */
export interface Command {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** What came of timing one command. */
export interface Timing {
  readonly name: string;
  /** Wall time in milliseconds, sorted. */
  readonly runs: readonly number[];
}

/** Runs each command once to warm the caches, then `rounds` times in turn. Fails if a command does. */
export function timeInTurn(commands: readonly Command[], rounds: number): readonly Timing[] {
  for (const command of commands) timeOnce(command);
  const runs = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, command] of commands.entries()) runs[at]?.push(timeOnce(command));
  }
  return commands.map(({ name }, at) => ({ name, runs: (runs[at] ?? []).toSorted((left, right) => left - right) }));
}

function timeOnce({ name, file, args, cwd }: Command): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(file, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  const nanoseconds = process.hrtime.bigint() - start;
  if (status !== 0) throw new Error(`${name} failed: ${String(stderr)}`);
  return Number(nanoseconds) / 1e6;
}

/** The middle one of sorted figures. */
export function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
