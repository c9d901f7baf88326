// Changes a text at several places at once, and leaves everything else as it is.
import type { MagicString } from "magic-string";
import type { TextEdit } from "./script-source.ts";

/** What this file needs of `magic-string`. Lent, so that whoever edits decides when the library is loaded. */
export type StringEditor = typeof MagicString;

/**
 * The text with edits applied, and which of the groups took part: the edits of a group belong together. A group that
 * would change what an earlier one changes is left out; the same edit may be part of several.
 */
export function applyEdits(
  Editor: StringEditor,
  text: string,
  groups: readonly (readonly TextEdit[])[],
): { readonly text: string; readonly applied: readonly boolean[] } {
  const taken: TextEdit[] = [];
  const applied: boolean[] = [];
  for (const group of groups) {
    const added = group.filter((edit) => !taken.some((other) => isSame(edit, other)));
    const isFree = !added.some((edit) => taken.some((other) => clash(edit, other)));
    if (isFree) taken.push(...added);
    applied.push(isFree);
  }
  const editor = new Editor(text);
  for (const { start, end, text: inserted } of taken) {
    if (start === end) editor.appendLeft(start, inserted);
    else if (inserted === "") editor.remove(start, end);
    else editor.update(start, end, inserted);
  }
  return { text: editor.toString(), applied };
}

function isSame(left: TextEdit, right: TextEdit): boolean {
  return left.start === right.start && left.end === right.end && left.text === right.text;
}

// Two insertions at one place would not: they stand one behind the other.
function clash(left: TextEdit, right: TextEdit): boolean {
  return left.start < right.end && right.start < left.end;
}
