// Tells which part of a system string is what, by how many parts there are and by a few names.

/** The parts of a system string by role, none of them looked up yet. */
export interface Skeleton {
  readonly cpu: string;
  readonly vendor?: string;
  readonly kernel: string;
  readonly abi?: string;
}

/**
 * Names the parts of a system string, given split at its hyphens.
 *
 * Two parts are CPU and kernel, four are CPU, vendor, kernel and ABI. Of three, the middle one
 * may be vendor or kernel; only combinations that mean one thing are taken. `undefined` says
 * that one or three parts mean no one thing, or that there are more than four.
 */
export function skeletonOf(parts: readonly string[]): Skeleton | undefined {
  const [cpu = "", second = "", third = "", fourth = ""] = parts;
  switch (parts.length) {
    case 1:
      return cpu === "avr" ? { cpu, kernel: "none", abi: "unknown" } : undefined;
    case 2:
      return ofTwo(cpu, second);
    case 3:
      return ofThree(cpu, second, third);
    case 4:
      return { cpu, vendor: second, kernel: third, abi: fourth };
    default:
      return undefined;
  }
}

function ofTwo(cpu: string, second: string): Skeleton {
  switch (second) {
    case "cygwin":
      return { cpu, vendor: "pc", kernel: "cygwin" };
    case "windows":
      // The kernel's own tools; the GNU ones are asked for by `-w64-mingw32`.
      return { cpu, kernel: "windows", abi: "msvc" };
    case "elf":
      return { cpu, vendor: "unknown", kernel: "none", abi: "elf" };
    default:
      return { cpu, kernel: second };
  }
}

// ABIs that make a middle part a kernel, whatever it is.
const abisAfterKernel: ReadonlySet<string> = new Set(["eabi", "eabihf", "elf", "gnu"]);

// Last parts that make a middle part a vendor: kernels that come without an ABI.
const kernelsAfterVendor: ReadonlySet<string> = new Set(["redox", "mmixware", "ghcjs", "mingw32", "uefi", "cygwin"]);
const kernelPrefixesAfterVendor = ["freebsd", "netbsd", "openbsd", "genode"] as const;

function ofThree(cpu: string, second: string, third: string): Skeleton | undefined {
  if (second === "linux" || abisAfterKernel.has(third)) return { cpu, vendor: "unknown", kernel: second, abi: third };
  if (
    second === "apple" ||
    kernelsAfterVendor.has(third) ||
    kernelPrefixesAfterVendor.some((prefix) => third.startsWith(prefix)) ||
    cpu.startsWith("wasm32")
  ) {
    // GNU build systems know Windows by the name of its tools.
    return { cpu, vendor: second, kernel: third === "mingw32" ? "windows" : third };
  }
  return undefined;
}
