// Where something was written.

/** The name of a file that nobody knows. */
export const unknownFile = "<unknown-file>";

/**
 * A place: a file, and line and column (both from 1) as far as they are known. `file` is an absolute path, or a name
 * for what is no file: `--set a.b`, `<stdin>`, `<unknown-file>`.
 */
export interface Origin {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly endLine?: number | undefined;
  readonly endColumn?: number | undefined;
}

/** A place as one clickable word: `/etc/site.ts:3:7`. */
export function showOrigin(origin: Origin): string {
  if (origin.line === undefined) return origin.file;
  return origin.column === undefined
    ? `${origin.file}:${origin.line}`
    : `${origin.file}:${origin.line}:${origin.column}`;
}
