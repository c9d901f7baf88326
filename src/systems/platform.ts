// The shape of an elaborated platform, and of the attributes one is elaborated from.
import type { ParsedSystem } from "./parsed-system.ts";
import type { FeatureAttribute } from "./tables/architectures.ts";
import type { PredicateName } from "./tables/patterns.ts";
import type { GccSettings } from "./tables/platforms.ts";

/** What the names of files of programs and libraries end in. */
export interface Extensions {
  readonly executable: string;
  readonly staticLibrary: string;
  /** Absent where the platform has no shared libraries. */
  readonly sharedLibrary?: string;
  /**
   * Of the two kinds of library the one that is built by default. Where the platform has no
   * shared libraries it is the static one, and can be read but is not listed.
   */
  readonly library: string;
}

/** What the command `uname` prints. */
export interface Uname {
  /** The kernel, `uname -s`; null for one that has no such command. */
  readonly system: string | null;
  /** The machine, `uname -m`. */
  readonly processor: string;
  /** The version of the kernel, `uname -r`: never known here. */
  readonly release: string | null;
}

/** A Rust target, as `cfg(target_…)` tells it apart. */
export interface RustPlatform {
  readonly arch: string;
  readonly os: string;
  readonly "target-family": readonly string[];
  readonly vendor: string;
}

/** How Rust's tools name the platform. */
export interface RustNames {
  readonly platform: RustPlatform;
  /** What `rustc --target` is given: the name of a target, or the file with one made for the purpose. */
  readonly rustcTargetSpec: string;
  /** The name of the target; an old attribute, `rustcTargetSpec` or `cargoShortTarget` say more exactly what is meant. */
  readonly rustcTarget: string;
  /** The name of the target, as Cargo names its folder. */
  readonly cargoShortTarget: string;
  /** The name of the target as part of a variable of the environment. */
  readonly cargoEnvVarTarget: string;
  /** Whether there is no standard library for it. */
  readonly isNoStdTarget: boolean;
}

/** How Go's tools name the platform. */
export interface GoNames {
  /** Null where Go has no compiler for the CPU. */
  readonly GOARCH: string | null;
  readonly GOOS: string;
  /** The version of the instruction set of a 32-bit ARM, else empty. */
  readonly GOARM: string;
}

/** How Node names the platform, in `process.arch` and `process.platform`; null where it does not run. */
export interface NodeNames {
  readonly arch: string | null;
  readonly platform: string | null;
}

/** How Nim names the platform, in `hostCPU` and `hostOS`; null where it has no name for it. */
export interface NimNames {
  readonly cpu: string | null;
  readonly os: string | null;
}

/** What Rust is told about the platform; everything left out is derived. */
export interface RustInput {
  readonly platform?: Partial<RustPlatform>;
  readonly rustcTargetSpec?: string;
  readonly rustcTarget?: string;
}

/** The older form of `RustInput`. */
export interface RustcInput {
  readonly platform?: Partial<Omit<RustPlatform, "target-family">> & {
    readonly "target-family"?: string | readonly string[];
  };
  readonly config?: string;
  readonly rustcTarget?: string;
}

/**
 * Attributes that are passed on as they are given, and from which nothing is derived. Augment
 * this interface to give types to your own.
 */
export interface PlatformExtras {
  readonly platform?: object;
  /** The version of the SDK, by its older name; `darwinSdkVersion` is derived from it. */
  readonly sdkVer?: string;
  readonly xcodePlatform?: string;
  readonly xcodeVer?: string;
}

/** Attributes that are derived where they are not given. */
export interface PlatformAttributes
  extends Readonly<Record<PredicateName, boolean>>, Readonly<Record<FeatureAttribute, boolean>> {
  /** The triple, as it was given, or the canonical one. */
  readonly config: string;
  /** The C library; null where there is none. */
  readonly libc: string | null;
  /** The linker: `bfd`, `lld` or `cctools`. */
  readonly linker: string;
  /** Where other distributions for this platform keep libraries; null where it is not Linux. */
  readonly libDir: string | null;
  readonly extensions: Extensions;
  readonly uname: Uname;
  readonly hasSharedLibraries: boolean;
  /** Whether everything is linked statically. */
  readonly isStatic: boolean;
  /** Whether LLVM's tools are used in place of GNU's. */
  readonly useLLVM: boolean;
  readonly useAndroidPrebuilt: boolean;
  readonly useiOSPrebuilt: boolean;
  readonly androidSdkVersion: string | null;
  readonly androidNdkVersion: string | null;
  /** What GCC is told about the CPU; empty where nothing special is known. */
  readonly gcc: GccSettings;
  /** The CPU's name in the sources of Linux. */
  readonly linuxArch: string;
  /** The CPU's name in U-Boot. */
  readonly ubootArch: string;
  /** The CPU's name in QEMU; null where QEMU does not have it. */
  readonly qemuArch: string | null;
  /** The CPU's name in UEFI. */
  readonly efiArch: string;
  /** The CPU's name in Apple's tools. */
  readonly darwinArch: string;
  /** The platform's name in Apple's linker; null where it is not one of Apple's. */
  readonly darwinPlatform: string | null;
  readonly darwinSdkVersion: string;
  readonly darwinMinVersion: string;
  /** The variable of the environment that tells Apple's tools `darwinMinVersion`. */
  readonly darwinMinVersionVariable: string | null;
}

/**
 * A platform: everything there is to know about what a system string names.
 *
 * It is data: frozen, with no functions in it, and every attribute can be listed, copied, written
 * as JSON. Attributes are derived when they are first read. Reading `isArm`, which is gone, throws.
 */
export interface Platform extends PlatformAttributes, PlatformExtras {
  /** The double. */
  readonly system: string;
  readonly parsed: ParsedSystem;
  readonly rust: RustNames;
  /** What was given by this older name of `rust`. */
  readonly rustc: RustcInput;
  readonly go: GoNames;
  readonly node: NodeNames;
  readonly nim: NimNames;
}

/**
 * What a platform is elaborated from: `config` or `system`, and any attribute that is not to be
 * derived. `config` says more than `system` and goes before it. Always derived are `system`,
 * `parsed`, `go`, `node`, `nim`, and what `rust` leaves out; giving them changes nothing.
 */
export interface PlatformInput extends Partial<PlatformAttributes>, PlatformExtras {
  readonly system?: string;
  readonly rust?: RustInput;
  readonly rustc?: RustcInput;
  readonly parsed?: ParsedSystem;
  readonly go?: GoNames;
  readonly node?: NodeNames;
  readonly nim?: NimNames;
}
