// Spans of a text, as offsets and as the lines and columns that editors show.
import type { Origin } from "../kernel/origin.ts";

/** A part of a text, as offsets in UTF-16 units from 0; `end` is the first that no longer belongs to it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A part of a text without its file: the offsets, for edits, and lines and columns from 1, columns in UTF-16 units as
 * editors count. `endColumn` is the column behind the last character.
 */
export interface TextPlace extends Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place in a file, for messages. */
export function originOf(file: string, { line, column, endLine, endColumn }: TextPlace): Origin {
  return { file, line, column, endLine, endColumn };
}

/** The lines of one text, found once, so that a place in it costs little. */
export class TextLines {
  readonly #starts: readonly number[];
  readonly #hasMark: boolean;

  constructor(text: string) {
    // The offset of each line's first character. Lines end with `\n`, `\r\n` or a single `\r`, as in `positionAt`.
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
    this.#starts = starts;
    this.#hasMark = text.startsWith("\uFEFF");
  }

  /** A span as a place. */
  place({ start, end }: Span): TextPlace {
    const from = this.#position(start);
    const to = this.#position(end);
    return { start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  #position(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const column = offset - (this.#starts[low] ?? 0) + 1;
    // A byte order mark is a character of the text, but editors do not show it.
    return { line: low + 1, column: low === 0 && this.#hasMark ? Math.max(1, column - 1) : column };
  }
}
