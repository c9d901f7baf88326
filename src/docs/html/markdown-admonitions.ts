// nixpkgs' admonitions in Markdown: blocks between `::: {.note}` and `:::`.
import type { MarkdownIt, StateBlock } from "markdown-it";

const opening = /^(?<colons>:{3,})\s*\{\s*\.(?<kind>caution|example|important|note|tip|warning)(?:\s[^}]*)?\}\s*$/;

/** Shows admonitions as notes, each under its kind. For `MarkdownIt.use`. */
export function admonitions(md: MarkdownIt): void {
  md.block.ruler.before("fence", "admonition", readAdmonition, { alt: ["paragraph", "blockquote", "list"] });
}

function readAdmonition(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false; // It is code.
  const { colons, kind } = opening.exec(textOf(state, startLine))?.groups ?? {};
  if (colons === undefined || kind === undefined) return false;
  if (isSilent) return true;
  const end = endOfBlock(state, startLine, endLine, colons.length);

  const open = state.push("admonition_open", "div", 1);
  open.attrs = [
    ["class", `note ${kind}`],
    ["role", "note"],
  ];
  open.block = true;
  addTitle(state, kind);
  const { parentType, lineMax } = state;
  state.parentType = "blockquote";
  state.lineMax = end;
  state.md.block.tokenize(state, startLine + 1, end);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.push("admonition_close", "div", -1).block = true;
  state.line = Math.min(end + 1, endLine);
  return true;
}

function addTitle(state: StateBlock, kind: string): void {
  const title = state.push("paragraph_open", "p", 1);
  title.attrs = [["class", "heading"]];
  const text = state.push("inline", "", 0);
  text.content = kind.charAt(0).toUpperCase() + kind.slice(1);
  text.children = [];
  state.push("paragraph_close", "p", -1);
}

// The line that closes the block: as many colons, or more, and nothing else. Without one, the block ends with the text.
function endOfBlock(state: StateBlock, startLine: number, endLine: number, colons: number): number {
  let inside = 0;
  for (let line = startLine + 1; line < endLine; line += 1) {
    const text = textOf(state, line);
    const nested = opening.exec(text)?.groups?.["colons"];
    if (nested !== undefined && nested.length === colons) inside += 1;
    else if (/^:{3,}\s*$/.test(text) && text.trimEnd().length >= colons) {
      if (inside === 0) return line;
      inside -= 1;
    }
  }
  return endLine;
}

function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
