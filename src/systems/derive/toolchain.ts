// The C library, the linker, and where and under which names files of programs lie.
import type { Extensions, Platform } from "../platform.ts";
import { gccSettings, type GccSettings, type GccSettingsName } from "../tables/platforms.ts";
import { firstMatch, type Question, type Rule } from "./first-match.ts";

const libcs: readonly Rule<string | null>[] = [
  ["isDarwin", "libSystem"],
  ["isMsvc", "ucrt"],
  ["isMinGW", "msvcrt"],
  ["isCygwin", "cygwin"],
  ["isWasi", "wasilibc"],
  ["isWasm", null],
  ["isRedox", "relibc"],
  ["isMusl", "musl"],
  ["isUClibc", "uclibc"],
  ["isAndroid", "bionic"],
  ["isLinux", "glibc"],
  ["isFreeBSD", "fblibc"],
  ["isOpenBSD", "oblibc"],
  ["isNetBSD", "nblibc"],
  ["isAvr", "avrlibc"],
  ["isGhcjs", null],
  ["isNone", "newlib"],
];

/** The C library. */
export function libc(platform: Platform): string | null {
  return firstMatch(platform, libcs, "native/impure");
}

const linkers: readonly Rule<string>[] = [
  ["useLLVM", "lld"],
  ["isDarwin", "cctools"],
];

/** The linker; `bfd` is the classic one of GNU binutils. */
export function linker(platform: Platform): string {
  return firstMatch(platform, linkers, "bfd");
}

const libDirs: readonly Rule<string | null>[] = [
  [["isLinux", "isx86_64"], "lib64"],
  [["isLinux", "isMips64"], "lib64"],
  [["isLinux", "isPower64"], "lib64"],
  ["isLinux", "lib"],
];

/** Where other distributions keep libraries. */
export function libDir(platform: Platform): string | null {
  return firstMatch(platform, libDirs, null);
}

// Platforms with a loader for shared libraries; on Linux it comes with the C library.
const withSharedLibraries: readonly Question[] = [
  "isAndroid",
  "isGnu",
  "isMusl",
  "isDarwin",
  "isSunOS",
  "isOpenBSD",
  "isFreeBSD",
  "isNetBSD",
  "isCygwin",
  "isMinGW",
  "isWindows",
  "isWasm",
];

/** Whether shared libraries can be built and loaded. */
export function hasSharedLibraries(platform: Platform): boolean {
  return !platform.isStatic && withSharedLibraries.some((question) => platform[question]);
}

const sharedLibraries: readonly Rule<string>[] = [
  ["isDarwin", ".dylib"],
  ["isWindows", ".dll"],
  ["isCygwin", ".dll"],
];

const executables: readonly Rule<string>[] = [
  ["isWindows", ".exe"],
  ["isCygwin", ".exe"],
];

/** What the names of files end in. */
export function extensions(platform: Platform): Extensions {
  const executable = firstMatch(platform, executables, "");
  const staticLibrary = firstMatch(platform, [["isWindows", ".lib"]], ".a");
  if (!platform.hasSharedLibraries) return onlyStatic({ executable, staticLibrary });
  const sharedLibrary = firstMatch(platform, sharedLibraries, ".so");
  const library = platform.isStatic ? staticLibrary : sharedLibrary;
  return Object.freeze({ executable, library, sharedLibrary, staticLibrary });
}

/** Without shared libraries `library` can be read, for code that does not care; but there is no choice to list. */
function onlyStatic(names: Omit<Extensions, "library">): Extensions {
  const library: PropertyDescriptor = { value: names.staticLibrary, enumerable: false };
  // The cast: the property that is missing is the one defined here.
  return Object.freeze(Object.defineProperty({ ...names }, "library", library)) as Extensions;
}

/** What GCC is told about the CPU. */
export function gcc(platform: Platform): GccSettings {
  const name = gccSettingsName(platform);
  return name === undefined ? Object.freeze({}) : Object.freeze({ ...gccSettings[name] });
}

const gccSettingsNames: readonly Rule<GccSettingsName | undefined>[] = [
  [["isAarch64", "isDarwin"], "appleM1"],
  ["isAarch64", "aarch64Multiplatform"],
  ["isLoongArch64", "loongarch64Multiplatform"],
];

function gccSettingsName(platform: Platform): GccSettingsName | undefined {
  const { cpu } = platform.parsed;
  if (platform.isAarch32) return cpu.version === undefined ? undefined : arm32SettingsName(Number(cpu.version));
  return firstMatch(platform, gccSettingsNames, cpu.name === "mipsel" ? "mips32r2O32" : undefined);
}

function arm32SettingsName(version: number): GccSettingsName {
  if (version < 6) return "armv5telMultiplatform";
  return version < 7 ? "raspberrypi" : "armv7lHfMultiplatform";
}
