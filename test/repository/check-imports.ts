// Compares the imports of a set of sources with the import table, and finds what is reachable from a file.
import { posix } from "node:path";
import { importTable } from "./import-table.ts";
import type { Row } from "./import-table.ts";
import { placeOf } from "./parts.ts";
import { readImports } from "./read-imports.ts";
import type { Import } from "./read-imports.ts";

/** The sources to check: file (from the top of the repository, with `/`) → text. */
export type Sources = ReadonlyMap<string, string>;

/** Every import that the table does not allow, as `file:line …`; empty when the house is in order. */
export function checkImports(sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, text]) => {
    const here = placeOf(file);
    if (here === undefined) return [`${file}:1 belongs to no part of the import table`];
    return readImports(file, text).flatMap((found) => {
      const complaint = complain(sources, file, found);
      return complaint === undefined ? [] : [`${file}:${found.line} ${complaint}`];
    });
  });
}

function complain(sources: Sources, file: string, { specifier }: Import): string | undefined {
  const here = placeOf(file);
  if (here === undefined) return undefined;
  const row: Row = importTable[here.part];
  if (specifier === null) return row.builtins === true ? undefined : `${here.unit} computes what it imports`;
  if (specifier.startsWith("node:")) return row.builtins === true ? undefined : `${here.unit} imports ${specifier}`;
  if (!specifier.startsWith(".")) {
    const allowed = row.packages?.some((name) => matches(name, specifier)) ?? false;
    return allowed ? undefined : `${here.unit} imports the package ${specifier}`;
  }
  const target = resolve(file, specifier);
  if (!sources.has(target)) return `imports ${specifier}, which is no source file here`;
  const there = placeOf(target);
  if (there === undefined || there.unit === here.unit || row.parts.includes(there.part)) return undefined;
  return `${here.unit} imports ${there.unit} (${specifier})`;
}

/** Folders (and rooms) that need one another, as `a → b → a`; undefined when imports only ever point down. */
export function findFolderCycle(sources: Sources): string | undefined {
  const edges = new Map<string, Set<string>>();
  for (const [file, text] of sources) {
    const from = placeOf(file)?.unit;
    for (const { specifier } of readImports(file, text)) {
      if (specifier === null || !specifier.startsWith(".")) continue;
      const to = placeOf(resolve(file, specifier))?.unit;
      if (from === undefined || to === undefined || from === to) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  return findCycle(edges);
}

/** The first cycle of a graph, as `a → b → a`. */
export function findCycle(edges: ReadonlyMap<string, Iterable<string>>): string | undefined {
  const done = new Set<string>();
  const walk = (node: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node].join(" → ");
    if (done.has(node)) return undefined;
    for (const next of edges.get(node) ?? []) {
      const cycle = walk(next, [...trail, node]);
      if (cycle !== undefined) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = walk(node, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

/** What `entry` reaches by its imports and theirs: files, and packages by name. Without types, what runs. */
export function reach(sources: Sources, entry: string, types: "with types" | "without types"): ReadonlySet<string> {
  const reached = new Set<string>([entry]);
  for (const file of reached) {
    const text = sources.get(file);
    if (text === undefined) continue;
    for (const { specifier, typeOnly } of readImports(file, text)) {
      if (specifier === null || (typeOnly && types === "without types")) continue;
      reached.add(specifier.startsWith(".") ? resolve(file, specifier) : specifier);
    }
  }
  return reached;
}

function resolve(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier);
}

function matches(pattern: string, specifier: string): boolean {
  if (pattern.endsWith("/*")) return specifier.startsWith(pattern.slice(0, -1));
  return specifier === pattern;
}
