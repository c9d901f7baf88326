// The places in a JSON text.
import type { Node, ParseError } from "jsonc-parser";
import type * as Jsonc from "jsonc-parser";
import type { DataText } from "./data-errors.ts";
import { type DataMember, type DataNode, leafNode, listNode, mappingNode } from "./data-node.ts";
import type { Span } from "./text-place.ts";

/** What this file needs of `jsonc-parser`. */
export type JsoncTreeLibrary = Pick<typeof Jsonc, "parseTree">;

/** The places in a JSON text, with or without comments; null if it is not correct. */
export function readJsonNodes(library: JsoncTreeLibrary, { text, format }: DataText): DataNode | null {
  const errors: ParseError[] = [];
  const options = format === "jsonc" ? { allowTrailingComma: true } : { disallowComments: true };
  const root = library.parseTree(text, errors, options);
  return root === undefined || errors.length > 0 ? null : convert(root);
}

function convert(node: Node): DataNode {
  const children = node.children ?? [];
  if (node.type === "array") return listNode(spanOf(node), children.map(convert));
  if (node.type !== "object") return leafNode(spanOf(node));
  const members = new Map<string, DataMember>();
  for (const { children: [key, value] = [] } of children) {
    if (key === undefined || value === undefined) continue;
    members.set(String(key.value), { key: spanOf(key), node: convert(value) });
  }
  return mappingNode(spanOf(node), members);
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}
