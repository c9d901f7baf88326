// The ABIs a system string may name, and the CPUs some of them do not fit; a new one is one row.

/** The binary interface of a system: calling convention, C library, floating point. */
export interface Abi {
  readonly name: AbiName;
  /** How floating point numbers are passed, where the name says it. */
  readonly float?: "soft" | "hard";
  /** Set where it is an embedded ABI of ARM or PowerPC. */
  readonly eabi?: true;
  /** The name of the calling convention, where the name says it (MIPS, PowerPC). */
  readonly abi?: "64" | "n32" | "elfv1" | "elfv2";
}

const rows = {
  android: {},
  androideabi: { eabi: true },
  // Of ARM and of PowerPC.
  eabi: { float: "soft", eabi: true },
  eabihf: { float: "hard", eabi: true },
  // Of every other CPU without a system below its programs.
  elf: {},
  gnu: {},
  gnuabi64: { abi: "64" },
  // 64-bit registers with 32-bit pointers; needs a 64-bit chip.
  gnuabin32: { abi: "n32" },
  gnuabielfv1: { abi: "elfv1" },
  gnuabielfv2: { abi: "elfv2" },
  gnueabi: { float: "soft", eabi: true },
  gnueabihf: { float: "hard", eabi: true },
  msvc: {},
  musl: {},
  muslabi64: { abi: "64" },
  muslabin32: { abi: "n32" },
  musleabi: { float: "soft", eabi: true },
  musleabihf: { float: "hard", eabi: true },
  uclibc: {},
  uclibceabi: { float: "soft", eabi: true },
  uclibceabihf: { float: "hard", eabi: true },
  unknown: {},
} as const;

/** The name of an ABI. */
export type AbiName = keyof typeof rows;

/** Every ABI by name. */
export const abis: ReadonlyMap<string, Abi> = new Map(
  // `rows` is a literal above, so its keys are exactly the names.
  (Object.entries(rows) as readonly (readonly [AbiName, Omit<Abi, "name">])[]).map(([name, facts]) => [
    name,
    Object.freeze({ name, ...facts }),
  ]),
);

/** An ABI that no platform of some kind may have, why, and which to use there. */
export interface UnfitAbi {
  readonly abi: AbiName;
  /** The predicates of a platform that must all hold for the row to apply. */
  readonly when: readonly ("isAarch32" | "isPower64" | "isBigEndian")[];
  /** What is wrong with it there, to be read after its name. */
  readonly why: string;
  readonly use: readonly AbiName[];
}

/** ABIs that parse, but that no platform is elaborated with where they do not fit its CPU. */
export const unfitAbis: readonly UnfitAbi[] = [
  { abi: "android", when: ["isAarch32"], why: "is not made for 32-bit ARM", use: ["androideabi"] },
  {
    abi: "gnu",
    when: ["isAarch32"],
    why: "does not say how a 32-bit ARM passes floating point numbers",
    use: ["gnueabi", "gnueabihf"],
  },
  {
    abi: "gnu",
    when: ["isPower64", "isBigEndian"],
    why: "does not say which of its two calling conventions a 64-bit big-endian PowerPC uses",
    use: ["gnuabielfv1", "gnuabielfv2"],
  },
];
