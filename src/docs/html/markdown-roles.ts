// nixpkgs' roles in Markdown: {option}`a.b`, {file}`/etc/x` and their like, which say what a piece of code is.
import type { MarkdownIt, StateInline } from "markdown-it";
import { addressOfOption } from "./address.ts";

const opening = /\{(?<role>command|env|file|manpage|option|var)\}(?<ticks>`+)/y;

/** Shows what has a role as code, and an option among `names` as a link to it. For `MarkdownIt.use`. */
export function roles(md: MarkdownIt, names: ReadonlySet<string>): void {
  md.inline.ruler.before("backticks", "role", (state, isSilent) => readRole(state, isSilent, names));
}

function readRole(state: StateInline, isSilent: boolean, names: ReadonlySet<string>): boolean {
  if (state.src[state.pos] !== "{") return false;
  const pattern = new RegExp(opening);
  pattern.lastIndex = state.pos;
  const { role = "", ticks = "" } = pattern.exec(state.src)?.groups ?? {};
  if (ticks === "") return false;
  const start = state.pos + role.length + 2 + ticks.length;
  const end = endOfCode(state.src, start, state.posMax, ticks.length);
  if (end === null) return false;
  if (!isSilent) addCode(state, role, state.src.slice(start, end), names);
  state.pos = end + ticks.length;
  return true;
}

// The next run of just as many backticks, as CommonMark ends code.
function endOfCode(text: string, start: number, limit: number, ticks: number): number | null {
  for (const run of text.slice(start, limit).matchAll(/`+/g)) {
    if (run[0].length === ticks) return start + run.index;
  }
  return null;
}

function addCode(state: StateInline, role: string, written: string, names: ReadonlySet<string>): void {
  const text = written.replaceAll("\n", " ").replace(/^ (.+) $/, "$1");
  const isLink = role === "option" && names.has(text) && state.linkLevel === 0;
  if (isLink) state.push("link_open", "a", 1).attrSet("href", addressOfOption(text));
  const code = state.push("code_inline", "code", 0);
  code.markup = "`";
  code.content = text;
  if (isLink) state.push("link_close", "a", -1);
}
