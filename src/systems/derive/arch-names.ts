// The names that kernels, boot loaders, emulators and firmware have for the CPU, and what `uname` prints.
import type { Platform, Uname } from "../platform.ts";
import type { KernelName } from "../tables/kernels.ts";
import { firstMatch, type Rule } from "./first-match.ts";

const kernelsInUname: { readonly [K in KernelName]?: string } = {
  cygwin: "CYGWIN_NT",
  darwin: "Darwin",
  freebsd: "FreeBSD",
  genode: "Genode",
  linux: "Linux",
  netbsd: "NetBSD",
  openbsd: "OpenBSD",
  redox: "Redox",
  wasi: "Wasi",
  windows: "Windows",
};

const processors: readonly Rule<string>[] = [
  [["isPower64", "isLittleEndian"], "ppc64le"],
  ["isPower64", "ppc64"],
  [["isPower", "isLittleEndian"], "ppcle"],
  ["isPower", "ppc"],
  // The order of bytes is never said here.
  ["isMips64", "mips64"],
];

/** What the command `uname` prints. */
export function uname(platform: Platform): Uname {
  const { cpu, kernel } = platform.parsed;
  return Object.freeze({
    system: kernelsInUname[kernel.name] ?? null,
    processor: firstMatch(platform, processors, platform.isDarwin ? platform.darwinArch : cpu.name),
    release: null,
  });
}

const linuxNames: readonly Rule<string>[] = [
  ["isAarch32", "arm"],
  ["isAarch64", "arm64"],
  ["isx86_32", "i386"],
  ["isx86_64", "x86_64"],
  // One name for both orders of bytes.
  ["isMicroBlaze", "microblaze"],
  // One name for both widths.
  ["isMips32", "mips"],
  ["isMips64", "mips"],
  ["isPower", "powerpc"],
  ["isRiscV", "riscv"],
  ["isSh4", "sh"],
  ["isS390", "s390"],
  ["isLoongArch64", "loongarch"],
];

/** The CPU's name in the sources of Linux. */
export function linuxArch(platform: Platform): string {
  return firstMatch(platform, linuxNames, platform.parsed.cpu.name);
}

/** The CPU's name in U-Boot: that in Linux, with two exceptions. */
export function ubootArch(platform: Platform): string {
  return firstMatch(
    platform,
    [
      ["isx86_32", "x86"],
      ["isMips64", "mips64"],
    ],
    platform.linuxArch,
  );
}

const qemuNames: readonly Rule<string | null>[] = [
  ["isAarch32", "arm"],
  [["isAarch64", "isBigEndian"], "aarch64_be"],
  ["isAarch64", "aarch64"],
  // QEMU has only the 64-bit variant of this one.
  [["isS390", "!isS390x"], null],
  ["isx86_64", "x86_64"],
  ["isx86", "i386"],
  [["isMips64n32", "isLittleEndian"], "mipsn32el"],
  ["isMips64n32", "mipsn32"],
  [["isMips64", "isLittleEndian"], "mips64el"],
  ["isMips64", "mips64"],
];

/** The CPU's name in QEMU. */
export function qemuArch(platform: Platform): string | null {
  return firstMatch(platform, qemuNames, platform.uname.processor);
}

const efiNames: readonly Rule<string>[] = [
  ["isx86_32", "ia32"],
  ["isx86_64", "x64"],
  ["isAarch32", "arm"],
  ["isAarch64", "aa64"],
];

/** The CPU's name in UEFI. */
export function efiArch(platform: Platform): string {
  return firstMatch(platform, efiNames, platform.parsed.cpu.name);
}
