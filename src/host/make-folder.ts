// Makes a folder with all that it lies in.
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and the folders above it that are missing; `mode` says who may use them, by default all that the system
 * lets. Throws what the system says. Node 20's own way never comes to its end where the system says of a folder that is
 * there that nothing is, when one is to be made in it: so it is below /proc.
 */
export function makeFolder(folder: string, mode: number = 0o777): void {
  if (isMade(folder, mode)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  // Meanwhile somebody else may have made it. If something is still missing, the system says so.
  if (!isMade(folder, mode)) mkdirSync(folder, { mode });
}

// Whether it is there now; else something above it is missing.
function isMade(folder: string, mode: number): boolean {
  try {
    mkdirSync(folder, { mode });
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") return false;
    if (code !== "EEXIST" || !statSync(folder).isDirectory()) throw error;
    return true;
  }
}
