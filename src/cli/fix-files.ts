// Mends what the linter found, in the files themselves or only for show.
import { writeFileSync } from "node:fs";
import { MagicString } from "magic-string";
import { isShipped } from "../host/modules-path.ts";
import { importEdits, type LintFinding, type SourceReader } from "../lint/index.ts";
import { applyEdits } from "../source/apply-edits.ts";
import type { CliIo } from "./io.ts";
import { countOf } from "./count-of.ts";
import { changeOutput } from "./output-files.ts";
import { showChange } from "./show-change.ts";

/** How to mend. */
export interface FixRequest {
  /** Whether to write the files; else the changes are shown on stdout. */
  readonly write: boolean;
  readonly reader: SourceReader;
  readonly io: CliIo;
}

/** Mends what can be mended; returns the findings that are. Throws a ConfixError if a file cannot be written. */
export async function fixFiles(
  found: readonly LintFinding[],
  { write, reader, io }: FixRequest,
): Promise<ReadonlySet<LintFinding>> {
  const mended = new Set<LintFinding>();
  let written = 0;
  for (const file of new Set(found.flatMap(({ mending }) => (mending === null ? [] : [mending.file])))) {
    const source = isForeign(file) ? null : reader.script(file);
    if (source === null) continue;
    const here = found.flatMap((finding) => {
      const { mending } = finding;
      return mending?.file === file ? [{ finding, mending }] : [];
    });
    const groups = here.map(({ mending }) => mending.edits);
    const { applied } = applyEdits(MagicString, source.text, groups);
    const taken = here.filter((_, at) => applied[at] === true);
    const imports = importEdits(
      source,
      taken.map(({ mending }) => mending),
    );
    const { text } = applyEdits(MagicString, source.text, [...taken.map(({ mending }) => mending.edits), imports]);
    for (const { finding } of taken) mended.add(finding);
    written += 1;
    if (write) changeOutput(file, () => writeFileSync(file, text));
    else await io.stdout.write(showChange(file, source.text, text));
  }
  const where = `${countOf(mended.size, "finding")} in ${countOf(written, "file")}`;
  await io.stderr.write(write ? `mended ${where}\n` : `would mend ${where}\n`);
  return mended;
}

// What was installed is not ours to change.
function isForeign(file: string): boolean {
  return file.includes("/node_modules/") || isShipped(file);
}
