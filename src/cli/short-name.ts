// How files are called in what people read.
import { isAbsolute, relative } from "node:path";

/** A file below the current directory by its path from there; any other as it is. */
export function shortName(file: string, cwd: string): string {
  if (!isAbsolute(file)) return file;
  const short = relative(cwd, file);
  return short === "" || short.startsWith("..") || isAbsolute(short) ? file : short;
}
