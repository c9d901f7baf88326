// Markdown that others wrote, written anew so that it stays within its place in a page: no HTML, no headings of its own.
import MarkdownIt, { type Token } from "markdown-it";
import { codeSpan, escapeMarkdown, fenced, indentRest } from "./markdown-words.ts";

/** Where an option stands among the pages that are written; null: it does not. */
export type LinkTo = (option: string) => string | null;

/** Writes Markdown of others into pages. */
export class MarkdownWriter {
  // HTML is text for it, and it refuses addresses like `javascript:`.
  readonly #parser = new MarkdownIt("commonmark", { html: false });

  /**
   * The Markdown again, as blocks without a final newline: paragraphs, lists, quotes and code stay, HTML becomes text, a
   * heading becomes bold, and a link that would run a script is text. It closes whatever it opens. A link to `#opt-NAME`
   * leads to that option.
   */
  rewrite(text: string, linkTo: LinkTo): string {
    const reader = new TokenReader(this.#parser.parse(text, {}), linkTo);
    return blocksOf(reader, null).join("\n\n");
  }
}

/** Tokens, one after another. */
class TokenReader {
  readonly linkTo: LinkTo;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[], linkTo: LinkTo) {
    this.#tokens = tokens;
    this.linkTo = linkTo;
  }

  next(): Token | null {
    const token = this.#tokens[this.#at] ?? null;
    this.#at += 1;
    return token;
  }

  /** Whether there are no empty lines between what the list holds of which the first token was the last one read. */
  isTightList(end: string): boolean {
    const level = this.#tokens[this.#at - 1]?.level ?? 0;
    for (const token of this.#tokens.slice(this.#at)) {
      if (token.type === end && token.level === level) return true;
      if (token.type === "paragraph_open" && token.level === level + 2 && !token.hidden) return false;
    }
    return true;
  }
}

// The blocks up to the end of what is open, and past it.
function blocksOf(reader: TokenReader, end: string | null): readonly string[] {
  const blocks: string[] = [];
  for (let token = reader.next(); token !== null && token.type !== end; token = reader.next()) {
    const block = blockOf(token, reader);
    if (block !== "") blocks.push(block);
  }
  return blocks;
}

function blockOf(token: Token, reader: TokenReader): string {
  switch (token.type) {
    case "paragraph_open":
      return blocksOf(reader, "paragraph_close").join("\n");
    case "heading_open":
      return titleOf(reader);
    case "inline":
      return inlineOf(token.children ?? [], reader.linkTo);
    case "blockquote_open":
      return quoted(blocksOf(reader, "blockquote_close").join("\n\n"));
    case "bullet_list_open":
      return itemsOf(reader, "bullet_list_close", () => `${token.markup} `);
    case "ordered_list_open": {
      const first = Number(token.attrGet("start") ?? 1);
      return itemsOf(reader, "ordered_list_close", (at) => `${first + at}${token.markup} `);
    }
    case "fence":
      return fenced(token.content.replace(/\n$/, ""), token.info.trim());
    case "code_block":
      return fenced(token.content.replace(/\n$/, ""), "");
    case "hr":
      return "***";
    default:
      return escapeMarkdown(token.content);
  }
}

// In bold, on one line: the headings of the page are those of the options.
function titleOf(reader: TokenReader): string {
  let title = "";
  for (let token = reader.next(); token !== null && token.type !== "heading_close"; token = reader.next()) {
    const words = (token.children ?? []).filter(({ type }) => !type.startsWith("strong_"));
    title += inlineOf(words, reader.linkTo).replaceAll(/\\?\n/g, " ");
  }
  return title.trim() === "" ? "" : `**${title.trim()}**`;
}

function itemsOf(reader: TokenReader, end: string, markerOf: (at: number) => string): string {
  const items: string[] = [];
  const isTight = reader.isTightList(end);
  for (let token = reader.next(); token !== null && token.type !== end; token = reader.next()) {
    const blocks = blocksOf(reader, "list_item_close");
    const marker = markerOf(items.length);
    const text = blocks.reduce(
      (before, block) => `${before}${isTight && canFollow.test(block) ? "\n" : "\n\n"}${block}`,
      "",
    );
    items.push(`${marker}${indentRest(text.trimStart(), " ".repeat(marker.length))}`.trimEnd());
  }
  return items.join(isTight ? "\n" : "\n\n");
}

// What needs no empty line between itself and a paragraph.
const canFollow = /^(?:[-+*] \S|1[.)] \S|```|> )/;

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

function inlineOf(tokens: readonly Token[], linkTo: LinkTo): string {
  let text = "";
  const open: string[] = [];
  for (const [at, token] of tokens.entries()) {
    const isAtStart = text === "" || text.endsWith("\n");
    const next = tokens[at + 1];
    if (token.type === "link_open") {
      const { label, address } = linkOf(token, next, linkTo);
      text += `[${label}`;
      open.push(address);
    } else if (token.type === "link_close") {
      text += `](${open.pop() ?? ""})`;
    } else {
      text += inlineToken(token, isAtStart, next);
    }
  }
  return text;
}

function linkOf(
  token: Token,
  next: Token | undefined,
  linkTo: LinkTo,
): { readonly label: string; readonly address: string } {
  const href = attribute(token, "href");
  const title = attribute(token, "title");
  const option = href.startsWith("#opt-") ? decoded(href.slice("#opt-".length)) : null;
  const address = option === null ? href : (linkTo(option) ?? href);
  const label = option !== null && next?.type === "link_close" ? codeSpan(option) : "";
  const words = title === "" ? "" : ` "${escapeMarkdown(oneLine(title), false).replaceAll('"', '\\"')}"`;
  return { label, address: `${safeAddress(address)}${words}` };
}

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}

// A reference to a character, `&#10;`, may stand for the end of a line.
function oneLine(text: string): string {
  return text.replaceAll(/[\n\r\u2028\u2029]+/g, " ");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The parser has encoded spaces and angle brackets; what was given for an option may have anything.
function safeAddress(address: string): string {
  return address.replaceAll(
    /[()\\<>\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

function inlineToken(token: Token, isAtStart: boolean, next: Token | undefined): string {
  switch (token.type) {
    case "code_inline":
      return codeSpan(token.content);
    case "em_open":
    case "em_close":
    case "strong_open":
    case "strong_close":
      return token.markup;
    case "softbreak":
      return "\n";
    case "hardbreak":
      return "\\\n";
    case "image": {
      const words = escapeMarkdown(oneLine((token.children ?? []).map(({ content }) => content).join("")), false);
      return `![${words}](${safeAddress(attribute(token, "src"))})`;
    }
    default: {
      const line = oneLine(token.content);
      const escaped = escapeMarkdown(isAtStart ? line.trimStart() : line, isAtStart);
      // Before a link it would make an image of it.
      return next?.type === "link_open" ? escaped.replace(/!$/, "\\!") : escaped;
    }
  }
}
