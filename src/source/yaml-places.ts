// The places in a YAML text.
import type { Alias, Node, YAMLMap } from "yaml";
import type { DataText } from "./data-errors.ts";
import { type DataMember, type DataNode, leafNode, listNode, mappingNode } from "./data-node.ts";
import type { Span } from "./text-place.ts";
import { composeYaml, type ComposedYaml, partSource } from "./yaml-compose.ts";
import type { YamlLibrary } from "./yaml.ts";

// The library's nodes of a whole text take some sixty times the room of the text.
const maximumLength = 5_000_000;

/** The places in a YAML text of one document; null if it is not correct, or empty, or too large to be looked at as a whole. */
export function readYamlNodes(library: YamlLibrary, source: DataText): DataNode | null {
  if (source.text.length > maximumLength) return null;
  const { contents, parts, problems, secondDocument } = composeYaml(
    library,
    source,
    [...new library.Parser().parse(source.text)],
    1,
  );
  if (contents === null || problems.length > 0 || secondDocument !== null) return null;
  return new YamlPlaces(library, source.text, parts).read(contents);
}

interface Anchored {
  readonly node: DataNode;
  /** What it is as a key; null for what is no scalar. */
  readonly key: string | null;
}

class YamlPlaces {
  readonly #library: YamlLibrary;
  readonly #text: string;
  readonly #parts: ComposedYaml["parts"];
  // Where an anchor is given again, later aliases mean the later node; nodes are read in the order of the text.
  readonly #anchors = new Map<string, Anchored>();

  constructor(library: YamlLibrary, text: string, parts: ComposedYaml["parts"]) {
    this.#library = library;
    this.#text = text;
    this.#parts = parts;
  }

  read(node: Node): DataNode {
    if (this.#library.isAlias(node)) return this.#alias(node);
    const read = this.#content(node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { node: read, key: this.#textOf(node) });
    return read;
  }

  #content(node: Node): DataNode {
    if (this.#library.isScalar(node)) {
      const part = node.source === partSource ? this.#parts.get(rangeOf(node).start) : undefined;
      return part === undefined || part === null ? leafNode(this.#spanOf(node)) : this.read(part);
    }
    if (this.#library.isSeq(node)) {
      // The cast: nodes that come from a text hold nodes (or nothing), never values.
      const items = (node.items as readonly (Node | null)[]).map((item) =>
        item === null ? leafNode(this.#spanOf(node)) : this.read(item),
      );
      return listNode(this.#around(node, items.at(-1)?.span.end), items);
    }
    // The cast: what is no scalar, list or alias is a mapping, and see above.
    return this.#mapping(node as YAMLMap<Node, Node | null>);
  }

  #mapping(node: YAMLMap<Node, Node | null>): DataNode {
    const members = new Map<string, DataMember>();
    const merged: DataNode[] = [];
    let end = 0;
    for (const { key, value } of node.items) {
      const name = this.#keyOf(key);
      const span = this.#spanOf(key);
      const read = value === null ? leafNode(span) : this.read(value);
      // A value that is not there is shown by its key.
      const member = { key: span, node: read.span.end > read.span.start ? read : leafNode(span) };
      end = Math.max(span.end, member.node.span.end);
      if (this.#isMerge(key)) merged.push(...(read.items.length > 0 ? read.items : [read]));
      else if (name !== null) members.set(name, member);
    }
    // What is written in the mapping itself wins over what is merged into it, and earlier over later.
    for (const { members: others } of merged) {
      for (const [name, member] of others) if (!members.has(name)) members.set(name, member);
    }
    return mappingNode(this.#around(node, end), members);
  }

  #alias(alias: Alias): DataNode {
    const span = this.#spanOf(alias);
    const anchored = this.#anchors.get(alias.source);
    return anchored === undefined ? leafNode(span) : { ...anchored.node, span };
  }

  #keyOf(key: Node): string | null {
    if (this.#library.isAlias(key)) return this.#anchors.get(key.source)?.key ?? null;
    const name = this.#textOf(key);
    if (key.anchor !== undefined) this.#anchors.set(key.anchor, { node: leafNode(this.#spanOf(key)), key: name });
    return name;
  }

  #textOf(node: Node): string | null {
    if (!this.#library.isScalar(node)) return null;
    return typeof node.value === "string" ? node.value : (node.source ?? "");
  }

  #isMerge(key: Node): boolean {
    return this.#library.isScalar(key) && key.type === "PLAIN" && key.source === "<<";
  }

  #spanOf(node: Node): Span {
    const { start, end } = rangeOf(node);
    // Text in a block ends with a line end, which nobody would underline.
    return { start, end: start + this.#text.slice(start, end).trimEnd().length };
  }

  // In blocks the library counts what follows the last member as well, such as comments.
  #around(node: Node, lastEnd: number | undefined): Span {
    const { start, end } = this.#spanOf(node);
    const isFlow = "flow" in node && node.flow === true;
    return { start, end: isFlow || lastEnd === undefined ? end : Math.max(start, Math.min(end, lastEnd)) };
  }
}

function rangeOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
