// Reads a system string: names its parts, looks them up, and fills in what the string leaves out.
import type { SystemPart } from "../diagnostics/catalog/systems.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { matchesAny } from "./matches.ts";
import type { ParsedSystem } from "./parsed-system.ts";
import { skeletonOf } from "./skeleton.ts";
import { suggestForAmbiguous, suggestForPart } from "./suggest-system.ts";
import { abis, type AbiName } from "./tables/abis.ts";
import { cpuTypes, type CpuType } from "./tables/cpu-types.ts";
import { kernels, type Kernel } from "./tables/kernels.ts";
import { patterns, type PredicateName } from "./tables/patterns.ts";
import { vendors, type VendorName } from "./tables/vendors.ts";

/**
 * Reads a system string: a double such as `x86_64-linux`, or a triple of two to four parts such
 * as `aarch64-linux-musl` or `armv7l-unknown-linux-gnueabihf`.
 *
 * The vendor defaults to the one that goes with the kernel, the ABI on Linux and Windows to the
 * GNU one that goes with the CPU (`msvc` for a double that ends in `windows`), elsewhere to
 * `unknown`. Other names of a part (`arm64`, `macos`) become the canonical one.
 *
 * Throws a ConfixError: `system-unknown-part` with the part that is wrong and, if one is near,
 * the string as it may have been meant; `system-ambiguous` where one or three parts can be read
 * in more than one way; `system-part-count` for none or more than four; `system-wrong-kind` for
 * what is not a string.
 */
export function parse(input: string): ParsedSystem {
  if (typeof input !== "string") {
    return fail(diagnostic("system-wrong-kind", {}, { found: describeValue(input), wanted: "a system string" }));
  }
  const parts = input.split("-");
  if (input === "" || parts.length > 4) {
    return fail(diagnostic("system-part-count", {}, { input, count: input === "" ? 0 : parts.length }));
  }
  const skeleton = skeletonOf(parts);
  if (skeleton === undefined) {
    return fail(diagnostic("system-ambiguous", {}, { input, suggestions: suggestForAmbiguous(parts) }));
  }
  const cpu = lookUp(input, "cpu", cpuTypes, skeleton.cpu);
  const kernel = lookUp(input, "kernel", kernels, skeleton.kernel, kernelName(skeleton.kernel));
  const vendor = lookUp(input, "vendor", vendors, skeleton.vendor ?? defaultVendor(kernel));
  const abi = lookUp(input, "abi", abis, skeleton.abi ?? defaultAbi(cpu, kernel));
  return Object.freeze({ cpu, vendor, kernel, abi });
}

function lookUp<T>(input: string, part: SystemPart, table: ReadonlyMap<string, T>, given: string, name = given): T {
  const found = table.get(name);
  if (found !== undefined) return found;
  const suggestion = suggestForPart(input, part, given, table);
  return fail(diagnostic("system-unknown-part", {}, { input, part, given, suggestion }));
}

/** The name to look up: versions and what GNU tools append to a kernel's name are left out. */
function kernelName(written: string): string {
  for (const versioned of ["darwin", "netbsd"]) if (written.startsWith(versioned)) return versioned;
  // GNU tools take any kernel with `abi…` or `eabi…` behind it. The group is greedy on purpose:
  // `linuxeabi` is then no kernel, as in nixpkgs.
  return /^(.*)e?abi.*$/su.exec(written)?.[1] ?? written;
}

// Which vendor goes with a kernel, first match first; where none matches it is `unknown`.
const vendorsByKernel: readonly (readonly [PredicateName, VendorName])[] = [
  ["isDarwin", "apple"],
  ["isWindows", "pc"],
  ["isCygwin", "pc"],
];

function defaultVendor(kernel: Kernel): VendorName {
  return vendorsByKernel.find(([predicate]) => matchesAny({ kernel }, patterns[predicate]))?.[1] ?? "unknown";
}

function defaultAbi(cpu: CpuType, kernel: Kernel): AbiName {
  const is = (predicate: PredicateName): boolean => matchesAny({ cpu, kernel }, patterns[predicate]);
  if (!is("isLinux") && !is("isWindows")) return "unknown";
  if (is("isAarch32")) return Number(cpu.version ?? "0") >= 6 ? "gnueabihf" : "gnueabi";
  if (is("isPower64") && is("isBigEndian")) return "gnuabielfv1";
  return "gnu";
}
