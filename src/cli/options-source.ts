// How documentation names source files, and where they can be seen.
import { relative, sep } from "node:path";
import { isShipped, modulesPath } from "../host/modules-path.ts";
import { shortName } from "./short-name.ts";

/** Names of files in documentation, and their addresses. */
export interface SourceNames {
  readonly nameOf: (file: string) => string;
  /** From such a name; null: nobody said where. */
  readonly urlOf: (name: string) => string | null;
}

/**
 * Names from the current directory where a file is below it, so that they are the same on every machine; a shipped module
 * as one imports it. `sourceUrl` is what the names go on from: `https://example.org/blob/main/`.
 */
export function sourceNames(cwd: string, sourceUrl: string | null): SourceNames {
  return {
    nameOf: (file) => (isShipped(file) ? shippedName(file) : shortName(file, cwd).replaceAll(sep, "/")),
    urlOf: (name) => {
      if (sourceUrl === null || name.startsWith(shippedPrefix) || !/^[^/<:]+(\/|$)/.test(name)) return null;
      const path = name.split("/").map(encodeURIComponent).join("/");
      return `${sourceUrl.replace(/\/+$/, "")}/${path}`;
    },
  };
}

const shippedPrefix = "confix/modules/";

function shippedName(file: string): string {
  const path = relative(modulesPath, file).replaceAll(sep, "/");
  return shippedPrefix + path.replace(/(\/index)?\.[cm]?[jt]s$/, "");
}
