// The program as `npm run build` made it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/host/package-root.ts";

/** The file of the program. Throws if it is not there: `npm test` builds before it tests. */
export function builtProgram(): string {
  const file = join(packageRoot, "dist/src/cli/bin.js");
  if (!existsSync(file)) throw new Error("dist/ is missing: `npm run build` comes first");
  return file;
}
