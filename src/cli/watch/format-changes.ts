// The values that a change has changed: a line each for people, one JSON object for programs.
import picocolors from "picocolors";
import { showPath } from "../../kernel/path.ts";
import type { Change } from "../compare-values.ts";
import { jsonText } from "../json-text.ts";

/** How to write changes. */
export interface ChangesText {
  readonly format: "text" | "json";
  readonly isColoured: boolean;
}

/** The changes with a final newline; nothing at all if there are none. */
export function formatChanges(changes: readonly Change[], { format, isColoured }: ChangesText): string {
  if (changes.length === 0) return "";
  if (format === "json") return `${jsonText(toJson(changes), "compact")}\n`;
  const { bold, green, red } = picocolors.createColors(isColoured);
  return changes
    .map(({ path, after }) => {
      const name = bold(nameOf(path));
      return after === null
        ? `${name} ${red("(removed)")}\n`
        : `${name} = ${green(jsonText(after.value, "compact"))}\n`;
    })
    .join("");
}

function toJson(changes: readonly Change[]): object {
  // Without a prototype, every name is one like any other.
  const changed: Record<string, unknown> = Object.create(null);
  const removed: string[] = [];
  for (const { path, after } of changes) {
    if (after === null) removed.push(showPath(path));
    else changed[showPath(path)] = after.value;
  }
  return { changed, removed };
}

// What stands at no path is all of it.
function nameOf(path: Change["path"]): string {
  return path.length === 0 ? "(all)" : showPath(path);
}
