// The CPUs a system string may name; a new one is one row.

/** The order of bytes in memory, named as in the facts of a CPU. */
export interface SignificantByte {
  readonly name: "bigEndian" | "littleEndian";
}

/** A CPU, as the first part of a system string names it. */
export interface CpuType {
  /** The name in canonical doubles and triples. */
  readonly name: CpuName;
  /** The width of its general registers. */
  readonly bits: 8 | 16 | 32 | 64;
  /** The instruction set it belongs to. */
  readonly family: CpuFamily;
  /** Absent where a word is one byte. */
  readonly significantByte?: SignificantByte;
  /** The version of the instruction set, where the name says it (ARM). */
  readonly version?: string;
  /** The name GCC's `-march` has for it, where the name says it. */
  readonly arch?: string;
}

/** A row of the table; `order` is the order of bytes. */
interface CpuRow {
  readonly bits: CpuType["bits"];
  readonly order?: "big" | "little";
  readonly family: string;
  readonly version?: string;
  readonly arch?: string;
}

const rows = {
  arm: { bits: 32, order: "little", family: "arm" },
  armv5tel: { bits: 32, order: "little", family: "arm", version: "5", arch: "armv5t" },
  armv6m: { bits: 32, order: "little", family: "arm", version: "6", arch: "armv6-m" },
  armv6l: { bits: 32, order: "little", family: "arm", version: "6", arch: "armv6" },
  armv7a: { bits: 32, order: "little", family: "arm", version: "7", arch: "armv7-a" },
  armv7r: { bits: 32, order: "little", family: "arm", version: "7", arch: "armv7-r" },
  armv7m: { bits: 32, order: "little", family: "arm", version: "7", arch: "armv7-m" },
  armv7l: { bits: 32, order: "little", family: "arm", version: "7", arch: "armv7" },
  armv8a: { bits: 32, order: "little", family: "arm", version: "8", arch: "armv8-a" },
  armv8r: { bits: 32, order: "little", family: "arm", version: "8", arch: "armv8-a" },
  armv8m: { bits: 32, order: "little", family: "arm", version: "8", arch: "armv8-m" },
  aarch64: { bits: 64, order: "little", family: "arm", version: "8", arch: "armv8-a" },
  aarch64_be: { bits: 64, order: "big", family: "arm", version: "8", arch: "armv8-a" },

  i386: { bits: 32, order: "little", family: "x86", arch: "i386" },
  i486: { bits: 32, order: "little", family: "x86", arch: "i486" },
  i586: { bits: 32, order: "little", family: "x86", arch: "i586" },
  i686: { bits: 32, order: "little", family: "x86", arch: "i686" },
  x86_64: { bits: 64, order: "little", family: "x86", arch: "x86-64" },

  microblaze: { bits: 32, order: "big", family: "microblaze" },
  microblazeel: { bits: 32, order: "little", family: "microblaze" },

  mips: { bits: 32, order: "big", family: "mips" },
  mipsel: { bits: 32, order: "little", family: "mips" },
  mips64: { bits: 64, order: "big", family: "mips" },
  mips64el: { bits: 64, order: "little", family: "mips" },

  powerpc: { bits: 32, order: "big", family: "power" },
  powerpcle: { bits: 32, order: "little", family: "power" },
  powerpc64: { bits: 64, order: "big", family: "power" },
  powerpc64le: { bits: 64, order: "little", family: "power" },

  riscv32: { bits: 32, order: "little", family: "riscv" },
  riscv64: { bits: 64, order: "little", family: "riscv" },

  s390: { bits: 32, order: "big", family: "s390" },
  s390x: { bits: 64, order: "big", family: "s390" },

  sparc: { bits: 32, order: "big", family: "sparc" },
  sparc64: { bits: 64, order: "big", family: "sparc" },

  wasm32: { bits: 32, order: "little", family: "wasm" },
  wasm64: { bits: 64, order: "little", family: "wasm" },

  alpha: { bits: 64, order: "little", family: "alpha" },
  arc: { bits: 32, order: "little", family: "arc" },
  avr: { bits: 8, family: "avr" },
  javascript: { bits: 32, order: "little", family: "javascript" },
  loongarch64: { bits: 64, order: "little", family: "loongarch" },
  m68k: { bits: 32, order: "big", family: "m68k" },
  mmix: { bits: 64, order: "big", family: "mmix" },
  msp430: { bits: 16, order: "little", family: "msp430" },
  or1k: { bits: 32, order: "big", family: "or1k" },
  rx: { bits: 32, order: "little", family: "rx" },
  sh4: { bits: 32, order: "little", family: "sh" },
  vc4: { bits: 32, order: "little", family: "vc4" },
} as const;

/** The canonical name of a CPU. */
export type CpuName = keyof typeof rows;

/** The name of an instruction set. */
export type CpuFamily = (typeof rows)[CpuName]["family"];

/** Other names a system string may use; what is parsed has the canonical name. */
const aliases: Readonly<Record<string, CpuName>> = {
  // Apple's name; LLVM wants it in triples.
  arm64: "aarch64",
};

/** Every CPU by each name a system string may use. */
export const cpuTypes: ReadonlyMap<string, CpuType> = namedTypes();

function namedTypes(): ReadonlyMap<string, CpuType> {
  const types = new Map<string, CpuType>();
  // `rows` is a literal above, so its keys are exactly the names.
  for (const [name, row] of Object.entries(rows) as readonly (readonly [CpuName, (typeof rows)[CpuName]])[]) {
    types.set(name, cpuType(name, row));
  }
  for (const [alias, name] of Object.entries(aliases)) types.set(alias, cpuType(name, rows[name]));
  return types;
}

function cpuType(name: CpuName, row: CpuRow & { readonly family: CpuFamily }): CpuType {
  const { order, ...facts } = row;
  if (order === undefined) return Object.freeze({ name, ...facts });
  const significantByte = Object.freeze({ name: order === "big" ? "bigEndian" : "littleEndian" } as const);
  return Object.freeze({ name, significantByte, ...facts });
}
