// Names that are gone, and what to use in their place.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";

const gone: ReadonlyMap<string, string> = new Map([
  [
    "isArm",
    "ARM has two instruction sets; ask `isAarch32` for the 32-bit one, `isAarch64` for the 64-bit one, `isAarch` for either",
  ],
  [
    "linux-kernel",
    "a platform no longer says how its Linux kernel is built; set the options of the kernel where you configure it",
  ],
]);

/** What is wrong with a name that is gone; null for any other. */
export function reportGoneName(name: string): Diagnostic | null {
  const why = gone.get(name);
  return why === undefined ? null : diagnostic("platform-name-gone", {}, { name, why });
}

const oldArmName = diagnostic("platform-name-gone", {}, { name: "isArm", why: gone.get("isArm") ?? "" });

/** Makes reading `isArm` an error that names its three successors; listing names does not show it. */
export function refuseOldArmName<T extends object>(target: T): T {
  return Object.defineProperty(target, "isArm", {
    enumerable: false,
    get: (): never => fail(oldArmName),
  });
}
