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

const first: unique symbol = Symbol("first answer");

/** A place that is known better only after some work, which is done when somebody reads it. */
interface LaterOrigin extends Origin {
  readonly [first]: Origin;
}

/** A place that is `nearest` to those who cannot wait, and what `find` returns, called at most once, to who reads it. */
export function laterOrigin(nearest: Origin, find: () => Origin): Origin {
  let found: Origin | null = null;
  const get = (): Origin => (found ??= find());
  const later: Origin = {
    get file() {
      return get().file;
    },
    get line() {
      return get().line;
    },
    get column() {
      return get().column;
    },
    get endLine() {
      return get().endLine;
    },
    get endColumn() {
      return get().endColumn;
    },
  };
  // Not enumerable, so that it is in no copy and in nothing printed.
  return Object.freeze(Object.defineProperty(later, first, { value: nearest }));
}

/** Whether reading a place does some work. */
export function isLater(origin: Origin): boolean {
  return first in origin;
}

/** What is known of a place without any work. */
export function knownOrigin(origin: Origin): Origin {
  // The cast: any place may be asked, only those made above answer.
  return (origin as Partial<LaterOrigin>)[first] ?? origin;
}
