// Says to which part of the import table a file belongs.
import type { Part } from "./import-table.ts";

/** A part, and the unit of it whose files may import one another freely: a folder, or one room of evaluate. */
export interface Place {
  readonly part: Part;
  readonly unit: string;
}

const folders: ReadonlySet<string> = new Set<Part>([
  "kernel",
  "diagnostics",
  "model",
  "types",
  "authoring",
  "systems",
  "source",
  "lint",
  "docs",
  "host",
  "cli",
]);
const roots: ReadonlySet<string> = new Set<Part>(["schemas", "modules", "examples"]);
const rooms: ReadonlySet<string> = new Set([
  "1-collect",
  "2-declare",
  "3-define",
  "4-settle",
  "5-merge",
  "6-assemble",
  "explain",
]);
const knot: ReadonlySet<string> = new Set([
  "evaluate.ts",
  "internal-module.ts",
  "last-output.ts",
  "profiled.ts",
  "recorded.ts",
  "rooms.ts",
  "structure.ts",
  "update.ts",
]);

/** The place of a file, named from the top of the repository with `/`, or undefined where the table knows none. */
export function placeOf(file: string): Place | undefined {
  const [top = "", folder = "", name = "", ...deeper] = file.split("/");
  if (roots.has(top)) return place(top);
  if (top !== "src") return undefined;
  if (file === "src/index.ts") return place("index");
  if (file === "src/node.ts") return place("node");
  if (folder !== "evaluate") return folders.has(folder) && name !== "" ? place(folder) : undefined;
  const room = deeper.length > 0 ? name : name.replace(/\.ts$/, "");
  if (rooms.has(room)) return { part: "room", unit: `evaluate/${room}` };
  if (deeper.length > 0 || !/^[a-z]/.test(name)) return undefined;
  return { part: name === "index.ts" ? "evaluate" : knot.has(name) ? "knot" : "corridor", unit: "evaluate" };
}

function place(part: string): Place {
  // The sets above hold nothing but names of parts.
  return { part: part as Part, unit: part };
}
