// Lists and reads the files of this repository.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The absolute path of the top of the repository. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** The TypeScript and JavaScript files below `folders`, sorted, named from the top of the repository with `/`. */
export function listSources(...folders: readonly string[]): readonly string[] {
  return listFiles(...folders).filter((file) => /\.[cm]?[jt]s$/.test(file));
}

/** All files below those of `folders` that exist, except fixtures, which are data of the test beside them. */
export function listFiles(...folders: readonly string[]): readonly string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => posix.join(entry.parentPath.slice(root.length).split(sep).join("/"), entry.name)),
    )
    .filter((file) => !file.split("/").some((name) => name === "fixtures" || name === "node_modules"))
    .toSorted();
}

/** The text of a file named from the top of the repository. */
export function readText(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** File → text, for `files`. */
export function readTexts(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file, readText(file)]));
}
