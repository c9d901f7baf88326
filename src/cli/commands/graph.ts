// `confix graph`: who imports whom, who reads whom.
import { type Command, Option } from "commander";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { unknownFile } from "../../kernel/origin.ts";
import { type Path, showPath } from "../../kernel/path.ts";
import type { Evaluation } from "../../model/evaluation.ts";
import type { ModuleGraphNode } from "../../model/module.ts";
import {
  addEvaluationFlags,
  type EvaluationFlags,
  fileHelp,
  findingsRequest,
  loadEvaluation,
  once,
  parseArgumentPath,
} from "../evaluation-command.ts";
import type { ExitCode } from "../exit-codes.ts";
import { failFlag } from "../given-modules.ts";
import type { CliIo } from "../io.ts";
import { shortName } from "../short-name.ts";
import { writeFindings } from "../write-findings.ts";

const subjects = ["modules", "options"] as const;
const formats = ["dot", "mermaid", "json"] as const;

interface GraphFlags extends EvaluationFlags {
  readonly of: (typeof subjects)[number];
  readonly format: (typeof formats)[number];
  readonly at?: string;
}

/** A graph: nodes by name, in order, and who points at whom. */
interface Graph {
  readonly nodes: readonly { readonly name: string; readonly isDisabled: boolean }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** Adds the command; `done` is told the exit code. */
export function addGraphCommand(program: Command, io: CliIo, done: (exitCode: ExitCode) => void): void {
  const command = program
    .command("graph")
    .summary("show who imports whom, or who reads whom")
    .description("Shows which modules import which, or which options read which.")
    .argument("[FILE...]", fileHelp)
    .addOption(new Option("--of <WHAT>", "what to show").choices(subjects).default("modules"))
    .addOption(new Option("--format <FORMAT>", "how to write it").choices(formats).default("dot"))
    .option("--at <PATH>", "with --of options: only what leads to this path, and what it leads to", once("--at"));
  addEvaluationFlags(command).action(async (files: readonly string[], flags: GraphFlags) =>
    done(await runGraph(files, flags, io)),
  );
}

async function runGraph(files: readonly string[], flags: GraphFlags, io: CliIo): Promise<ExitCode> {
  const at = flags.at === undefined ? null : parseArgumentPath(flags.at, `--at ${flags.at}`);
  if (at !== null && flags.of !== "options")
    failFlag("`--at` has a meaning only with `--of options`", ["--of options"]);
  const loaded = await loadEvaluation(files, flags, io);
  if (!("evaluation" in loaded)) {
    await writeFindings(io, io.stderr, loaded.diagnostics, findingsRequest(flags, "confix graph"));
    return 2;
  }
  const { evaluation } = loaded;
  const graph = flags.of === "modules" ? moduleGraph(evaluation, io.cwd) : optionGraph(evaluation, at);
  const missing = at === null || graph.nodes.length > 0 ? [] : missingAt(evaluation, at);
  if (missing.length > 0) {
    const secrets = await loaded.secrets();
    await writeFindings(io, io.stderr, missing, { ...findingsRequest(flags, "confix graph"), secrets });
    return 1;
  }
  await io.stdout.write(await writers[flags.format](graph));
  return 0;
}

// A path that leads nowhere is a mistake; an option that reads nothing, and that nothing reads, is none.
function missingAt(evaluation: Evaluation, at: Path): readonly Diagnostic[] {
  const { diagnostics } = evaluation.explain(at, { readers: false });
  return diagnostics.filter(({ code }) => code === "no-such-value" || code === "unknown-name");
}

function moduleGraph({ graph }: Evaluation, cwd: string): Graph {
  const nodes = new Map<string, Graph["nodes"][number]>();
  const edges = new Map<string, Graph["edges"][number]>();
  const nameOf = ({ key, file }: ModuleGraphNode): string => shortName(file === unknownFile ? key : file, cwd);
  const visited = new Set<string>();
  const visit = (node: ModuleGraphNode): void => {
    // What a module imports is the same wherever it stands, but for where a circle closes: there it was met before.
    const identity = `${node.key}\0${node.file}`;
    if (visited.has(identity)) return;
    visited.add(identity);
    const from = nameOf(node);
    nodes.set(from, { name: from, isDisabled: node.disabled });
    for (const imported of node.imports) {
      const to = nameOf(imported);
      edges.set(`${from}\0${to}`, { from, to });
      visit(imported);
    }
  };
  graph.forEach(visit);
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

function optionGraph(evaluation: Evaluation, at: Path | null): Graph {
  const edges = evaluation
    .readGraph()
    .options.flatMap(({ path, reads }) => reads.map((read) => ({ from: showPath(path), to: showPath(read) })));
  const kept = at === null ? null : connected(edges, at);
  const shown = kept === null ? edges : edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const names = [...new Set(shown.flatMap(({ from, to }) => [from, to]))].toSorted();
  return { nodes: names.map((name) => ({ name, isDisabled: false })), edges: shown };
}

// What reads something at or inside the path, directly or not, and what those at the path read.
function connected(edges: Graph["edges"], at: Path): ReadonlySet<string> {
  const start = showPath(at);
  const isStart = (name: string): boolean => name === start || name.startsWith(`${start}.`);
  const starts = edges.flatMap(({ from, to }) => [from, to]).filter(isStart);
  const reach = (next: ReadonlyMap<string, readonly string[]>): Set<string> => {
    const found = new Set(starts);
    for (const name of found) for (const each of next.get(name) ?? []) found.add(each);
    return found;
  };
  const readers = reach(groupNames(edges.map(({ from, to }) => [to, from])));
  const reads = reach(groupNames(edges.map(({ from, to }) => [from, to])));
  return new Set([...readers, ...reads]);
}

function groupNames(
  pairs: readonly (readonly [name: string, other: string])[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, other] of pairs) {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [other]);
    else group.push(other);
  }
  return groups;
}

const writers: Readonly<Record<GraphFlags["format"], (graph: Graph) => string | Promise<string>>> = {
  json: async (graph) => {
    const { jsonText } = await import("../json-text.ts");
    return `${jsonText(graph, "indented")}\n`;
  },
  dot: ({ nodes, edges }) => {
    const lines = nodes.map(({ name, isDisabled }) => `  ${quoteDot(name)}${isDisabled ? " [style=dashed]" : ""};`);
    const arrows = edges.map(({ from, to }) => `  ${quoteDot(from)} -> ${quoteDot(to)};`);
    return `digraph confix {\n  rankdir=LR;\n  node [shape=box];\n${[...lines, ...arrows].join("\n")}\n}\n`;
  },
  mermaid: ({ nodes, edges }) => {
    const ids = new Map(nodes.map(({ name }, at) => [name, `n${at}`]));
    const lines = nodes.map(({ name, isDisabled }) => {
      const label = `["${name.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"]`;
      return `  ${ids.get(name) ?? ""}${label}${isDisabled ? ":::disabled" : ""}`;
    });
    const arrows = edges.map(({ from, to }) => `  ${ids.get(from) ?? ""} --> ${ids.get(to) ?? ""}`);
    return `flowchart LR\n${[...lines, ...arrows, "  classDef disabled stroke-dasharray: 4"].join("\n")}\n`;
  },
};

function quoteDot(name: string): string {
  return `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
