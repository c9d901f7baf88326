// Runs a program and tells what it used: processor time of all its threads, wall time, and the most memory it had.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sample } from "./request.ts";

/** A program to run. */
export interface MeasuredCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where its output goes. Default: nowhere. */
  readonly output?: string;
  /** Seconds after which it is ended. Default 60. */
  readonly limit?: number;
}

/** What it used, or why it did not finish. */
export type CommandResult<S extends Sample = Sample> = { readonly sample: S } | { readonly failed: string };

const gnuTime = "/usr/bin/time";

// Bash tells processor time to the millisecond, GNU time memory; neither tells the other.
const script = 'TIMEFORMAT="%R %U %S"; time timeout "$LIMIT" "$@" >"$OUTPUT" 2>"$ERRORS"';

/** What is missing here for measuring programs, or null. */
export function missingForCommands(): string | null {
  if (!existsSync(gnuTime)) return `${gnuTime} is missing (Debian: apt-get install time)`;
  return spawnSync("bash", ["-c", "timeout 1 true"]).status === 0 ? null : "bash or timeout is missing";
}

/** Runs it once. */
export function runCommand({
  file,
  args,
  cwd,
  env = {},
  output = "/dev/null",
  limit = 60,
}: MeasuredCommand): CommandResult {
  const folder = mkdtempSync(join(tmpdir(), "confix-bench-run-"));
  try {
    const memory = join(folder, "memory");
    const errors = join(folder, "errors");
    const limits = { LIMIT: `${limit}`, OUTPUT: output, ERRORS: errors };
    const measured = ["bash", "-c", script, "bash", file, ...args];
    const { status, stderr } = spawnSync(gnuTime, ["-q", "-f", "%M", "-o", memory, ...measured], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, ...env, ...limits, LC_ALL: "C" },
    });
    if (status === 124) return { failed: `not done after ${limit} s` };
    if (status !== 0)
      return { failed: shortReason(existsSync(errors) ? readFileSync(errors, "utf8") : stderr, status) };
    const [wall = NaN, user = NaN, system = NaN] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
    return { sample: { wall, cpu: user + system, peak: Number(readFileSync(memory, "utf8")) / 1024 } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shortReason(errors: string, status: number | null): string {
  if (/stack overflow|max stack|stackoverflow/i.test(errors)) return "stack overflow";
  const line = errors.split("\n").find((text) => /error/i.test(text)) ?? errors.split("\n")[0] ?? "";
  return line.trim() === "" ? `exit ${status}` : line.trim().slice(0, 80);
}
