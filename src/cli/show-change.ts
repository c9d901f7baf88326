// Shows how a file would change, as `diff -U0` does: whoever has a tool for patches can apply it.

/** The change of a file from one text to another; empty if there is none. Texts that are far apart are one large change. */
export function showChange(file: string, before: string, after: string): string {
  const left = linesOf(before);
  const right = linesOf(after);
  const hunks = hunksOf(left, right);
  if (hunks.length === 0) return "";
  const shown = hunks.map(({ from, to, at, until }) => {
    const head = `@@ -${range(from, to)} +${range(at, until)} @@\n`;
    const removed = left.slice(from, to).map((line) => `-${closed(line)}`);
    const added = right.slice(at, until).map((line) => `+${closed(line)}`);
    return `${head}${removed.join("")}${added.join("")}`;
  });
  return `--- ${file}\n+++ ${file}\n${shown.join("")}`;
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly until: number;
}

// How far to look for the next line that both have: a fix changes a few lines.
const reach = 60;

function hunksOf(left: readonly string[], right: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let from = 0;
  let at = 0;
  while (from < left.length || at < right.length) {
    if (from < left.length && left[from] === right[at]) {
      from += 1;
      at += 1;
      continue;
    }
    const { removed, added } = nextCommon(left, right, from, at);
    hunks.push({ from, to: from + removed, at, until: at + added });
    from += removed;
    at += added;
  }
  return hunks;
}

function nextCommon(
  left: readonly string[],
  right: readonly string[],
  from: number,
  at: number,
): { readonly removed: number; readonly added: number } {
  for (let distance = 1; distance <= reach; distance += 1) {
    for (let removed = 0; removed <= distance; removed += 1) {
      const added = distance - removed;
      const isCommon = left[from + removed] !== undefined && left[from + removed] === right[at + added];
      if (isCommon || (from + removed === left.length && at + added === right.length)) return { removed, added };
    }
  }
  return { removed: left.length - from, added: right.length - at };
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function closed(line: string): string {
  return line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`;
}

function range(from: number, to: number): string {
  const count = to - from;
  // Of nothing, the line before it is named.
  return count === 0 ? `${from},0` : count === 1 ? `${from + 1}` : `${from + 1},${count}`;
}
