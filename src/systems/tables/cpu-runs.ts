// Which CPUs run programs for which others; a new one is one row.
import type { CpuName } from "./cpu-types.ts";

/**
 * Programs for the first run wherever programs for the second run. Only one kind of program at
 * a time counts: a 64-bit ARM that could be switched to 32 bits does not run both.
 */
export const cpuRuns: readonly (readonly [program: CpuName, runsOn: CpuName])[] = [
  ["i386", "i486"],
  ["i486", "i586"],
  ["i586", "i686"],
  ["i686", "x86_64"],

  ["arm", "armv5tel"],
  ["armv5tel", "armv6l"],
  ["armv6m", "armv6l"],
  ["armv6l", "armv7l"],
  ["armv7l", "armv7a"],
  ["armv7l", "armv7r"],
  ["armv7m", "armv7a"],
  ["armv7m", "armv7r"],
  ["armv8a", "aarch64"],

  ["powerpc", "powerpc64"],
  ["powerpcle", "powerpc64le"],
  ["mips", "mips64"],
  ["mipsel", "mips64el"],
  ["sparc", "sparc64"],
];
