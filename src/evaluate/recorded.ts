// What explaining an evaluation needs of it.
import type { Path } from "../kernel/path.ts";
import type { Explained, Found } from "../model/machine.ts";
import type { Definition } from "../model/definition.ts";
import { Level } from "./6-assemble/level.ts";
import type { Fixpoint } from "./evaluate.ts";
import { Recording } from "./explain/recording.ts";

/** A recording of an evaluation that is still to be made. */
export function newRecording(): Recording {
  return new Recording();
}

/** An evaluation, as recordings take note of it. */
export function explained(fixpoint: Fixpoint): Explained {
  return { machine: fixpoint, find: (path) => findOption(fixpoint, path) };
}

function findOption(fixpoint: Fixpoint, path: Path): Found | null {
  let level = fixpoint.root;
  for (const [at, name] of path.entries()) {
    const length = at + 1;
    const child = level.child(name);
    if (child === null) return openName(fixpoint, level.pushed().get(name) ?? [], length);
    if (!(child instanceof Level)) {
      return { length, cell: child, given: () => child.given(), type: () => child.merged().type };
    }
    level = child;
  }
  return null;
}

function openName(fixpoint: Fixpoint, given: readonly Definition[], length: number): Found | null {
  if (given.length === 0) return null;
  return { length, cell: null, given: () => given, type: () => fixpoint.freeformType() };
}
