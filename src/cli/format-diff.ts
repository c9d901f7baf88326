// The differences between two configurations as text, data or Markdown.
import picocolors from "picocolors";
import { priorityName } from "../diagnostics/priority-name.ts";
import { type Origin, showOrigin } from "../kernel/origin.ts";
import { showPath } from "../kernel/path.ts";
import type { Change } from "./compare-values.ts";
import { jsonText } from "./json-text.ts";
import { shownValue } from "./shown-value.ts";

/** A definition that made a value. */
export interface DiffSide {
  readonly origin: Origin;
  readonly priority: number;
}

/** A change with what made it. */
export interface ExplainedChange extends Change {
  readonly causes: { readonly before: readonly DiffSide[]; readonly after: readonly DiffSide[] };
}

/** How to write changes. */
export interface DiffText {
  readonly format: "text" | "json" | "markdown";
  readonly names: readonly [string, string];
  readonly isColoured: boolean;
}

/** The changes with a final newline; as text nothing at all if there are none. */
export function formatDiff(changes: readonly ExplainedChange[], request: DiffText): string {
  switch (request.format) {
    case "json":
      return `${jsonText({ formatVersion: 1, changes: changes.map(toJson) }, "indented")}\n`;
    case "markdown":
      return toMarkdown(changes, request.names);
    case "text":
      return changes.map((change) => toText(change, request.isColoured)).join("\n");
  }
}

const sides = ["before", "after"] as const;

function toJson(change: ExplainedChange): object {
  const { path, causes } = change;
  return {
    path,
    ...Object.fromEntries(
      sides.map((side) => {
        const found = change[side];
        if (found === null) return [side, null];
        return [side, { value: found.value, definitions: causes[side] }];
      }),
    ),
  };
}

function toText(change: ExplainedChange, isColoured: boolean): string {
  const { bold, red, green } = picocolors.createColors(isColoured);
  const paint = { before: red, after: green };
  const signs = { before: "-", after: "+" };
  const lines = [bold(showPath(change.path))];
  for (const side of sides) {
    if (change[side] === null) continue;
    const text = shownValue(change[side].value).replaceAll("\n", `\n${signs[side]} `);
    lines.push(paint[side](`${signs[side]} ${text}`));
    lines.push(...change.causes[side].map((cause) => `    ${causeText(cause)}`));
  }
  return `${lines.join("\n")}\n`;
}

function toMarkdown(changes: readonly ExplainedChange[], [before, after]: DiffText["names"]): string {
  if (changes.length === 0) return "No differences.\n";
  const rows = changes.map((change) => {
    const cells = sides.map((side) => {
      const causes = change.causes[side].map((cause) => `<br>${escapeCell(causeText(cause))}`).join("");
      const found = change[side];
      return found === null ? "" : `${codeCell(shownValue(found.value))}${causes}`;
    });
    return `| ${[codeCell(showPath(change.path)), ...cells].join(" | ")} |`;
  });
  const head = `| option | ${escapeCell(before)} | ${escapeCell(after)} |`;
  return `${[head, "| --- | --- | --- |", ...rows].join("\n")}\n`;
}

function causeText({ origin, priority }: DiffSide): string {
  const name = priorityName(priority);
  return name === "plain" ? showOrigin(origin) : `${showOrigin(origin)} (${name})`;
}

function codeCell(text: string): string {
  return `<code>${escapeCell(text).replaceAll("\n", "<br>")}</code>`;
}

function escapeCell(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("|", "\\|");
}
