// What a path in a module, in a configuration file or on the command line names.
import { realpathSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { moduleExtensions } from "./module-kind.ts";
import { completeShipped, isShipped, modulesPath } from "./modules-path.ts";
import { orNull } from "./or-null.ts";

/**
 * The absolute path that a specifier names: a path, absolute or relative, or a file URL. A relative one hangs off the
 * file `from` that says it; said by what is no file (`<stdin>`, a flag, nobody), it hangs off `folder`. Below the shipped
 * modules the extension is added. Symbolic links are followed, as Node does, so that one file has one path. The file
 * need not exist. `confix/modules/x` is the shipped module x, as in an `import`: data files have no other name for it.
 */
export function resolvePath(specifier: string, from: string | null, folder: string): string {
  const named = namedPath(specifier, from, folder);
  return realPath(named) ?? named;
}

/** The same, but no links are followed. */
export function namedPath(specifier: string, from: string | null, folder: string): string {
  if (specifier === "") failKind(specifier, from);
  const base = from !== null && isAbsolute(from) ? dirname(from) : folder;
  const absolute = specifier.startsWith(shippedPrefix)
    ? resolve(modulesPath, specifier.slice(shippedPrefix.length))
    : resolve(base, toPath(specifier, from));
  return isShipped(absolute) ? completeShipped(absolute) : absolute;
}

/** The path of a file or folder without any symbolic link on the way; null: there is none, or nobody may look. */
export function realPath(path: string): string | null {
  return orNull(() => realpathSync.native(path));
}

/** How user modules name what lies below the shipped modules. */
export const shippedPrefix = "confix/modules/";

function toPath(specifier: string, from: string | null): string {
  if (specifier.startsWith("file:")) {
    try {
      return fileURLToPath(specifier);
    } catch {
      return failKind(specifier, from);
    }
  }
  // A drive letter is one letter; two and more are the scheme of a URL.
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(specifier) ? failKind(specifier, from) : specifier;
}

function failKind(specifier: string, from: string | null): never {
  const place = from === null ? {} : { origin: { file: from } };
  fail(diagnostic("unsupported-file", place, { file: specifier, supported: moduleExtensions }));
}
