// The lines of a file around a place, with the place underlined.
import type { Origin } from "../kernel/origin.ts";

/** How much is shown: lines before and after, and characters of a line. */
const context = 1;
const widest = 120;
const tab = "    ";

/** The lines of a file's text, as places in it count them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

/**
 * Those of a file's `lines` that are around `origin`, numbered; null if the place is not in the file. A place of several
 * lines is underlined in its first. What is not printable is shown as a dot, so that a file cannot write to the terminal.
 * A file of which many places are shown is to be taken apart once, by `linesOf`.
 */
export function renderFrame(
  lines: readonly string[],
  { line, column, endLine, endColumn }: Origin,
): readonly string[] | null {
  if (line === undefined) return null;
  const marked = lines[line - 1];
  if (marked === undefined) return null;
  const first = Math.max(1, line - context);
  const last = Math.min(lines.length, line + context);
  const width = String(last).length;
  const gutter = " ".repeat(width);
  // A long line is shown from a little before the place.
  const from = column !== undefined && column > widest ? column - widest / 2 : 0;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const shown = showLine(lines[number - 1] ?? "", from);
    frame.push(`${number === line ? ">" : " "} ${String(number).padStart(width)} | ${shown}`.trimEnd());
    if (number !== line || column === undefined || column > marked.length + 1) continue;
    const end =
      endLine === undefined || endColumn === undefined ? column + 1 : endLine > line ? marked.length + 1 : endColumn;
    const before = expand(marked.slice(from, column - 1));
    const place = expand(marked.slice(column - 1, Math.max(end - 1, column)));
    const length = Math.max(1, Math.min(cells(place), widest - cells(before)));
    frame.push(`  ${gutter} | ${" ".repeat(cells(before))}${"^".repeat(length)}`);
  }
  return frame;
}

function showLine(line: string, from: number): string {
  if (line === "") return "";
  const shown = expand(line.slice(from, from + widest));
  return `${from > 0 ? "…" : ""}${from > 0 ? shown.slice(1) : shown}${line.length > from + widest ? "…" : ""}`;
}

function expand(text: string): string {
  return text.replaceAll("\t", tab).replaceAll(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, "·");
}

// How many columns of a terminal a text takes: wide characters take two, marks that go over others none.
function cells(text: string): number {
  let count = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    count +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return count;
}
