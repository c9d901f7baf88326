// Micro-architectures by the name GCC's `-march` has for them: what they can do, and whose programs they run.

/** A feature of a CPU that a platform may be asked for, mostly as `/proc/cpuinfo` names it. */
export type CpuFeature =
  | "sse3"
  | "ssse3"
  | "sse4_1"
  | "sse4_2"
  | "sse4a"
  | "aes"
  | "avx"
  | "avx2"
  | "avx512"
  | "fma"
  | "fma4"
  | "fpu64"
  | "lsx"
  | "lasx"
  | "div32"
  | "frecipe"
  | "lam-bh"
  | "lamcas"
  | "ld-seq-sa";

/** A micro-architecture. */
export interface Architecture {
  readonly features?: readonly CpuFeature[];
  /** Those whose programs it runs; and whose programs these run, it runs too. */
  readonly runs?: readonly string[];
}

const sse4 = ["sse3", "ssse3", "sse4_1", "sse4_2"] as const;
const avx2 = [...sse4, "avx", "avx2", "fma"] as const;
const avx2Aes = [...sse4, "aes", "avx", "avx2", "fma"] as const;
const avx512Aes = [...sse4, "aes", "avx", "avx2", "avx512", "fma"] as const;
const bulldozer = [...sse4, "sse4a", "aes", "avx", "fma", "fma4"] as const;
const zen = [...sse4, "sse4a", "aes", "avx", "avx2", "fma"] as const;
const zen512 = [...sse4, "sse4a", "aes", "avx", "avx2", "avx512", "fma"] as const;
const la64v11 = ["div32", "frecipe", "lam-bh", "lamcas", "ld-seq-sa"] as const;

/** Every micro-architecture by name; a new one is one row. */
export const architectures: ReadonlyMap<string, Architecture> = new Map<string, Architecture>([
  ["default", {}],

  // x86-64, levels of the ABI
  ["x86-64", {}],
  ["x86-64-v2", { features: sse4, runs: ["x86-64"] }],
  ["x86-64-v3", { features: avx2, runs: ["x86-64-v2"] }],
  ["x86-64-v4", { features: [...sse4, "avx", "avx2", "avx512", "fma"], runs: ["x86-64-v3"] }],

  // Intel
  ["nehalem", { features: sse4, runs: ["x86-64-v2"] }],
  ["westmere", { features: sse4, runs: ["nehalem"] }],
  ["silvermont", { features: sse4 }],
  ["sandybridge", { features: [...sse4, "avx"], runs: ["westmere"] }],
  ["ivybridge", { features: [...sse4, "avx"], runs: ["sandybridge"] }],
  ["haswell", { features: avx2, runs: ["ivybridge", "x86-64-v3"] }],
  ["broadwell", { features: avx2, runs: ["haswell"] }],
  ["skylake", { features: avx2Aes, runs: ["broadwell"] }],
  ["skylake-avx512", { features: avx512Aes, runs: ["skylake", "x86-64-v4"] }],
  ["cannonlake", { features: avx512Aes, runs: ["skylake-avx512"] }],
  ["icelake-client", { features: avx512Aes, runs: ["cannonlake"] }],
  ["icelake-server", { features: avx512Aes, runs: ["icelake-client"] }],
  ["cascadelake", { features: avx512Aes, runs: ["cannonlake"] }],
  ["cooperlake", { features: avx512Aes, runs: ["cascadelake"] }],
  ["tigerlake", { features: avx512Aes, runs: ["icelake-server"] }],
  ["sapphirerapids", { features: avx512Aes, runs: ["tigerlake"] }],
  ["emeraldrapids", { features: avx512Aes, runs: ["sapphirerapids"] }],
  ["rocketlake", { features: avx512Aes, runs: ["x86-64-v4"] }],
  ["alderlake", { features: avx2Aes, runs: ["skylake"] }],
  ["sierraforest", { features: avx2Aes, runs: ["alderlake"] }],

  // AMD
  ["btver1", { features: sse4, runs: ["x86-64"] }],
  ["btver2", { features: [...sse4, "aes", "avx"], runs: ["x86-64-v2"] }],
  ["bdver1", { features: bulldozer, runs: ["x86-64-v2"] }],
  ["bdver2", { features: bulldozer, runs: ["x86-64-v2"] }],
  ["bdver3", { features: bulldozer, runs: ["x86-64-v2"] }],
  ["bdver4", { features: [...sse4, "sse4a", "aes", "avx", "avx2", "fma", "fma4"], runs: ["x86-64-v3"] }],
  // Zen has no instruction less than Skylake; Intel's later ones have AVX-512, which Zen got in its fourth version.
  ["znver1", { features: zen, runs: ["skylake"] }],
  ["znver2", { features: zen, runs: ["znver1"] }],
  ["znver3", { features: zen, runs: ["znver2"] }],
  ["znver4", { features: zen512, runs: ["znver3", "x86-64-v4"] }],
  ["znver5", { features: zen512, runs: ["znver4"] }],

  // 64-bit ARM, versions of the architecture
  ["armv8-a", {}],
  ["armv8.1-a", { runs: ["armv8-a"] }],
  ["armv8.2-a", { runs: ["armv8.1-a"] }],
  ["armv8.3-a", { runs: ["armv8.2-a"] }],
  ["armv8.4-a", { runs: ["armv8.3-a"] }],
  ["armv8.5-a", { runs: ["armv8.4-a"] }],
  ["armv8.6-a", { runs: ["armv8.5-a"] }],
  ["armv8.7-a", { runs: ["armv8.6-a"] }],
  ["armv8.8-a", { runs: ["armv8.7-a"] }],
  ["armv8.9-a", { runs: ["armv8.8-a"] }],
  ["armv9-a", { runs: ["armv8.5-a"] }],
  ["armv9.1-a", { runs: ["armv9-a", "armv8.6-a"] }],
  ["armv9.2-a", { runs: ["armv9.1-a", "armv8.7-a"] }],
  ["armv9.3-a", { runs: ["armv9.2-a", "armv8.8-a"] }],
  ["armv9.4-a", { runs: ["armv9.3-a"] }],

  // 64-bit ARM, cores
  ["cortex-a53", { runs: ["armv8-a"] }],
  ["cortex-a72", { runs: ["armv8-a"] }],
  ["cortex-a55", { runs: ["armv8.2-a", "cortex-a53", "cortex-a72"] }],
  ["cortex-a76", { runs: ["armv8.2-a", "cortex-a53", "cortex-a72"] }],
  ["ampere1", { runs: ["armv8.6-a", "cortex-a55", "cortex-a76"] }],
  ["ampere1a", { runs: ["ampere1"] }],
  ["ampere1b", { runs: ["ampere1a"] }],

  // LoongArch
  ["loongarch64", { features: ["fpu64"] }],
  ["la64v1.0", { features: ["fpu64", "lsx"], runs: ["loongarch64"] }],
  ["la464", { features: ["fpu64", "lsx", "lasx"], runs: ["la64v1.0"] }],
  ["la64v1.1", { features: ["fpu64", "lsx", ...la64v11], runs: ["la64v1.0"] }],
  ["la664", { features: ["fpu64", "lsx", "lasx", ...la64v11], runs: ["la464", "la64v1.1"] }],

  // Others
  ["armv5te", {}],
  ["armv6", {}],
  ["armv7-a", {}],
  ["loongson2f", {}],
  ["mips32", {}],
]);

const supported = {
  sse3Support: "sse3",
  ssse3Support: "ssse3",
  sse4_1Support: "sse4_1",
  sse4_2Support: "sse4_2",
  sse4_aSupport: "sse4a",
  avxSupport: "avx",
  avx2Support: "avx2",
  avx512Support: "avx512",
  aesSupport: "aes",
  fmaSupport: "fma",
  fma4Support: "fma4",
  lsxSupport: "lsx",
  lasxSupport: "lasx",
} as const;

/** The name of a platform attribute that says whether its CPU has a feature. */
export type FeatureAttribute = keyof typeof supported;

/** Which feature each of those attributes is about; a new one is one row. */
export const featureAttributes: Readonly<Record<FeatureAttribute, CpuFeature>> = supported;
