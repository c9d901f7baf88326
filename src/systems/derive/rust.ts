// The names that Rust's tools have for the platform.
import type { Platform, RustcInput, RustInput, RustNames, RustPlatform } from "../platform.ts";
import type { CpuName } from "../tables/cpu-types.ts";
import type { VendorName } from "../tables/vendors.ts";
import { firstMatch, type Rule } from "./first-match.ts";

/**
 * Rust's names, from what was given as `rust`, or by the older name `rustc`.
 *
 * A `rust.platform` describes a target that Rust does not know; its name then is that of the file
 * such a description lies in. Attributes of `rust` that are not derived are passed on.
 */
export function rust(
  platform: Platform,
  rustGiven: RustInput | undefined,
  rustcGiven: RustcInput | undefined,
): RustNames {
  const given = rustGiven ?? rustcGiven ?? {};
  const described = rustPlatform(platform, rustGiven, rustcGiven);
  const rustcTargetSpec =
    rustGiven?.rustcTargetSpec ?? rustcGiven?.config ?? targetSpec(platform, given, described, rustGiven?.rustcTarget);
  const cargoShortTarget = baseName(rustcTargetSpec).replace(/\.json$/u, "");
  const rustcTarget = given.rustcTarget ?? cargoShortTarget;
  return Object.freeze({
    ...given,
    platform: described,
    rustcTargetSpec,
    rustcTarget,
    cargoShortTarget,
    cargoEnvVarTarget: cargoShortTarget.toUpperCase().replaceAll("-", "_"),
    isNoStdTarget: noStdMarks.some((mark) => rustcTarget.includes(mark)),
  });
}

// What the names of targets without a standard library contain.
const noStdMarks = ["-none", "nvptx", "switch", "-uefi"] as const;

const arches: readonly Rule<string>[] = [
  ["isAarch32", "arm"],
  // The order of bytes is never said here.
  ["isMips64", "mips64"],
  ["isPower64", "powerpc64"],
];

const systems: readonly Rule<string>[] = [
  ["isDarwin", "macos"],
  [["isWasm", "!isWasi"], "unknown"],
];

const vendors: { readonly [V in VendorName]?: string } = { w64: "pc" };

function rustPlatform(
  platform: Platform,
  rustGiven: RustInput | undefined,
  rustcGiven: RustcInput | undefined,
): RustPlatform {
  const { cpu, vendor, kernel } = platform.parsed;
  const given = (rustGiven ?? rustcGiven)?.platform;
  return Object.freeze({
    ...given,
    arch: given?.arch ?? firstMatch(platform, arches, cpu.name),
    os: given === undefined ? firstMatch(platform, systems, kernel.name) : (given.os ?? "none"),
    "target-family": targetFamily(platform, rustGiven, rustcGiven),
    vendor: given?.vendor ?? vendors[vendor.name] ?? vendor.name,
  });
}

function targetFamily(
  platform: Platform,
  rustGiven: RustInput | undefined,
  rustcGiven: RustcInput | undefined,
): readonly string[] {
  const given = rustGiven?.platform?.["target-family"];
  if (given !== undefined) return given;
  // In the older form it may still be a single name, as it once was in Rust.
  const givenBefore = rustcGiven?.platform?.["target-family"];
  if (givenBefore !== undefined) return typeof givenBefore === "string" ? [givenBefore] : givenBefore;
  const families = [
    ["isUnix", "unix"],
    ["isWindows", "windows"],
    ["isWasm", "wasm"],
  ] as const;
  return Object.freeze(families.filter(([question]) => platform[question]).map(([, family]) => family));
}

const targetCpus: { readonly [C in CpuName]?: string } = {
  armv5tel: "armv5te",
  armv6l: "arm",
  armv7a: "armv7",
  armv7l: "armv7",
  riscv32: "riscv32gc",
  riscv64: "riscv64gc",
};

function targetSpec(
  platform: Platform,
  given: RustInput | RustcInput,
  described: RustPlatform,
  rustcTarget: string | undefined,
): string {
  if (given.platform === undefined) return rustcTarget ?? targetName(platform, given, described);
  return `${given.rustcTarget ?? targetName(platform, given, described)}.json`;
}

function targetName(platform: Platform, given: RustInput | RustcInput, { vendor }: RustPlatform): string {
  const { cpu, kernel, abi } = platform.parsed;
  const arch = given.platform?.arch ?? targetCpus[cpu.name] ?? cpu.name;
  // Rust counts the versions of WASI in the name; the first is the one that every runtime has.
  if (platform.isWasi) return `${arch}-wasip1`;
  // The ELF ABI of a big-endian PowerPC is not part of Rust's names.
  const abiName = cpu.name.startsWith("powerpc") && abi.name.startsWith("gnuabielfv") ? "gnu" : abi.name;
  return `${arch}-${vendor}-${kernel.name}${abi.name === "unknown" ? "" : `-${abiName}`}`;
}

function baseName(path: string): string {
  return path.replace(/\/$/u, "").split("/").at(-1) ?? path;
}
