// The shape of a parsed system, which every function here shares.
import type { Abi } from "./tables/abis.ts";
import type { CpuType } from "./tables/cpu-types.ts";
import type { Kernel } from "./tables/kernels.ts";
import type { Vendor } from "./tables/vendors.ts";

/** A system string taken apart, what it leaves out filled in. */
export interface ParsedSystem {
  readonly cpu: CpuType;
  readonly vendor: Vendor;
  readonly kernel: Kernel;
  readonly abi: Abi;
}
