// Where values are written in a data file.
import { isConfixError } from "../diagnostics/errors.ts";
import type { DataText } from "./data-errors.ts";
import type { DataMember, DataNode, DataPlace } from "./data-node.ts";
import { readJsonNodes, type JsoncTreeLibrary } from "./json-places.ts";
import { TextLines, type TextPlace } from "./text-place.ts";
import { readTomlNodes } from "./toml-places.ts";
import type { TomlLibrary } from "./toml.ts";
import type { YamlLibrary } from "./yaml.ts";
import { readYamlNodes } from "./yaml-places.ts";

export type { DataPlace } from "./data-node.ts";

/** The parsers that places need, each asked for only when a text of its format is looked at. */
export interface PlaceLibraries {
  jsonc(): JsoncTreeLibrary;
  toml(): TomlLibrary;
  yaml(): YamlLibrary;
}

/** The places in a data file that was parsed once. */
export interface DataPlaces {
  /**
   * The place of the value at a path: names of members, and positions of elements as text, from 0. What an alias stands
   * for is written at the alias; what is in it, at its anchor.
   */
  place(path: readonly string[]): DataPlace;
  /** The places of all values that stand under such a name, at any depth. */
  named(isWanted: (name: string) => boolean): readonly TextPlace[];
}

/** Parses a data file for its places. Null if it is not correct, or empty: `parseData` says what is wrong. */
export function placesOfData(libraries: PlaceLibraries, source: DataText): DataPlaces | null {
  try {
    const root = readNodes(libraries, source);
    return root === null ? null : new PlacesInTree(source.text, root);
  } catch (error) {
    // Nested too deeply, for the parser or for Confix.
    if (error instanceof RangeError || isConfixError(error)) return null;
    throw error;
  }
}

function readNodes(libraries: PlaceLibraries, source: DataText): DataNode | null {
  switch (source.format) {
    case "json":
    case "jsonc":
      return readJsonNodes(libraries.jsonc(), source);
    case "toml":
      return readTomlNodes(libraries.toml(), source);
    case "yaml":
      return readYamlNodes(libraries.yaml(), source);
  }
}

class PlacesInTree implements DataPlaces {
  readonly #lines: TextLines;
  readonly #root: DataNode;

  constructor(text: string, root: DataNode) {
    this.#lines = new TextLines(text);
    this.#root = root;
  }

  place(path: readonly string[]): DataPlace {
    let at: { readonly key: DataMember["key"] | null; readonly node: DataNode } = { key: null, node: this.#root };
    let exact = true;
    for (const name of path) {
      const next: typeof at | undefined = at.node.members.get(name) ?? elementOf(at.node, name);
      exact = next !== undefined;
      if (next === undefined) break;
      at = next;
    }
    const key = at.key === null ? null : this.#lines.place(at.key);
    return { ...this.#lines.place(at.node.span), exact, key };
  }

  named(isWanted: (name: string) => boolean): readonly TextPlace[] {
    const members = [...nodesIn(this.#root)].flatMap((node) => [...node.members]);
    return members.filter(([name]) => isWanted(name)).map(([, { node }]) => this.#lines.place(node.span));
  }
}

// What an alias stands for is met more than once.
function nodesIn(root: DataNode): ReadonlySet<DataNode> {
  const found = new Set([root]);
  for (const { members, items } of found) {
    for (const { node } of members.values()) found.add(node);
    for (const item of items) found.add(item);
  }
  return found;
}

function elementOf(node: DataNode, name: string): { readonly key: null; readonly node: DataNode } | undefined {
  const element = /^\d+$/.test(name) ? node.items[Number(name)] : undefined;
  return element === undefined ? undefined : { key: null, node: element };
}
