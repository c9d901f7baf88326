// Tells whether one platform runs programs built for another, without an emulator.
import { architectures } from "./architectures.ts";
import { isCompatible } from "./compatible.ts";
import type { Platform } from "./platform.ts";
import { requirePlatforms } from "./require-platform.ts";

/**
 * Whether `host` runs programs built for `target`, both elaborated platforms.
 *
 * The CPU must be compatible and the kernel the same; Android stands apart from other Linux. If
 * the target's programs are built for a micro-architecture of the same CPU (`gcc.arch`), the host
 * must say that it has it, or one that runs its programs.
 *
 * Throws `system-wrong-kind` for anything but an elaborated platform.
 */
export function canExecute(host: Platform, target: Platform): boolean {
  requirePlatforms(host, target);
  return (
    host.isAndroid === target.isAndroid &&
    isCompatible(host, target) &&
    host.parsed.kernel.name === target.parsed.kernel.name &&
    hasArchitectureFor(host, target)
  );
}

/** Another CPU that is compatible at all has every instruction the older one may have. */
function hasArchitectureFor(host: Platform, target: Platform): boolean {
  if (host.parsed.cpu.name !== target.parsed.cpu.name || target.gcc.arch === undefined) return true;
  return host.gcc.arch !== undefined && architectures.canExecute(host.gcc.arch, target.gcc.arch);
}
