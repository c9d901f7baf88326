// The module files of a fleet: as the command line names them, patterns among them expanded.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { compareNames } from "../../kernel/path.ts";
import { resolvePath } from "../../host/resolve-path.ts";
import { failFlag } from "../given-modules.ts";

/**
 * The absolute paths of the hosts, in the order of the command line, each once. Links are not followed: a host is called by
 * the name of the link. The shell expands patterns; one that comes quoted, or from where there is no shell, is expanded
 * here. Throws a ConfixError if it matches nothing.
 */
export async function findHosts(named: readonly string[], cwd: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of named) {
    if (name === "-") failFlag("`-` is no host: results are named after files", []);
    found.push(...(await expand(name, cwd)));
  }
  return [...new Set(found)];
}

async function expand(name: string, cwd: string): Promise<readonly string[]> {
  const path = name.startsWith("file:") ? resolvePath(name, null, cwd) : resolve(cwd, name);
  // A file may be called like a pattern.
  if (existsSync(path)) return [path];
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(name)) return [path]; // That it is missing is told where it is loaded.
  const files = await glob(name, { cwd, absolute: true, expandDirectories: false, ignore: "**/node_modules/**" });
  if (files.length === 0) failFlag(`\`--fleet ${name}\` matches no file`, []);
  return files.toSorted(compareNames).map((file) => resolve(cwd, file));
}
