// Finds what a host needs to run programs built for another platform.
import { canExecute } from "./can-execute.ts";
import type { Platform } from "./platform.ts";
import { requirePlatforms } from "./require-platform.ts";

/** How a host runs the programs of a target. */
export type Emulator =
  | {
      /** It runs them itself. */
      readonly kind: "native";
      readonly program: null;
      readonly arguments: readonly string[];
      readonly package: null;
    }
  | {
      /** It needs a program to run them: `program`, then `arguments`, then what is to be run. */
      readonly kind: "emulated";
      readonly program: string;
      readonly arguments: readonly string[];
      /** The package of nixpkgs that has the program. */
      readonly package: string;
    };

/**
 * How `host` runs programs built for `target`: itself, with an emulator, or null if no way is
 * known. Both are elaborated platforms; throws `system-wrong-kind` for anything else.
 */
export function emulator(host: Platform, target: Platform): Emulator | null {
  requirePlatforms(host, target);
  if (canExecute(host, target)) return native;
  if (target.isWindows) return emulated("wine", `wine${target.parsed.cpu.bits}`);
  if (target.isLinux && host.isLinux && target.qemuArch !== null) {
    return emulated(`qemu-${target.qemuArch}`, "qemu-user");
  }
  if (target.isWasi) return emulated("wasmtime", "wasmtime");
  if (target.isGhcjs) return emulated("node", "nodejs-slim");
  if (target.isMmix) return emulated("mmix", "mmixware");
  return null;
}

const native: Emulator = Object.freeze({ kind: "native", program: null, arguments: Object.freeze([]), package: null });

function emulated(program: string, packageName: string): Emulator {
  return Object.freeze({ kind: "emulated", program, arguments: Object.freeze([]), package: packageName });
}
