// Scripts that Node runs by itself, CommonJS: which others they require, and how it is made to run them again.
import { createRequire, type Module } from "node:module";

// Node has one cache for all, whoever asks for it.
const { cache } = createRequire(import.meta.url);

/** Whether a file is part of a package that somebody installed; what Node has run of these, it keeps. */
export function isInstalled(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file);
}

/** Who requires whom, from one script on: pairs of a file and the one that requires it. Without packages. */
export function requiredBy(file: string): readonly (readonly [file: string, by: string])[] {
  const root = cache[file];
  const found: (readonly [string, string])[] = [];
  const seen = new Set<Module>(root === undefined || isInstalled(file) ? [] : [root]);
  for (const module of seen) {
    for (const child of module.children) {
      if (isInstalled(child.filename)) continue;
      found.push([child.filename, module.filename]);
      seen.add(child);
    }
  }
  return found;
}

/** Lets Node run scripts anew when they are asked for again. */
export function forgetByNode(files: Iterable<string>): void {
  for (const file of files) if (!isInstalled(file)) Reflect.deleteProperty(cache, file);
}
