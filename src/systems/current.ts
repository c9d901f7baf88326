// Names the machine this runs on, where the JavaScript engine says what that is.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { CpuName } from "./tables/cpu-types.ts";
import type { KernelName } from "./tables/kernels.ts";

/** A machine as Node, Deno and Bun describe it in `process`. */
export interface Machine {
  readonly platform?: string;
  readonly arch?: string;
  readonly config?: { readonly variables?: object };
}

const kernels: ReadonlyMap<string, KernelName> = new Map<string, KernelName>([
  ["android", "linux"],
  ["cygwin", "cygwin"],
  ["darwin", "darwin"],
  ["freebsd", "freebsd"],
  ["linux", "linux"],
  ["netbsd", "netbsd"],
  ["openbsd", "openbsd"],
  ["sunos", "solaris"],
  ["win32", "windows"],
]);

const cpus: ReadonlyMap<string, CpuName> = new Map<string, CpuName>([
  ["arm64", "aarch64"],
  ["ia32", "i686"],
  ["loong64", "loongarch64"],
  ["mips", "mips"],
  ["mipsel", "mipsel"],
  ["ppc", "powerpc"],
  ["riscv64", "riscv64"],
  ["s390", "s390"],
  ["s390x", "s390x"],
  ["x64", "x86_64"],
]);

/**
 * The double of the machine this runs on, such as `x86_64-linux`.
 *
 * A browser does not say what it runs on, and there is no default that would not be wrong for
 * somebody: where `process` is missing or names a machine without a double this throws
 * `system-current-unknown`. `machine` is what to name instead of the running one.
 */
export function current(machine: Machine = runningMachine()): string {
  const { platform, arch } = machine;
  const kernel = kernels.get(platform ?? "");
  const cpu = cpuOf(machine);
  if (kernel !== undefined && cpu !== undefined) return `${cpu}-${kernel}`;
  return fail(diagnostic("system-current-unknown", {}, { platform: platform ?? null, arch: arch ?? null }));
}

function runningMachine(): Machine {
  // The cast: nothing is known of `process` where it is not Node's, so every member is optional.
  return (globalThis as { readonly process?: Machine }).process ?? {};
}

function cpuOf({ arch, config }: Machine): CpuName | undefined {
  switch (arch) {
    case undefined:
      return undefined;
    case "arm": {
      const variables = config?.variables;
      const version = variables !== undefined && "arm_version" in variables ? String(variables.arm_version) : "7";
      return version === "6" ? "armv6l" : "armv7l";
    }
    case "ppc64":
      return isLittleEndian() ? "powerpc64le" : "powerpc64";
    default:
      return cpus.get(arch);
  }
}

/** The order of bytes of the running machine, which `process` does not tell. */
function isLittleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}
