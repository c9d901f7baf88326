// The reference in Markdown: what stands where, and that nobody's description gets out of its place.
import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { literalCode, literalExpression, literalMD } from "../../src/authoring/index.ts";
import { documentOptions, type PlacedOption } from "../../src/docs/index.ts";
import { renderMarkdown, renderMarkdownFiles } from "../../src/docs/render-markdown.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import { types } from "../../src/types/types.ts";
import { option } from "../evaluate/evaluation.ts";

const { attrsOf, int, str, submodule } = types;

function placed(...modules: readonly object[]): readonly PlacedOption[] {
  return documentOptions(evalModules({ modules }).options).filter(({ loc }) => !loc.includes("_module"));
}

function written(attributes: Parameters<typeof option>[1], name = "a"): string {
  const options = placed({ _file: "/f.ts", options: { [name]: option(str, attributes) } });
  return renderMarkdown({ title: "T", options });
}

/** What a reader that lets HTML through makes of it. */
function shown(markdown: string): string {
  return new MarkdownIt("commonmark", { html: true }).render(markdown);
}

/** What comes between the heading of the only option and its type, for such a reader. */
function description(text: string): string {
  return between(shown(written({ description: text })));
}

function between(html: string): string {
  return (
    /<\/h2>\n(?<text>.*?)<p><em>Type:<\/em> string<\/p>\n<p><em>Declared in:/s.exec(html)?.groups?.["text"] ??
    `?${html}`
  );
}

describe("a section", () => {
  it("tells everything of an option", () => {
    expect(
      written({
        description: "About *it*.",
        default: "x",
        example: literalExpression("a\nb"),
        readOnly: true,
        relatedPackages: ["tmux"],
      }),
    ).toBe(`<!-- Made by \`confix options\`: changes will be lost. -->

# T

<a id="opt-a"></a>

## \`a\`

About *it*.

*Type:* string *(read only)*

*Default:* \`"x"\`

*Example:*

\`\`\`
a
b
\`\`\`

*Related packages:*

- [\`pkgs.tmux\`](https://search.nixos.org/packages?show=tmux&sort=relevance&query=tmux)

*Declared in:* \`/f.ts\`
`);
  });

  it("shows Markdown in place of a value", () => {
    expect(written({ defaultText: literalMD("made *up*"), default: "x" })).toContain("*Default:* made *up*\n");
    expect(written({ example: literalCode("nix", "pkgs.x") })).toContain("*Example:*\n\n```nix\npkgs.x\n```\n");
  });

  it("links to where files can be seen", () => {
    const options = placed({ _file: "f (1).ts", options: { a: option(int) } });
    const text = renderMarkdown({ title: "T", options, urlOf: (file) => `https://e.org/${encodeURIComponent(file)}` });
    expect(text).toContain("*Declared in:* [`f (1).ts`](<https://e.org/f%20(1).ts>)");
  });

  it("has an anchor of its own, whatever the name", () => {
    const names = ['"><script>', "a b", "a_b", "a<b", "ä`"];
    const options = placed({ options: Object.fromEntries(names.map((name) => [name, option(int)])) });
    const html = shown(renderMarkdown({ title: "T", options }));
    const anchors = [...html.matchAll(/<a id="([^"]*)"><\/a>/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(names.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^opt-[\w.-]+$/);
    expect(html).not.toContain("<script");
    expect(html.match(/<h2>/g)).toHaveLength(names.length);
  });
});

describe("a description", () => {
  it.each([
    ["a paragraph\nof two lines", "<p>a paragraph\nof two lines</p>\n"],
    ["one\n\ntwo", "<p>one</p>\n<p>two</p>\n"],
    [
      '*a* **b** `c` [d](https://e.org "t")',
      '<p><em>a</em> <strong>b</strong> <code>c</code> <a href="https://e.org" title="t">d</a></p>\n',
    ],
    ["- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"],
    ["3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'],
    ["> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n"],
    ["```sh\nx `y`\n```", '<pre><code class="language-sh">x `y`\n</code></pre>\n'],
    ["````\n```\n````", "<pre><code>```\n</code></pre>\n"],
    ["a  \nb", "<p>a<br />\nb</p>\n"],
    ["`` a`b ``", "<p><code>a`b</code></p>\n"],
    ["![i](https://e.org/i.png)", '<p><img src="https://e.org/i.png" alt="i" /></p>\n'],
    ["1 < 2 & 3 > 2, a_b_c, &copy;", "<p>1 &lt; 2 &amp; 3 &gt; 2, a_b_c, ©</p>\n"],
    ["\\# no title, 1\\. no list", "<p># no title, 1. no list</p>\n"],
  ])("stays what it is: %j", (text, html) => {
    expect(description(text)).toBe(html);
  });

  it.each([
    ["# One\n\nTwo\n---", "<p><strong>One</strong></p>\n<p><strong>Two</strong></p>\n"],
    ["## a **b** `c`", "<p><strong>a b <code>c</code></strong></p>\n"],
    ["x&#10;&#10;# y", "<p>x # y</p>\n"],
    ["&#32;&#32;&#32;&#32;x", "<p>x</p>\n"],
    ["#", ""],
  ])("has no headings: %j", (text, html) => {
    expect(description(text)).toBe(html);
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=x>b</b>",
    "<!-- hidden",
    "<details>\n\n# x",
    "- `a\n- <img src=x onerror=alert(1)> `",
    "&lt;script&gt;",
    "\\<script>",
    "[x](<javascript:alert(1)>)",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](data:text/html,<script>)",
    "<javascript:alert(1)>",
    '[x](https://e.org "a\\"><script>")',
    "```\n<script>\n",
    "```html onload=x\nx\n```",
    "a\n\n    <script>",
  ])("runs nothing: %j", (text) => {
    const html = description(text);
    expect(html).not.toMatch(/^\?/);
    expect(html.replaceAll(/"[^"<]*"/g, '""')).not.toMatch(
      /<(?!\/?(?:p|a|ul|li|pre|code|strong|img|br)\b)|<[^>]*\bon\w+=/,
    );
    expect(html).not.toMatch(/(?:href|src)="\s*(?:javascript|vbscript|data:text)/i);
  });

  it.each(["```", "~~~~\nx", "`a", "> a\n```", "- a\n\n  ```\nb", "[a", "**a", "<!--", "<pre>", "a\n\\"])(
    "ends where it ends: %j",
    (text) => {
      expect(description(text)).not.toMatch(/^\?/);
    },
  );

  it("never gets out of its place, whatever it is", () => {
    const piece = fc.constantFrom(
      ..."`~*_#->+=<![]()&|:\\\"' \n\t".split(""),
      "```",
      "~~~",
      "\n\n",
      "    ",
      "1.",
      "<script>",
      "</a>",
      "<!--",
      "&#10;",
      "&lt;",
      "&#35;",
      "javascript:x",
      "x",
      "ä",
      "---",
      "https://e.org",
      "\r",
      "\u2028",
      "- ",
      "> ",
      "\0",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const html = description(pieces.join(""));
        expect(html).not.toMatch(/^\?/);
        expect(html).not.toMatch(/<(?:h\d|script|!--)|href="javascript/);
        expect(html).not.toContain("</a></a>");
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it("links to options", () => {
    const options = placed({
      options: { a: option(int, { description: "Like [](#opt-b.c) and [that](#opt-b.c)." }), b: { c: option(int) } },
    });
    expect(renderMarkdown({ title: "T", options })).toContain("Like [`b.c`](#opt-b.c) and [that](#opt-b.c).");
  });
});

describe("a reference in files", () => {
  const inner = submodule({ _file: "/lib/site.ts", options: { root: option(str) } });
  const options = placed(
    { _file: "web/site.ts", options: { web: { sites: option(attrsOf(inner)) } } },
    { _file: "index", options: { z: option(str, { description: "See [](#opt-web.sites)." }) } },
    { _file: "../../etc/x y.ts", options: { y: option(str) } },
    { options: { nowhere: option(str) } },
  );
  const files = renderMarkdownFiles({ title: "All", options });
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? "";

  it("has one for each module, with what is inside of its options, and an index", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "index.md",
      "etc/x-y.ts.md",
      "index-2.md",
      "web/site.ts.md",
      "no-file.md",
    ]);
    expect(text("web/site.ts.md").match(/^## .*$/gm)).toEqual(["## `web.sites`", "## `web.sites.<name>.root`"]);
    expect(text("web/site.ts.md")).toContain("# web/site.ts\n");
  });

  it("lists all options in the index", () => {
    expect(text("index.md")).toContain(
      "## [`web/site.ts`](web/site.ts.md)\n\n- [`web.sites`](web/site.ts.md#opt-web.sites)\n" +
        "- [`web.sites.<name>.root`](web/site.ts.md#opt-web.sites._name_.root)\n",
    );
  });

  it("links from one to another", () => {
    expect(text("index-2.md")).toContain("See [`web.sites`](web/site.ts.md#opt-web.sites).");
  });

  it("stays below its folder", () => {
    for (const { path } of files) expect(path).not.toMatch(/(^|\/)\.|^\/|\\/);
  });
});
