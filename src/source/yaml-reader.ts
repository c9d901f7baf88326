// From the nodes of a YAML document to data.
import type { Alias, Node, Pair, Scalar, YAMLMap } from "yaml";
import type * as Yaml from "yaml";
import type { Origin } from "../kernel/origin.ts";
import {
  type DataText,
  describeBigInteger,
  describeNotFinite,
  failDuplicate,
  failSyntax,
  failUnrepresentable,
} from "./data-errors.ts";
import { originAt } from "./position.ts";
import { type ComposedYaml, partSource } from "./yaml-compose.ts";

/** What this file needs of `yaml`. */
export type YamlNodes = Pick<typeof Yaml, "isAlias" | "isMap" | "isScalar" | "isSeq">;

/** How many nodes all aliases of a document may stand for. Aliases of aliases can stand for more than memory holds. */
const maximumRepeated = 1_000_000;

interface Anchor {
  readonly node: Node;
  value: unknown;
  /** How many nodes it stands for; null while it is read. */
  size: number | null;
}

/** A mapping or list that is read in pieces: what is in it so far, one of the two. */
interface Begun {
  readonly list: unknown[];
  readonly mapping: Record<string, unknown>;
  readonly keys: Set<string>;
  /** How many nodes were read. */
  size: number;
}

/** Reads one document. */
export class YamlReader {
  readonly #library: YamlNodes;
  readonly #source: DataText;
  #parts: ComposedYaml["parts"] = new Map();
  /** Collections of which some items were read beforehand, by the offset at which they start. */
  readonly #begun = new Map<number, Begun>();
  // Where an anchor is given again, later aliases mean the later node; nodes are read in the order of the text.
  readonly #anchors = new Map<string, Anchor>();
  #size = 0;
  #repeated = 0;

  constructor(library: YamlNodes, source: DataText) {
    this.#library = library;
    this.#source = source;
  }

  /** The value of a document. */
  readDocument({ contents, parts }: ComposedYaml): unknown {
    this.#parts = parts;
    return this.#read(contents);
  }

  /** Reads the first items of a mapping or list that starts at `offset`. The others follow as one that starts at `rest`. */
  readItems({ contents, parts }: ComposedYaml, offset: number, rest: number): void {
    this.#parts = parts;
    const before = this.#size;
    const begun = this.#begun.get(offset) ?? { list: [], mapping: emptyMapping(), keys: new Set(), size: 0 };
    this.#begun.set(offset, begun);
    if (contents !== null) this.#readContent(contents);
    begun.size += this.#size - before;
    this.#begun.delete(offset);
    this.#begun.set(rest, begun);
  }

  /** The value of a node. */
  #read(node: Node | null): unknown {
    this.#size += 1;
    if (node === null) return null;
    if (this.#library.isAlias(node)) return this.#resolve(node);
    if (node.anchor === undefined) return this.#readContent(node);
    const anchor: Anchor = { node, value: undefined, size: null };
    this.#anchors.set(node.anchor, anchor);
    const before = this.#size;
    anchor.value = this.#readContent(node);
    anchor.size = this.#size - before + (this.#begun.get(offsetOf(node))?.size ?? 0);
    return anchor.value;
  }

  // One method for all kinds of nodes: it calls itself for every level, and each further one would cost stack.
  #readContent(node: Node): unknown {
    if (this.#library.isScalar(node)) {
      const part = node.source === partSource ? this.#parts.get(offsetOf(node)) : undefined;
      return part === undefined ? this.#scalar(node) : this.#read(part);
    }
    const begun = this.#begun.get(offsetOf(node));
    if (this.#library.isSeq(node)) {
      const list = begun?.list ?? [];
      // The cast: nodes that come from a text hold nodes (or nothing), never values.
      for (const item of node.items as readonly (Node | null)[]) list.push(this.#read(item));
      return list;
    }
    const mapping = begun?.mapping ?? emptyMapping();
    const seen = begun?.keys ?? new Set<string>();
    // The casts: what is no scalar, list or alias is a mapping, and see above.
    for (const pair of (node as YAMLMap<Node, Node | null>).items) {
      const key = this.#key(pair);
      if (seen.has(key)) failDuplicate(this.#source, offsetOf(pair.key), key);
      seen.add(key);
      mapping[key] = this.#read(pair.value);
    }
    return mapping;
  }

  #key({ key }: Pair<Node, Node | null>): string {
    const node = this.#library.isAlias(key) ? this.#anchors.get(key.source)?.node : key;
    if (!this.#library.isScalar(node)) {
      return failUnrepresentable(this.#source, this.#origin(key), "a key must be a string, not a list or mapping");
    }
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { node, value: node.value, size: 1 });
    if (node.type === "PLAIN" && node.source === "<<") {
      const problem = "`<<` merges mappings in YAML 1.1 only; write the values themselves, or quote it if it is a name";
      return failUnrepresentable(this.#source, this.#origin(key), problem);
    }
    return typeof node.value === "string" ? node.value : (node.source ?? "");
  }

  #scalar(node: Scalar): unknown {
    const { value, source = "" } = node;
    if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
    if (!Number.isFinite(value)) {
      return failUnrepresentable(this.#source, this.#origin(node), describeNotFinite(source));
    }
    if (!/^[-+]?(?:\d+|0[xo][\da-f]+)$/i.test(source)) return value;
    return failUnrepresentable(this.#source, this.#origin(node), describeBigInteger(source));
  }

  #resolve(alias: Alias): unknown {
    const anchor = this.#anchors.get(alias.source);
    if (anchor === undefined) {
      return failSyntax(this.#source, this.#origin(alias), `no anchor \`&${alias.source}\` stands before this alias`);
    }
    if (anchor.size === null) {
      return failUnrepresentable(
        this.#source,
        this.#origin(alias),
        `\`*${alias.source}\` stands inside the value it repeats`,
      );
    }
    this.#size += anchor.size;
    this.#repeated += anchor.size;
    if (this.#repeated <= maximumRepeated) return anchor.value;
    return failUnrepresentable(
      this.#source,
      this.#origin(alias),
      "up to here, aliases repeat more than a million values",
    );
  }

  #origin(node: Node): Origin {
    return originAt(this.#source.file, this.#source.text, offsetOf(node));
  }
}

function emptyMapping(): Record<string, unknown> {
  return Object.create(null);
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
