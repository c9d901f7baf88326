// Finds Nix and nixpkgs' library on this machine.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of nixpkgs' library, or what is missing, and where to get it. */
export function findNix(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly library: string } | { readonly missing: string } {
  const env = { ...environment };
  for (const command of ["nix-instantiate", "nix"]) {
    if (spawnSync(command, ["--version"], { env, stdio: "ignore" }).status !== 0) {
      return { missing: `\`${command}\` does not run: Nix is needed, for instance Debian's package nix-bin.` };
    }
  }
  const library = environment["NIXPKGS_LIB"];
  if (library === undefined || library === "") {
    return {
      missing:
        "The environment variable NIXPKGS_LIB is not set: it names the folder of nixpkgs that holds lib/default.nix as default.nix.",
    };
  }
  if (!existsSync(join(library, "default.nix"))) {
    return { missing: `NIXPKGS_LIB is ${JSON.stringify(library)}, and no default.nix is there.` };
  }
  return { library: resolve(library) };
}
