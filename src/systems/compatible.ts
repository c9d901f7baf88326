// Tells which CPU runs programs for which.
import { systemOf, type SystemLike } from "./system-of.ts";
import { cpuRuns } from "./tables/cpu-runs.ts";
import { cpuTypes, type CpuName, type CpuType } from "./tables/cpu-types.ts";

/** A CPU, its name, or a system of which it is part. */
export type CpuLike = CpuType | SystemLike;

/**
 * Whether the CPU of `host` runs programs for the CPU of `target`, as far as the CPU goes: the
 * kernel is not looked at (see `canExecute`). Every CPU runs its own programs.
 *
 * Both may be a CPU (`parse(…).cpu`), the name of one, or a system in any form. Throws
 * `system-unknown-part` or what `parse` throws for a string that is neither.
 */
export function isCompatible(host: CpuLike, target: CpuLike): boolean {
  return runs(cpuOf(host).name, cpuOf(target).name);
}

function runs(host: CpuName, target: CpuName): boolean {
  return host === target || cpuRuns.some(([program, runsOn]) => program === target && runs(host, runsOn));
}

function cpuOf(like: CpuLike): CpuType {
  if (typeof like === "string") return cpuTypes.get(like) ?? systemOf(like).cpu;
  return typeof like === "object" && like !== null && "family" in like ? like : systemOf(like).cpu;
}
