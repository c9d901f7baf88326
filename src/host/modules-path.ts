// Where the shipped modules are, and how a file below them is found by its name without extension.
import { existsSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { codeRoot, isCommand, packageRoot } from "./package-root.ts";

/** The absolute path of the folder of shipped modules. Files below it are named without extension. */
export const modulesPath: string = join(codeRoot, "modules");

/** Whether the shipped modules are built: JavaScript that Node runs by itself. In the repository they are TypeScript. */
export const isBuilt: boolean = codeRoot !== packageRoot;

/**
 * Whether Node itself runs the shipped modules, and gives them the Confix that runs. Not in the command, which is built as
 * one script: there, `confix` would be another copy to Node.
 */
export const isNodesOwn: boolean = isBuilt && !isCommand;

const extension = isBuilt ? ".js" : ".ts";

/** Whether an absolute path lies in the folder of shipped modules. */
export function isShipped(path: string): boolean {
  return path.startsWith(modulesPath + sep);
}

/** The file that a path below the shipped modules names; the path itself if it names none. */
export function completeShipped(path: string): string {
  if (existsSync(path) && statSync(path).isFile()) return path;
  const candidates = [path + extension, `${path}${sep}index${extension}`];
  return candidates.find((candidate) => existsSync(candidate)) ?? path;
}
