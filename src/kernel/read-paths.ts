// By which paths code may read an option: its own, or, in a submodule, what is left of it there.
import type { Path } from "./path.ts";

/**
 * The paths that `reader` may call `read` by, the whole one first: code in a submodule reads options of its own by paths that
 * begin there.
 */
export function pathsOfRead(reader: Path, read: Path): readonly Path[] {
  const shared = read.findIndex((name, at) => name !== reader[at]);
  const common = shared === -1 ? read.length - 1 : shared;
  return Array.from({ length: common + 1 }, (_, at) => read.slice(at));
}
