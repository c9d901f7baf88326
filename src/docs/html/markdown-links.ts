// Keeps the links of Markdown that lead to the web or to an option of the page, and makes text of the others.
import type { MarkdownIt, Token } from "markdown-it";
import { addressOfOption, readAddress } from "./address.ts";

const web = /^(?:https?:\/\/|mailto:)/i;

/** For `MarkdownIt.use`. A link without a text shows where it leads. */
export function optionLinks(md: MarkdownIt, names: ReadonlySet<string>): void {
  const byManualId: ReadonlyMap<string, string> = new Map([...names].map((name) => [manualId(name), name]));

  md.core.ruler.push("links", ({ tokens, Token: TokenClass }) => {
    for (const token of tokens) {
      if (token.children === null) continue;
      token.children = rewriteLinks(token.children, (text) =>
        codeToken(new TokenClass("code_inline", "code", 0), text),
      );
    }
  });

  // Markdown has no links in links, so that each end belongs to the last beginning.
  function rewriteLinks(tokens: readonly Token[], code: (text: string) => Token): Token[] {
    const rewritten: Token[] = [];
    let open: Token | null = null;
    let shown = "";
    let isSeen = false;
    for (const token of tokens) {
      if (token.type === "link_open") {
        const href = String(token.attrGet("href") ?? "");
        const target = targetOf(href);
        if (target === null) makeText(token);
        else token.attrs = linkAttributes(target);
        [open, shown, isSeen] = [token, target?.text ?? href, false];
      } else if (token.type === "link_close") {
        if (open !== null) token.tag = open.tag;
        if (!isSeen) rewritten.push(code(shown));
      } else if (!isBlank(token)) isSeen = true;
      rewritten.push(token);
    }
    return rewritten;
  }

  function targetOf(href: string): Target | null {
    if (web.test(href)) return { href, text: href, isInside: false };
    const written = readAddress(href).option;
    if (!href.startsWith("#") || written === null) return null;
    const name = names.has(written) ? written : byManualId.get(`opt-${written}`);
    return name === undefined ? null : { href: addressOfOption(name), text: name, isInside: true };
  }
}

interface Target {
  readonly href: string;
  readonly text: string;
  /** Whether it is in the page. */
  readonly isInside: boolean;
}

function linkAttributes({ href, isInside }: Target): [string, string][] {
  return [["href", href], ...(isInside ? [] : [["rel", "noreferrer"] satisfies [string, string]])];
}

function makeText(open: Token): void {
  open.attrs = null;
  open.tag = "span";
}

// Nothing that can be seen, so that nobody could find the link.
function isBlank({ type, content }: Token): boolean {
  return type === "softbreak" || type === "hardbreak" || (type === "text" && !/[^\s\p{Cf}]/u.test(content));
}

function codeToken(token: Token, text: string): Token {
  token.content = text;
  return token;
}

// How the manuals of nixpkgs name the places of options, and descriptions link to them.
function manualId(name: string): string {
  return `opt-${name.replace(/[*<> [\]:"]/g, "_")}`;
}
