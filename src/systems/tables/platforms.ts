// Settings for GCC that go with known machines and CPUs.

/** What GCC is told about the CPU: the values of its `-m…` flags. */
export interface GccSettings {
  /** The micro-architecture, `-march`. */
  readonly arch?: string;
  /** The core, `-mcpu`. */
  readonly cpu?: string;
  /** What to optimise for, `-mtune`. */
  readonly tune?: string;
  /** The floating point unit of an ARM, `-mfpu`. */
  readonly fpu?: string;
  /** How floating point numbers are passed, `-mfloat-abi`. */
  readonly "float-abi"?: string;
  /** Whether there is a floating point unit, `-m…-float`. */
  readonly float?: string;
  /** The calling convention, `-mabi`. */
  readonly abi?: string;
  /** The instruction set of an ARM, `-marm` or `-mthumb`. */
  readonly mode?: string;
  /** The code model, `-mcmodel`. */
  readonly cmodel?: string;
  /** Whether memory is read at aligned addresses only, `-mstrict-align`. */
  readonly "strict-align"?: boolean;
}

const rows = {
  armv5telMultiplatform: { arch: "armv5te" },
  raspberrypi: { arch: "armv6kz", fpu: "vfpv2" },
  bluefield2: { arch: "armv8-a+fp+simd+crc+crypto" },
  zeroGravitas: { cpu: "cortex-a9", fpu: "neon" },
  zeroSugar: { cpu: "cortex-a7", fpu: "neon-vfpv4", "float-abi": "hard" },
  armv7aAndroid: { arch: "armv7-a", "float-abi": "softfp", fpu: "vfpv3-d16" },
  // The least that hard-float distributions ask for; NEON is missing on some of these machines.
  armv7lHfMultiplatform: { arch: "armv7-a", fpu: "vfpv3-d16" },
  aarch64Multiplatform: { arch: "armv8-a" },
  appleM1: { arch: "armv8.3-a+crypto+sha2+aes+crc+fp16+lse+simd+ras+rdm+rcpc", cpu: "apple-a13" },
  benNanonote: { arch: "mips32", float: "soft" },
  fuloong2fN32: { arch: "loongson2f", float: "hard", abi: "n32" },
  mips32r2O32: { arch: "mips32r2", abi: "32" },
  mips64r2N32: { arch: "mips64r2", abi: "n32" },
  mips64r2N64: { arch: "mips64r2", abi: "64" },
  loongarch64Multiplatform: { arch: "la64v1.0", "strict-align": false, cmodel: "medium" },
} as const;

/** The name of a row of settings. */
export type GccSettingsName = keyof typeof rows;

/** The settings by name. */
export const gccSettings: Readonly<Record<GccSettingsName, GccSettings>> = rows;
