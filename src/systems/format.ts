// Writes a parsed system as a double or as a canonical triple.
import type { ParsedSystem } from "./parsed-system.ts";
import { systemOf, type SystemLike } from "./system-of.ts";
import type { CpuFamily, CpuType } from "./tables/cpu-types.ts";

/**
 * Writes a system as a double, CPU and kernel: `x86_64-linux`.
 *
 * Takes what `parse` returns, an elaborated platform, or a string, which is parsed first. Vendor
 * and ABI are lost; iOS and macOS are both written `darwin`.
 */
export function toDouble(system: SystemLike): string {
  const { cpu, kernel } = systemOf(system);
  return `${cpu.name}-${kernel.families.darwin === undefined ? kernel.name : "darwin"}`;
}

/**
 * Writes a system as a triple, CPU, vendor, kernel and, where it is known, ABI:
 * `armv7l-unknown-linux-gnueabihf`.
 *
 * Takes what `parse` returns, an elaborated platform, or a string, which is parsed first. The
 * triple is the canonical one, also where a platform was elaborated from another spelling; that
 * spelling is its `config`.
 */
export function toTriple(system: SystemLike): string {
  const parsed = systemOf(system);
  const { cpu, vendor, kernel, abi } = parsed;
  const name = kernel.families.darwin === undefined ? cpu.name : darwinArch(cpu);
  return `${name}-${vendor.name}-${kernel.name}${netbsdFormat(parsed)}${abi.name === "unknown" ? "" : `-${abi.name}`}`;
}

/** The name Apple's tools have for a CPU. */
export function darwinArch(cpu: CpuType): string {
  return cpu.name === "aarch64" ? "arm64" : cpu.name;
}

// CPUs for whose 32-bit variants GNU tools take `netbsd` to mean a.out, the format before ELF.
const aoutOnNetbsd: ReadonlySet<CpuFamily> = new Set<CpuFamily>(["arm", "sparc", "m68k", "x86"]);

/** The format of programs, where the triple has to say it for GNU tools to know. */
function netbsdFormat({ cpu, kernel }: ParsedSystem): string {
  const isTakenForAout = kernel.name === "netbsd" && cpu.bits === 32 && aoutOnNetbsd.has(cpu.family);
  return isTakenForAout ? kernel.execFormat.name : "";
}
