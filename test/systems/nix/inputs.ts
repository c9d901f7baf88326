// Inputs to try on nixpkgs and here: far more than are recorded, most of them odd.
import { systems, type PlatformInput } from "../../../src/systems/index.ts";
import { abis } from "../../../src/systems/tables/abis.ts";
import { architectures } from "../../../src/systems/tables/architectures.ts";
import { cpuTypes } from "../../../src/systems/tables/cpu-types.ts";
import { kernels } from "../../../src/systems/tables/kernels.ts";

const cpus = [...cpuTypes.keys()];
const kernelNames = [...kernels.keys()];
const abiNames = [...abis.keys()];
const middles = ["unknown", "apple", "w64", "none", "pc", "linux"] as const;
const lastParts = [
  ...kernelNames,
  ...words("mingw32 eabi eabihf elf gnu netbsdelf freebsd13 darwin20 openbsd7 redoxos wasip1"),
];
const oddParts = ["", "x", "Linux", "linuxeabi", "linuxabi", "noneabi", "abi", "__proto__", "toString", "é"] as const;

function words(text: string): readonly string[] {
  return text.split(" ");
}

/** System strings of one to six parts: every CPU with every kernel, ABI and middle part, and what is no system. */
export const strings: readonly string[] = [
  ...new Set([
    ...cpus,
    ...kernelNames,
    ...pairs(cpus, [...lastParts, ...oddParts]),
    ...pairs(oddParts, kernelNames),
    ...pairs(pairs(cpus, middles), lastParts),
    ...pairs(pairs(cpus, ["linux"]), abiNames),
    ...pairs(pairs(["x86_64", "wasm32", "armv7l", "mips64"], [...middles, ...oddParts]), [...abiNames, ...oddParts]),
    ...pairs(pairs(pairs(["powerpc64", "wasm32", "arm"], ["unknown", "w64"]), lastParts), abiNames),
    ...words("-- --- ---- a-b-c-d-e x86_64-unknown-linux-gnu-gnu x86-64-linux"),
  ]),
];

function pairs(left: readonly string[], right: readonly string[]): readonly string[] {
  return left.flatMap((first) => right.map((second) => `${first}-${second}`));
}

const bases: readonly PlatformInput[] = [
  ...words("x86_64-linux aarch64-linux armv7l-linux mipsel-linux powerpc64-linux s390-linux"),
  ...words("riscv32-none avr-none wasm32-wasi x86_64-darwin x86_64-windows x86_64-freebsd i686-cygwin"),
].map((system) => ({ system }));

const triples: readonly PlatformInput[] = [
  ...words("aarch64-unknown-linux-android x86_64-w64-mingw32 aarch64-apple-ios i686-unknown-netbsdelf"),
  ...words("mips64el-unknown-linux-gnuabin32 arm-none-eabihf powerpc64-unknown-linux-musl aarch64-unknown-uefi"),
].map((config) => ({ config }));

// As somebody without TypeScript may write them, so some are of no known name.
const changes: readonly Readonly<Record<string, unknown>>[] = [
  ...words("isStatic useLLVM isLinux isDarwin isWindows isMusl isBigEndian isMips isWasi isNone"),
  ...words("isWasm isS390 isAndroid isRedox isFreeBSD hasSharedLibraries avx2Support useAndroidPrebuilt"),
].flatMap((name) => [{ [name]: true }, { [name]: false }]);

const values: readonly Readonly<Record<string, unknown>>[] = [
  { linker: "gold" },
  { libc: "musl" },
  { libc: null },
  { libDir: "lib32" },
  { uname: { system: "X", processor: "p", release: "1" } },
  { extensions: { executable: ".x", staticLibrary: ".b", sharedLibrary: ".c", library: ".d" } },
  { linuxArch: "um" },
  { qemuArch: "q" },
  { sdkVer: "12", xcodeVer: "9" },
  { darwinSdkVersion: "11" },
  { darwinArch: "ppc" },
  { androidSdkVersion: "33", androidNdkVersion: "9" },
  { go: { GOARCH: "x" } },
  { nim: { cpu: "x" } },
  { node: { arch: "x" } },
  { rustc: { config: "my-target.json" } },
  { rustc: { rustcTarget: "my-uefi" } },
  { rust: { rustcTargetSpec: "my-none" } },
  { rust: { rustcTarget: "a-b", extra: 1 }, rustc: { config: "c-d" } },
  { gcc: {} },
  { gcc: { arch: "znver4", tune: "native" } },
  { system: "x86_64-linux" },
  { config: "aarch64-unknown-linux-musl" },
  { parsed: { cpu: 1 } },
  { mine: { nested: [1] } },
  { "linux-kernel": {} },
  { isAarch64: true, isx86_64: false },
];

/** What to elaborate: strings, examples, and attributes that contradict what would be derived. */
export const platforms: readonly (string | Readonly<Record<string, unknown>>)[] = [
  ...strings,
  ...Object.values(systems.examples).map((example) => ({ ...example })),
  ...[...bases, ...triples].flatMap((base) => [...changes, ...values].map((change) => ({ ...base, ...change }))),
  ...["x86_64-linux", "i686-linux", "loongarch64-linux"].flatMap((system) =>
    [...architectures.keys(), "unheard-of"].map((arch) => ({ system, gcc: { arch } })),
  ),
];

/** Hosts and targets, each to be tried on each. */
export const runners: readonly PlatformInput[] = [
  ...systems.doubles.all.map((system) => ({ system })),
  ...Object.values(systems.examples),
  ...[...architectures.keys()].map((arch) => ({ system: "x86_64-linux", gcc: { arch } })),
];
