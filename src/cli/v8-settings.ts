// How V8 is set for a command: most of them are over before what V8 would do for a long run has paid.
import { createRequire } from "node:module";
import type * as v8 from "node:v8";

// In every run of the command; Node has it ready sooner this way than as an import.
const load = createRequire(import.meta.url);

/**
 * What V8 is told, by its major version; those that are missing here were not measured, and are left alone.
 *
 * - A function runs eight times as long before it is optimised. In 0.5 s of evaluating 50,000 options V8 optimised about 150
 *   functions, which took 0.3 s on another core, and brought less: with this the CPU of `confix eval` was 5 to 14 % less,
 *   and it took no longer.
 * - The part of the heap for new objects grows at once to the size that it would reach in steps, each of which copies what
 *   it holds: another 7 % for 50,000 options. It gets no larger than it would.
 */
const settings: Readonly<Record<string, readonly string[]>> = {
  "11": ["--interrupt-budget=528000", "--semi-space-growth-factor=4"],
};

/** What this V8 is told, as flags. */
export function v8Settings(): readonly string[] {
  return settings[process.versions.v8.split(".")[0] ?? ""] ?? [];
}

/** Sets V8 for this process. To be called before any code is taken back that V8 compiled earlier: it is kept for these settings. */
export function setV8(): void {
  const flags = v8Settings();
  if (flags.length === 0) return;
  // Parts of Node that are loaded from now on it compiles anew: those that every run needs come first, or it takes 3 ms more.
  void [process.stdout, process.stderr];
  const { setFlagsFromString } = load("node:v8") as typeof v8; // The cast: that is what it is.
  for (const flag of flags) setFlagsFromString(flag);
}
