// What the hosts of a fleet are called, and their results.
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { failFlag } from "../given-modules.ts";

/** A host by its name. */
export interface NamedHost {
  /** Unique among the hosts, with `/` between folders. */
  readonly name: string;
  /** The module file, by its absolute path. */
  readonly file: string;
  /** The file of the result, by its absolute path. */
  readonly target: string;
}

/**
 * Names hosts after their files, without extension. If two of them would have one name, all keep the folders below the one
 * that is common to them. Throws a ConfixError if that does not tell them apart either, or if a result would take the place
 * of one of `inputs`, module files by their absolute paths.
 */
export function nameHosts(
  files: readonly string[],
  {
    folder,
    extension,
    inputs,
  }: { readonly folder: string; readonly extension: string; readonly inputs: readonly string[] },
): readonly NamedHost[] {
  const short = files.map((file) => stem(basename(file)));
  const names = new Set(short).size === files.length ? short : files.map(below(commonFolder(files)));
  const known = new Map<string, string>();
  const read = new Set(inputs);
  return files.map((file, at) => {
    const name = names[at] ?? file;
    const target = resolve(folder, ...`${name}.${extension}`.split("/"));
    const other = known.get(target);
    if (other !== undefined) failFlag(`the results of \`${other}\` and \`${file}\` would both be \`${target}\``, []);
    known.set(target, file);
    if (read.has(target)) failFlag(`the result of \`${file}\` would overwrite the module \`${target}\``, []);
    return { name, file, target };
  });
}

function stem(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

function below(folder: string): (file: string) => string {
  return (file) => join(relative(folder, dirname(file)), stem(basename(file))).replaceAll(sep, "/");
}

function commonFolder(files: readonly string[]): string {
  const [first = "", ...others] = files.map((file) => dirname(file));
  return others.reduce((common, folder) => {
    let shared = common;
    while (folder !== shared && !folder.startsWith(shared.endsWith(sep) ? shared : shared + sep))
      shared = dirname(shared);
    return shared;
  }, first);
}
