// The smallest pieces of Markdown: text, code, and what makes them stay what they are.

/** Text that says nothing but itself in Markdown, and in HTML. `isAtStart`: a line begins with it. */
export function escapeMarkdown(text: string, isAtStart: boolean = true): string {
  const escaped = text
    .replaceAll(/[\\`*_[\]~]/g, "\\$&")
    .replaceAll(/&(?=[#a-zA-Z])/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  if (!isAtStart) return escaped;
  // What a line may begin with to be a heading, a list, a line across the page, or a part of a title above.
  return escaped.replace(/^([ \t]*)([#+=-]|:::)/, "$1\\$2").replace(/^([ \t]*\d{1,9})([.)])/, "$1\\$2");
}

/** Code within a line. */
export function codeSpan(code: string): string {
  const line = code.replaceAll(/\s*\n\s*/g, " ");
  if (line.trim() === "") return line === "" ? "" : "` `";
  const fence = fenceLongerThan(line, "`", 0);
  const room = /^`|`$/.test(line) || /^ .* $/.test(line) ? " " : "";
  return `${fence}${room}${line}${room}${fence}`;
}

/** Code on lines of its own, in a fence that nothing inside ends. */
export function fenced(code: string, language: string): string {
  const fence = fenceLongerThan(code, "`", 2);
  return `${fence}${/^[\w+#.-]+/.exec(language)?.[0] ?? ""}\n${code}\n${fence}`;
}

/** The text with every line but the first indented; empty lines stay empty. */
export function indentRest(text: string, indent: string): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${indent}`);
}

function fenceLongerThan(code: string, sign: string, shortest: number): string {
  const runs = code.match(new RegExp(`${sign}+`, "g")) ?? [];
  return sign.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), shortest) + 1);
}
