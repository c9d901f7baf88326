// Hands the modules of a group out as files, so that paths, keys and the places in messages are those of files.
import { posix } from "node:path";
import type { ModuleLoader } from "confix";
import type { ModuleItem } from "../../src/model/typed.ts";

/** The folder in which all files of a group seem to lie; also `modulesPath`. */
export const folder = "/conformance";

const extension = ".ts";

/** The path of a file. */
export function pathOf(name: string): string {
  return posix.join(folder, name + extension);
}

/** The name of a file by its path; what is no path of a file stays as it is. */
export function nameOf(file: string): string {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1).replace(extension, "") : file;
}

/** Loads files that are given as values. */
export class Files implements ModuleLoader {
  readonly #files: Readonly<Record<string, ModuleItem>>;

  constructor(files: Readonly<Record<string, ModuleItem>>) {
    this.#files = files;
  }

  resolve(specifier: string, from: string | null): string {
    const path = posix.resolve(from === null ? folder : posix.dirname(from), specifier);
    return path.endsWith(extension) ? path : path + extension;
  }

  load(path: string): unknown {
    const name = nameOf(path);
    if (!Object.hasOwn(this.#files, name)) throw new Error(`the group has no file ${path}`);
    return this.#files[name];
  }
}
