// A data file as a tree of places.
import type { Span, TextPlace } from "./text-place.ts";

/** A value in a data file, and what is in it. */
export interface DataNode {
  readonly span: Span;
  /** The members of a mapping by name; empty for what is none. */
  readonly members: ReadonlyMap<string, DataMember>;
  /** The elements of a list; empty for what is none. */
  readonly items: readonly DataNode[];
}

/** A member of a mapping. */
export interface DataMember {
  /** The key as it is written. */
  readonly key: Span;
  readonly node: DataNode;
}

/**
 * A place in a data file: that of a value. `exact`: it is the value that was asked for; otherwise there is none, and this
 * is the nearest around it.
 */
export interface DataPlace extends TextPlace {
  readonly exact: boolean;
  /** The key under which the value stands, null for the document and for elements of lists. */
  readonly key: TextPlace | null;
}

const noMembers: ReadonlyMap<string, DataMember> = new Map();

/** A value that has neither members nor elements. */
export function leafNode(span: Span): DataNode {
  return { span, members: noMembers, items: [] };
}

/** A list. */
export function listNode(span: Span, items: readonly DataNode[]): DataNode {
  return { span, members: noMembers, items };
}

/** A mapping. */
export function mappingNode(span: Span, members: ReadonlyMap<string, DataMember>): DataNode {
  return { span, members, items: [] };
}
