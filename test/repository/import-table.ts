// The import table of the house as data: who may import what. src/README.md shows the same table.

/** A part of the repository that imports are checked for: one row, and one column, of the table. */
export type Part =
  | "kernel"
  | "diagnostics"
  | "model"
  | "types"
  | "authoring"
  | "systems"
  | "source"
  | "corridor"
  | "knot"
  | "room"
  | "evaluate"
  | "lint"
  | "docs"
  | "host"
  | "cli"
  | "schemas"
  | "index"
  | "node"
  | "modules"
  | "examples";

/** What one part may import, besides files of its own. */
export interface Row {
  readonly parts: readonly Part[];
  readonly packages?: readonly string[];
  /** The built-in modules of Node (`node:…`). */
  readonly builtins?: true;
}

const words: readonly Part[] = ["kernel", "diagnostics", "model"];
const publicNames: readonly string[] = ["confix", "confix/node", "confix/modules/*"];

/**
 * Inside evaluate, "room" is one numbered room, "knot" the files that know all rooms (`parts.ts` names them), "corridor" what stands beside them, and "evaluate" the index, which is all that others see.
 * That no room is part of another follows from `placeOf`, which tells them apart by name. The command may also import
 * the public surface, which it lends to the modules that people write.
 */
export const importTable: Readonly<Record<Part, Row>> = {
  kernel: { parts: [] },
  diagnostics: { parts: ["kernel"] },
  model: { parts: ["kernel", "diagnostics"] },
  types: { parts: words },
  authoring: { parts: [...words, "types"] },
  systems: { parts: ["kernel", "diagnostics"] },
  source: { parts: words, packages: ["oxc-parser", "magic-string", "yaml", "smol-toml", "jsonc-parser"] },
  corridor: { parts: [...words, "types"] },
  knot: { parts: [...words, "types", "room"] },
  room: { parts: words },
  evaluate: { parts: words },
  lint: { parts: [...words, "source", "evaluate", "schemas"], packages: ["zod"] },
  docs: {
    parts: [...words, "source", "evaluate", "schemas"],
    packages: ["zod", "fast-json-stable-stringify", "markdown-it"],
  },
  host: {
    parts: [...words, "source", "evaluate", "schemas"],
    // It lends `source` the parsers, each loaded when a file needs it.
    packages: [
      "jiti",
      "sucrase",
      "deepmerge-ts",
      "zod",
      "oxc-parser",
      "magic-string",
      "yaml",
      "smol-toml",
      "jsonc-parser",
    ],
    builtins: true,
  },
  cli: {
    parts: [
      ...words,
      "types",
      "authoring",
      "systems",
      "source",
      "evaluate",
      "lint",
      "docs",
      "host",
      "schemas",
      "index",
      "node",
    ],
    packages: ["commander", "magic-string", "picocolors", "piscina", "tinyglobby", "fast-json-stable-stringify"],
    builtins: true,
  },
  schemas: { parts: [], packages: ["zod"] },
  index: { parts: [...words, "types", "authoring", "systems", "evaluate", "lint", "docs", "schemas"] },
  node: { parts: ["index", "host"] },
  modules: { parts: [], packages: publicNames },
  examples: { parts: [], packages: publicNames },
};
