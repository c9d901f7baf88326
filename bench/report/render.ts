// The report as Markdown, with columns of one width.
import type { Section, Table, Target } from "./section.ts";

/** A report: what was measured on which machine, section by section. */
export interface Report {
  readonly date: string;
  readonly machine: readonly string[];
  readonly settings: readonly string[];
  /** What to know about the targets. */
  readonly targetsNote: string;
  readonly sections: readonly Section[];
}

/** The text of the report. It ends with a newline. */
export function renderReport({ date, machine, settings, targetsNote, sections }: Report): string {
  const targets = sections.flatMap((section) => section.targets);
  const parts = [
    `# Benchmark results\n\nMeasured on ${date}. \`npm run bench\` writes this page.`,
    [...machine, ...settings].map((line) => `- ${line}`).join("\n"),
    ...(targets.length === 0 ? [] : [`## Targets\n\n${targetsNote}\n\n${targetTable(targets)}`]),
    ...sections.map(renderSection),
  ];
  return `${parts.join("\n\n")}\n`;
}

function renderSection({ title, notes, tables }: Section): string {
  return [`## ${title}`, ...notes, ...tables.map(renderTable)].join("\n\n");
}

function renderTable({ title, columns, rows }: Table): string {
  return `### ${title}\n\n${grid(columns, rows, 1)}`;
}

function targetTable(targets: readonly Target[]): string {
  const rows = targets.map(({ what, wanted, measured, met }) => [what, wanted, measured, wordFor(met)]);
  return grid(["", "wanted", "measured", ""], rows, 4);
}

function wordFor(met: boolean | null): string {
  if (met === null) return "not measured";
  return met ? "met" : "not met";
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Columns from `right` on are set to the right. */
function grid(columns: readonly string[], rows: readonly (readonly string[])[], right: number): string {
  const widths = columns.map((column, at) => Math.max(3, column.length, ...rows.map((row) => (row[at] ?? "").length)));
  const pad = (row: readonly string[]): readonly string[] =>
    widths.map((width, at) => (at < right ? (row[at] ?? "").padEnd(width) : (row[at] ?? "").padStart(width)));
  const rule = widths.map((width, at) => (at < right ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(pad(columns)), line(rule), ...rows.map((row) => line(pad(row)))].join("\n");
}
