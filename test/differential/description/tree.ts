// Paths with what stands at them, as a tree.

export type Tree<T> =
  | { readonly kind: "leaf"; readonly value: T }
  | { readonly kind: "set"; readonly children: ReadonlyMap<string, Tree<T>> };

interface OpenSet<T> {
  readonly kind: "set";
  readonly children: Map<string, OpenSet<T> | { readonly kind: "leaf"; readonly value: T }>;
}

/** A tree of what stands at paths none of which leads through another. */
export function treeOf<T>(items: readonly (readonly [path: readonly string[], value: T])[]): Tree<T> {
  const root: OpenSet<T> = { kind: "set", children: new Map() };
  for (const [path, value] of items) {
    let set = root;
    for (const name of path.slice(0, -1)) {
      let next = set.children.get(name);
      if (next === undefined) {
        next = { kind: "set", children: new Map() };
        set.children.set(name, next);
      }
      if (next.kind === "leaf") throw new Error(`${path.join(".")} leads through another`);
      set = next;
    }
    const last = path.at(-1);
    if (last === undefined || set.children.has(last)) throw new Error(`${path.join(".")} stands twice`);
    set.children.set(last, { kind: "leaf", value });
  }
  return root;
}
