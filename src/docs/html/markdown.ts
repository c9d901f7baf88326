// Renders the Markdown of descriptions to HTML that can do nothing but be read.
import MarkdownIt, { type Token } from "markdown-it";
import { admonitions } from "./markdown-admonitions.ts";
import { optionLinks } from "./markdown-links.ts";
import { roles } from "./markdown-roles.ts";

/**
 * A function from Markdown (CommonMark, with nixpkgs' roles and admonitions) to HTML. Raw HTML in the Markdown is shown as
 * text, images as their text, headings as paragraphs, so that they do not compete with those of the page. Links lead to
 * the web or to an option among `names`; others are text.
 */
export function makeMarkdown(names: Iterable<string>): (markdown: string) => string {
  const known: ReadonlySet<string> = new Set(names);
  // Deeper than people write, so that what is hostile ends soon.
  const md = new MarkdownIt("commonmark", { html: false, xhtmlOut: false, maxNesting: 50 });
  md.use(roles, known).use(admonitions).use(optionLinks, known);
  md.renderer.rules["image"] = (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    const text = renderer.renderInlineAsText(token?.children ?? [], options, env);
    return md.utils.escapeHtml(text === "" ? String(token?.attrGet("src") ?? "") : text);
  };
  md.core.ruler.push("headings", ({ tokens }) => tokens.forEach(flattenHeading));
  return (markdown) => md.render(markdown).trim();
}

function flattenHeading(token: Token): void {
  if (token.type !== "heading_open" && token.type !== "heading_close") return;
  token.tag = "p";
  if (token.nesting === 1) token.attrSet("class", "heading");
}
