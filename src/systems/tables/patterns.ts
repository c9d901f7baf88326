// What each predicate on a system asks for: one line per predicate, a list of alternatives.
import type { AbiName, Abi } from "./abis.ts";
import type { CpuFamily, CpuName, CpuType, SignificantByte } from "./cpu-types.ts";
import type { ExecFormat, KernelFamilyName, KernelName } from "./kernels.ts";

/** One alternative: a system matches if everything said here is true of it. */
export interface Pattern {
  readonly cpu?: {
    readonly name?: CpuName;
    readonly family?: CpuFamily;
    readonly bits?: CpuType["bits"];
    readonly order?: SignificantByte["name"];
    readonly version?: string;
  };
  readonly kernel?: {
    readonly name?: KernelName;
    readonly family?: KernelFamilyName;
    readonly format?: ExecFormat["name"];
  };
  readonly abi?: { readonly name?: AbiName; readonly abi?: NonNullable<Abi["abi"]>; readonly eabi?: true };
}

const table = {
  // CPUs
  isi686: [{ cpu: { name: "i686" } }],
  isx86_32: [{ cpu: { family: "x86", bits: 32 } }],
  isx86_64: [{ cpu: { family: "x86", bits: 64 } }],
  isx86: [{ cpu: { family: "x86" } }],
  isAarch32: [{ cpu: { family: "arm", bits: 32 } }],
  isAarch64: [{ cpu: { family: "arm", bits: 64 } }],
  isAarch: [{ cpu: { family: "arm" } }],
  isArmv7: [{ cpu: { family: "arm", version: "7" } }],
  isPower: [{ cpu: { family: "power" } }],
  isPower64: [{ cpu: { family: "power", bits: 64 } }],
  isMips: [{ cpu: { family: "mips" } }],
  isMips32: [{ cpu: { family: "mips", bits: 32 } }],
  isMips64: [{ cpu: { family: "mips", bits: 64 } }],
  isMips64n32: [{ cpu: { family: "mips", bits: 64 }, abi: { abi: "n32" } }],
  isMips64n64: [{ cpu: { family: "mips", bits: 64 }, abi: { abi: "64" } }],
  isRiscV: [{ cpu: { family: "riscv" } }],
  isRiscV32: [{ cpu: { family: "riscv", bits: 32 } }],
  isRiscV64: [{ cpu: { family: "riscv", bits: 64 } }],
  isS390: [{ cpu: { family: "s390" } }],
  isS390x: [{ cpu: { family: "s390", bits: 64 } }],
  isSparc: [{ cpu: { family: "sparc" } }],
  isSparc64: [{ cpu: { family: "sparc", bits: 64 } }],
  isLoongArch64: [{ cpu: { family: "loongarch", bits: 64 } }],
  isAlpha: [{ cpu: { family: "alpha" } }],
  isArc: [{ cpu: { family: "arc" } }],
  isAvr: [{ cpu: { family: "avr" } }],
  isJavaScript: [{ cpu: { name: "javascript" } }],
  isM68k: [{ cpu: { family: "m68k" } }],
  isMicroBlaze: [{ cpu: { family: "microblaze" } }],
  isMmix: [{ cpu: { family: "mmix" } }],
  isMsp430: [{ cpu: { family: "msp430" } }],
  isOr1k: [{ cpu: { family: "or1k" } }],
  isRx: [{ cpu: { family: "rx" } }],
  isSh4: [{ cpu: { family: "sh" } }],
  isVc4: [{ cpu: { family: "vc4" } }],
  isWasm: [{ cpu: { family: "wasm" } }],

  // Widths and the order of bytes
  is32bit: [{ cpu: { bits: 32 } }],
  is64bit: [{ cpu: { bits: 64 } }],
  isILP32: [{ cpu: { family: "wasm", bits: 32 } }, { abi: { abi: "n32" } }],
  isBigEndian: [{ cpu: { order: "bigEndian" } }],
  isLittleEndian: [{ cpu: { order: "littleEndian" } }],

  // Kernels
  isBSD: [{ kernel: { family: "bsd" } }],
  isDarwin: [{ kernel: { family: "darwin" } }],
  isMacOS: [{ kernel: { name: "darwin" } }],
  isiOS: [{ kernel: { name: "ios" } }],
  isLinux: [{ kernel: { name: "linux" } }],
  isSunOS: [{ kernel: { name: "solaris" } }],
  isFreeBSD: [{ kernel: { name: "freebsd" } }],
  isNetBSD: [{ kernel: { name: "netbsd" } }],
  isOpenBSD: [{ kernel: { name: "openbsd" } }],
  isWindows: [{ kernel: { name: "windows" } }],
  isCygwin: [{ kernel: { name: "cygwin" } }],
  isMinGW: [{ kernel: { name: "windows" }, abi: { name: "gnu" } }],
  isMsvc: [{ kernel: { name: "windows" }, abi: { name: "msvc" } }],
  isWasi: [{ kernel: { name: "wasi" } }],
  isRedox: [{ kernel: { name: "redox" } }],
  isGhcjs: [{ kernel: { name: "ghcjs" } }],
  isGenode: [{ kernel: { name: "genode" } }],
  isUefi: [{ kernel: { name: "uefi" } }],
  isNone: [{ kernel: { name: "none" } }],
  isUnix: [
    { kernel: { family: "bsd" } },
    { kernel: { family: "darwin" } },
    { kernel: { name: "linux" } },
    { kernel: { name: "solaris" } },
    { kernel: { name: "cygwin" } },
    { kernel: { name: "redox" } },
  ],

  // Formats of programs
  isElf: [{ kernel: { format: "elf" } }],
  isMacho: [{ kernel: { format: "macho" } }],
  isPE: [{ kernel: { format: "pe" } }],

  // ABIs
  isAbiElfv1: [{ abi: { abi: "elfv1" } }],
  // musl has no other calling convention on 64-bit PowerPC.
  isAbiElfv2: [{ abi: { abi: "elfv2" } }, { cpu: { family: "power", bits: 64 }, abi: { name: "musl" } }],
  isAndroid: [{ abi: { name: "android" } }, { abi: { name: "androideabi" } }],
  isEabi: [{ abi: { eabi: true } }],
  isGnu: [
    { abi: { name: "gnu" } },
    { abi: { name: "gnueabi" } },
    { abi: { name: "gnueabihf" } },
    { abi: { name: "gnuabi64" } },
    { abi: { name: "gnuabin32" } },
    { abi: { name: "gnuabielfv1" } },
    { abi: { name: "gnuabielfv2" } },
  ],
  isMusl: [
    { abi: { name: "musl" } },
    { abi: { name: "musleabi" } },
    { abi: { name: "musleabihf" } },
    { abi: { name: "muslabi64" } },
    { abi: { name: "muslabin32" } },
  ],
  isUClibc: [{ abi: { name: "uclibc" } }, { abi: { name: "uclibceabi" } }, { abi: { name: "uclibceabihf" } }],

  // Firmware: CPUs for which UEFI is specified, whatever runs on them.
  isEfi: [
    { cpu: { family: "arm", version: "6" } },
    { cpu: { family: "arm", version: "7" } },
    { cpu: { family: "arm", version: "8" } },
    { cpu: { family: "riscv" } },
    { cpu: { family: "x86" } },
    { cpu: { family: "loongarch" } },
  ],
} as const;

/** The name of a predicate on systems. */
export type PredicateName = keyof typeof table;

/** Every predicate with the alternatives it accepts. */
export const patterns: Readonly<Record<PredicateName, readonly Pattern[]>> = table;
