// The folder of this package, what it says of itself, and where the packages are that it needs.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);

/** The folder with the package.json of Confix. */
export const packageRoot: string = findRoot(dirname(here));

/** The folder of what runs: the package's own, or the `dist` in it that the build made. */
export const codeRoot: string = here.startsWith(join(packageRoot, "dist") + sep)
  ? join(packageRoot, "dist")
  : packageRoot;

/** Whether this is the command as it was built, not the library. */
export const isCommand: boolean = here.startsWith(join(codeRoot, "src", "cli") + sep);

interface PackageJson {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The version of this package. */
export function packageVersion(): string {
  return readPackageJson().version;
}

/**
 * The folders that hold the packages that Confix needs, as Node looks for them: in `node_modules` of every folder above,
 * by the name they have there and by their real path.
 */
export function dependencyFolders(): readonly string[] {
  const names = Object.keys(readPackageJson().dependencies);
  const folders = foldersAbove(packageRoot).flatMap((folder) =>
    names.map((name) => join(folder, "node_modules", name)),
  );
  return folders.filter((folder) => existsSync(folder)).flatMap((folder) => [folder, realpathSync.native(folder)]);
}

// Looked for, not counted: a build may put code into other folders than the source has. Not every package.json is of a
// package: the build has one that only says which kind of script the command is.
function findRoot(folder: string): string {
  const isBuiltCommand = folder.endsWith(join("dist", "src", "cli"));
  return !isBuiltCommand && existsSync(join(folder, "package.json")) ? folder : findRoot(dirname(folder));
}

/** A folder and all above it, nearest first. */
export function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

function readPackageJson(): PackageJson {
  // The cast: it is our own file.
  return JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as PackageJson;
}
