// The definitions of a module by the places they go to, as one writes them into `config`.
import type { WorkDefinition } from "../workload/document.ts";

/** A place in `config`. */
export interface Place {
  readonly definitions: readonly WorkDefinition[];
  readonly below: ReadonlyMap<string, Place>;
}

interface OpenPlace {
  readonly definitions: WorkDefinition[];
  readonly below: Map<string, OpenPlace>;
}

/** The root of the tree of these definitions. */
export function definitionTree(definitions: readonly WorkDefinition[]): Place {
  const root: OpenPlace = { definitions: [], below: new Map() };
  for (const definition of definitions) {
    let place = root;
    for (const name of definition.path) {
      let next = place.below.get(name);
      if (next === undefined) {
        next = { definitions: [], below: new Map() };
        place.below.set(name, next);
      }
      place = next;
    }
    place.definitions.push(definition);
  }
  return root;
}
