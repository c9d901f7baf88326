// Where a listing of options goes: to stdout, into files, or, with --check, nowhere.
import { isAbsolute, join, resolve } from "node:path";
import type { MarkdownFile } from "../docs/render-markdown.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { ModuleGraphNode } from "../model/module.ts";
import { countOf } from "./count-of.ts";
import type { ExitCode } from "./exit-codes.ts";
import { failFlag } from "./given-modules.ts";
import type { CliIo } from "./io.ts";
import { compareFiles, markedFiles, type OutputFile, type Staleness, writeFiles } from "./options-files.ts";
import { shortName } from "./short-name.ts";

/** What was made: the text of one file, or the files of a folder, whose files of an earlier run begin with `mark`. */
export type Written = string | { readonly files: readonly MarkdownFile[]; readonly mark: string };

/** Where it goes. */
export interface OutputRequest {
  readonly out: string | undefined;
  /** Whether to compare instead of writing. */
  readonly isCheck: boolean;
  readonly evaluation: Evaluation;
}

/** Writes, or compares and tells what differs, which is exit code 1. Throws a ConfixError if a file cannot be written. */
export async function writeOutput(
  written: Written,
  { out, isCheck, evaluation }: OutputRequest,
  io: CliIo,
): Promise<ExitCode> {
  if (out === undefined) {
    await io.stdout.write(typeof written === "string" ? written : written.files.map(({ text }) => text).join("\n"));
    return 0;
  }
  const target = resolve(io.cwd, out);
  const files: readonly OutputFile[] =
    typeof written === "string"
      ? [{ file: target, text: written }]
      : written.files.map(({ path, text }) => ({ file: join(target, path), text }));
  const inputs = filesOf(evaluation.graph);
  if (files.some(({ file }) => inputs.has(file))) {
    failFlag(`\`--out ${out}\` would overwrite a module that is documented`, []);
  }
  const differences = compareFiles(files, typeof written === "string" ? [] : markedFiles(target, written.mark));
  if (isCheck) return await tellDifferences(differences, files.length, io);
  writeFiles(files, differences);
  await io.stderr.write(`${summary(differences, files.length)}\n`);
  return 0;
}

async function tellDifferences(differences: Staleness, count: number, io: CliIo): Promise<ExitCode> {
  const { stale, missing, superfluous } = differences;
  const tell = (what: string, files: readonly string[]): string =>
    files.map((file) => `${what}: ${shortName(file, io.cwd)}\n`).join("");
  const text = tell("stale", stale) + tell("missing", missing) + tell("superfluous", superfluous);
  await io.stdout.write(text === "" ? `${countOf(count, "file")} up to date\n` : text);
  return text === "" ? 0 : 1;
}

function summary({ stale, missing, superfluous }: Staleness, count: number): string {
  const changed = stale.length + missing.length;
  const removed = superfluous.length === 0 ? "" : `, removed ${countOf(superfluous.length, "file")}`;
  return changed === 0 && removed === ""
    ? `${countOf(count, "file")} up to date`
    : `wrote ${countOf(changed, "file")}${removed}`;
}

// The list grows while it is walked: the imports of each module, once.
function filesOf(graph: readonly ModuleGraphNode[]): ReadonlySet<string> {
  const files = new Set<string>();
  const known = new Set<string>();
  const queue = [...graph];
  for (const node of queue) {
    if (known.has(node.key)) continue;
    known.add(node.key);
    if (isAbsolute(node.file)) files.add(node.file);
    queue.push(...node.imports);
  }
  return files;
}
