// Offsets in a text as lines and columns.
import type { Origin } from "../kernel/origin.ts";

/** A place in a text: line and column, both from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where an offset lies. Lines end with `\n`, `\r\n` or a single `\r`. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let at = 0; at < Math.min(offset, text.length); at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x0a && (unit !== 0x0d || text.charCodeAt(at + 1) === 0x0a)) continue;
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/** An offset in the text of a file as the origin of a diagnostic. */
export function originAt(file: string, text: string, offset: number): Origin {
  return { file, ...positionAt(text, offset) };
}
