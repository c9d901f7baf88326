// Sees to it that a restricted process does not live on when the command ends before it.
import { type ChildProcess, spawn } from "node:child_process";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Kills `child` when this process is told to end by a signal, and ends by the same signal then. If this process is killed
 * without being told, a shell that waits for that kills the child; where there is no shell, the child ends by itself as
 * soon as it does nothing. Returns a function that takes all of that back, for when the child has ended.
 */
export function tieToThisProcess(child: ChildProcess): () => void {
  const kill = (): void => void child.kill("SIGKILL"); // Code of modules may be deaf to anything else.
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    kill();
    process.kill(process.pid, signal); // Nobody listens any more: this ends us, and our parent sees by what.
  };
  for (const signal of signals) process.once(signal, onSignal);
  process.once("exit", kill);
  const watcher = child.pid === undefined ? null : watch(child.pid);

  function release(): void {
    for (const signal of signals) process.off(signal, onSignal);
    process.off("exit", kill);
    watcher?.kill("SIGKILL");
  }
  return release;
}

// The shell waits until its input ends, which is when this process does, however it ends.
const killAtEnd = 'read -r _; kill -9 "$1"';

function watch(pid: number): ChildProcess | null {
  if (process.platform === "win32") return null;
  const watcher = spawn("/bin/sh", ["-c", killAtEnd, "sh", String(pid)], { stdio: ["pipe", "ignore", "ignore"] });
  watcher.on("error", () => {}); // No shell.
  watcher.stdin?.on("error", () => {});
  watcher.unref();
  return watcher;
}
