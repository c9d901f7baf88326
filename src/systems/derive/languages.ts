// The names that Go, Node and Nim have for the platform.
import type { GoNames, NimNames, NodeNames, Platform } from "../platform.ts";
import type { CpuName } from "../tables/cpu-types.ts";
import { firstMatch, type Rule } from "./first-match.ts";

const goNames: { readonly [C in CpuName]?: string } = {
  aarch64: "arm64",
  arm: "arm",
  armv5tel: "arm",
  armv6l: "arm",
  armv7l: "arm",
  i686: "386",
  loongarch64: "loong64",
  mips: "mips",
  mips64el: "mips64le",
  mipsel: "mipsle",
  powerpc64: "ppc64",
  powerpc64le: "ppc64le",
  riscv64: "riscv64",
  s390x: "s390x",
  wasm32: "wasm",
  x86_64: "amd64",
};

const goArmVersions: ReadonlySet<string> = new Set(["5", "6", "7"]);

/** Go's names. */
export function go(platform: Platform): GoNames {
  const { cpu, kernel } = platform.parsed;
  return Object.freeze({
    GOARCH: goNames[cpu.name] ?? null,
    GOOS: platform.isWasi ? "wasip1" : kernel.name,
    GOARM: cpu.version !== undefined && goArmVersions.has(cpu.version) ? cpu.version : "",
  });
}

const nodeCpus: readonly Rule<string | null>[] = [
  [["isAarch", "is64bit"], "arm64"],
  ["isAarch", "arm"],
  [["isMips32", "isLittleEndian"], "mipsel"],
  ["isMips32", "mips"],
  [["isMips64", "isLittleEndian"], "mips64el"],
  [["isPower", "is64bit"], "ppc64"],
  ["isPower", "ppc"],
  ["isx86_64", "x64"],
  ["isx86_32", "ia32"],
  ["isS390x", "s390x"],
  ["isRiscV64", "riscv64"],
  ["isLoongArch64", "loong64"],
];

const nodePlatforms: readonly Rule<string | null>[] = [
  ["isAndroid", "android"],
  ["isDarwin", "darwin"],
  ["isFreeBSD", "freebsd"],
  ["isLinux", "linux"],
  ["isOpenBSD", "openbsd"],
  ["isSunOS", "sunos"],
  ["isWindows", "win32"],
  ["isCygwin", "win32"],
];

/** Node's names. */
export function node(platform: Platform): NodeNames {
  return Object.freeze({
    arch: firstMatch(platform, nodeCpus, null),
    platform: firstMatch(platform, nodePlatforms, null),
  });
}

const nimCpus: readonly Rule<string | null>[] = [
  ["isAarch32", "arm"],
  ["isAarch64", "arm64"],
  ["isAlpha", "alpha"],
  ["isAvr", "avr"],
  [["isMips", "is32bit"], "mips"],
  [["isMips", "is64bit"], "mips64"],
  ["isMsp430", "msp430"],
  [["isPower", "is32bit"], "powerpc"],
  [["isPower", "is64bit"], "powerpc64"],
  [["isRiscV", "is64bit"], "riscv64"],
  ["isSparc", "sparc"],
  ["isx86_32", "i386"],
  ["isx86_64", "amd64"],
];

const nimSystems: readonly Rule<string | null>[] = [
  ["isAndroid", "Android"],
  // iOS too, as long as it counts as a Darwin.
  ["isDarwin", "MacOSX"],
  ["isFreeBSD", "FreeBSD"],
  ["isGenode", "Genode"],
  ["isLinux", "Linux"],
  ["isNetBSD", "NetBSD"],
  ["isNone", "Standalone"],
  ["isOpenBSD", "OpenBSD"],
  ["isWindows", "Windows"],
  ["isiOS", "iOS"],
];

/** Nim's names. */
export function nim(platform: Platform): NimNames {
  return Object.freeze({
    cpu: firstMatch(platform, nimCpus, null),
    os: firstMatch(platform, nimSystems, null),
  });
}
