// Derives from the import table what the linter forbids in each folder, so that an editor shows a breach at once.
import { importTable } from "./import-table.ts";
import type { Part } from "./import-table.ts";

/** One entry of `overrides` in .oxlintrc.json. */
export interface Override {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, unknown>>;
}

const filesOf: Readonly<Partial<Record<Part, readonly string[]>>> = {
  // The linter lets the last match win, and the table has the narrower ones after this.
  corridor: ["src/evaluate/*.ts"],
  knot: ["src/evaluate/evaluate.ts", "src/evaluate/internal-module.ts"],
  room: ["src/evaluate/[1-6]-*.ts", "src/evaluate/[1-6]-*/**"],
  evaluate: ["src/evaluate/index.ts"],
  index: ["src/index.ts"],
  node: ["src/node.ts"],
  schemas: ["schemas/**"],
  modules: ["modules/**"],
  examples: ["examples/**"],
};
const insideEvaluate: ReadonlySet<Part> = new Set<Part>(["corridor", "knot", "room", "evaluate"]);
const notFolders: ReadonlySet<Part> = new Set<Part>([
  "corridor",
  "knot",
  "room",
  "index",
  "node",
  "modules",
  "examples",
]);
const nodeGlobals: readonly string[] = ["process", "Buffer", "require", "global"];

/** The overrides that .oxlintrc.json has to end with, one per row of the table. */
export function lintOverrides(): readonly Override[] {
  return partNames().map((part) => ({ files: filesOf[part] ?? [`src/${part}/**`], rules: rulesOf(part) }));
}

function rulesOf(part: Part): Override["rules"] {
  const { parts, builtins } = importTable[part];
  const own = insideEvaluate.has(part) ? "evaluate" : part;
  const forbidden = partNames().filter((name) => !notFolders.has(name) && name !== own && !parts.includes(name));
  const folders = {
    regex: `^(\\.\\.?/)+(src/)?(${forbidden.join("|")})/`,
    message: `${part} may not import this folder: see the table in src/README.md.`,
  };
  const node = { regex: "^node:", message: `${part} may not import Node's modules: see the table in src/README.md.` };
  return builtins === true
    ? { "no-restricted-imports": ["error", { patterns: [folders] }] }
    : {
        "no-restricted-imports": ["error", { patterns: [folders, node] }],
        "no-restricted-globals": ["error", ...nodeGlobals],
      };
}

function partNames(): readonly Part[] {
  // The table is a record over exactly the parts.
  return Object.keys(importTable) as Part[];
}
