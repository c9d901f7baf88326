// The places in a TOML text. smol-toml, which checks the text, does not tell them.
import type { DataText } from "./data-errors.ts";
import { maximumDepth } from "./data-errors.ts";
import type { DataNode } from "./data-node.ts";
import { TomlScanner, type WrittenKey } from "./toml-scanner.ts";
import type { TomlLibrary } from "./toml.ts";

interface TableMember {
  readonly key: WrittenKey["span"];
  readonly node: DataNode;
}

// A table that grows while the text is read; to those who ask for places it is a node like others.
class GrowingNode implements DataNode {
  readonly members = new Map<string, TableMember>();
  readonly items: DataNode[] = [];
  readonly #start: number;
  #end: number;

  constructor({ start, end }: WrittenKey["span"]) {
    this.#start = start;
    this.#end = end;
  }

  get span(): WrittenKey["span"] {
    return { start: this.#start, end: this.#end };
  }

  /** Takes a part of the text in that comes later. */
  extend(end: number): void {
    this.#end = Math.max(this.#end, end);
  }

  /** The table under a name, made if it is not there yet; of a list of tables the last. */
  table(key: WrittenKey): GrowingNode {
    const known = this.members.get(key.name)?.node;
    const last = known?.items.at(-1) ?? known;
    if (last instanceof GrowingNode) return last;
    const made = new GrowingNode(key.span);
    this.members.set(key.name, { key: key.span, node: made });
    return made;
  }

  /** A new table in the list of tables under a name. */
  append(key: WrittenKey): GrowingNode {
    const known = this.members.get(key.name)?.node;
    const list = known instanceof GrowingNode ? known : new GrowingNode(key.span);
    if (list !== known) this.members.set(key.name, { key: key.span, node: list });
    const table = new GrowingNode(key.span);
    list.items.push(table);
    return table;
  }
}

/** The places in a TOML text; null if it is not correct. A table reaches from its header to its last value. */
export function readTomlNodes(library: TomlLibrary, { text }: DataText): DataNode | null {
  try {
    library.parse(text, { integersAsBigInt: "asNeeded", maxDepth: maximumDepth });
  } catch (error) {
    if (error instanceof library.TomlError) return null;
    throw error;
  }
  return new TomlPlaces(text).read();
}

class TomlPlaces {
  readonly #scanner: TomlScanner;
  readonly #root: GrowingNode;

  constructor(text: string) {
    this.#scanner = new TomlScanner(text);
    this.#root = new GrowingNode({ start: 0, end: text.length });
  }

  read(): DataNode {
    const scanner = this.#scanner;
    let tables: readonly GrowingNode[] = [this.#root];
    for (scanner.skip(); !scanner.isAtEnd; scanner.skip()) {
      if (scanner.peek() === "[") tables = this.#header();
      else this.#pair(tables);
    }
    return this.#root;
  }

  // The table that a header names, after those around it.
  #header(): readonly GrowingNode[] {
    const { keys, isList } = this.#scanner.header();
    const tables = [this.#root];
    for (const [index, key] of keys.entries()) {
      const around = tables.at(-1) ?? this.#root;
      const table = isList && index === keys.length - 1 ? around.append(key) : around.table(key);
      table.extend(key.span.end);
      tables.push(table);
    }
    return tables;
  }

  #pair(around: readonly GrowingNode[]): void {
    this.#insert(this.#scanner.keys(), around);
  }

  // Reads the value that follows dotted keys, and puts it in.
  #insert(keys: readonly WrittenKey[], around: readonly GrowingNode[]): void {
    const tables = [...around];
    for (const key of keys.slice(0, -1)) tables.push((tables.at(-1) ?? this.#root).table(key));
    const key = keys.at(-1);
    if (key === undefined) return;
    this.#scanner.equals();
    const node = this.#value();
    tables.at(-1)?.members.set(key.name, { key: key.span, node });
    for (const table of tables) table.extend(node.span.end);
  }

  #value(): DataNode {
    const scanner = this.#scanner;
    const start = scanner.at;
    if (scanner.peek() !== "[" && scanner.peek() !== "{") return new GrowingNode({ start, end: scanner.scalar() });
    const isList = scanner.peek() === "[";
    const node = new GrowingNode({ start, end: start });
    scanner.take();
    for (scanner.skip(); !scanner.isAtEnd && scanner.peek() !== "]" && scanner.peek() !== "}"; scanner.skip()) {
      if (scanner.peek() === ",") scanner.take();
      else if (isList) node.items.push(this.#value());
      else this.#insert(scanner.keys(), [node]);
    }
    scanner.take();
    node.extend(scanner.at);
    return node;
  }
}
