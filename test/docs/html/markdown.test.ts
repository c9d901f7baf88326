// Markdown of descriptions as HTML.
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { makeMarkdown } from "../../../src/docs/html/markdown.ts";
import { hostile } from "./hostile.ts";
import { dangersIn } from "./html-safety.ts";

const markdown = makeMarkdown(["services.nginx.enable", "sites.<name>.root", 'a."b c"', "*"]);

it.each([
  ["*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"],
  ["a\n\nb", "<p>a</p>\n<p>b</p>"],
  ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
  ["3. a", '<ol start="3">\n<li>a</li>\n</ol>'],
  ["```nix\n{ a = <b>; }\n```", '<pre><code class="language-nix">{ a = &lt;b&gt;; }\n</code></pre>'],
  ["> a", "<blockquote>\n<p>a</p>\n</blockquote>"],
  ["# a *b*", '<p class="heading">a <em>b</em></p>'],
  ["<b>a</b> &amp; &lt;", "<p>&lt;b&gt;a&lt;/b&gt; &amp; &lt;</p>"],
  ["![the *text*](https://example.org/x.png)", "<p>the text</p>"],
  ["![](https://example.org/x.png)", "<p>https://example.org/x.png</p>"],
])("renders %j", (text, html) => {
  expect(markdown(text)).toBe(html);
});

describe("roles", () => {
  it.each([
    ["{file}`/etc/x`", "<code>/etc/x</code>"],
    ["{command}`a` and {env}`B`", "<code>a</code> and <code>B</code>"],
    ["{var}``a`b``", "<code>a`b</code>"],
    ["{manpage}`x(1)`", "<code>x(1)</code>"],
    ["{option}`services.nginx.enable`", '<a href="#opt-services.nginx.enable"><code>services.nginx.enable</code></a>'],
    ["{option}`sites.<name>.root`", '<a href="#opt-sites.%3Cname%3E.root"><code>sites.&lt;name&gt;.root</code></a>'],
    ["{option}`services.gone`", "<code>services.gone</code>"],
    ["**{file}`x`**", "<strong><code>x</code></strong>"],
    [
      "[the {option}`services.nginx.enable`](https://example.org/)",
      '<a href="https://example.org/" rel="noreferrer">the <code>services.nginx.enable</code></a>',
    ],
    ["{file}`open", "{file}`open"],
    ["{other}`x`", "{other}<code>x</code>"],
    ["a {b} c", "a {b} c"],
    ["`{file}`", "<code>{file}</code>"],
  ])("%s", (text, html) => {
    expect(markdown(text)).toBe(`<p>${html}</p>`);
  });
});

describe("links", () => {
  it.each([
    ["[a](https://example.org/?b=1&c)", '<a href="https://example.org/?b=1&amp;c" rel="noreferrer">a</a>'],
    ["<https://example.org/>", '<a href="https://example.org/" rel="noreferrer">https://example.org/</a>'],
    [
      "[](https://example.org/)",
      '<a href="https://example.org/" rel="noreferrer"><code>https://example.org/</code></a>',
    ],
    ["<me@example.org>", '<a href="mailto:me@example.org" rel="noreferrer">me@example.org</a>'],
    ["[](#opt-services.nginx.enable)", '<a href="#opt-services.nginx.enable"><code>services.nginx.enable</code></a>'],
    ["[the root](#opt-sites._name_.root)", '<a href="#opt-sites.%3Cname%3E.root">the root</a>'],
    ["[b](#opt-a._b_c_)", '<a href="#opt-a.%22b%20c%22">b</a>'],
    ["[](#opt-services.gone)", "<span><code>#opt-services.gone</code></span>"],
    ["[a](#elsewhere) [b](./c.md) [d](/e)", "<span>a</span> <span>b</span> <span>d</span>"],
    ["[a](javascript:b)", "[a](javascript:b)"],
    ["[a]\n\n[a]: ./b", "<span>a</span>"],
    ["*[a](b)* [c](https://d/) e", '<em><span>a</span></em> <a href="https://d/" rel="noreferrer">c</a> e'],
  ])("%s", (text, html) => {
    expect(markdown(text)).toBe(`<p>${html}</p>`);
  });
});

describe("admonitions", () => {
  const note = (kind: string, title: string, inside: string): string =>
    `<div class="note ${kind}" role="note">\n<p class="heading">${title}</p>\n${inside}\n</div>`;

  it.each([
    ["::: {.note}\na\n:::", note("note", "Note", "<p>a</p>")],
    ["::: {.warning #id}\na\n\n- b\n:::", note("warning", "Warning", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>")],
    ["::: {.tip}\na", note("tip", "Tip", "<p>a</p>")],
    ["a\n::: {.tip}\nb\n:::\nc", `<p>a</p>\n${note("tip", "Tip", "<p>b</p>")}\n<p>c</p>`],
    [":::: {.note}\n::: {.tip}\na\n:::\n::::", note("note", "Note", note("tip", "Tip", "<p>a</p>"))],
    ["::: {.note}\n::: {.tip}\na\n:::\nb\n:::", note("note", "Note", `${note("tip", "Tip", "<p>a</p>")}\n<p>b</p>`)],
    ["- ::: {.note}\n  a\n  :::\n- b", `<ul>\n<li>${note("note", "Note", "<p>a</p>")}</li>\n<li>b</li>\n</ul>`],
    ["::: {.other}\na\n:::", "<p>::: {.other}\na\n:::</p>"],
    ["    ::: {.note}", "<pre><code>::: {.note}\n</code></pre>"],
  ])("%j", (text, html) => {
    expect(
      markdown(text)
        .replace(/<li>\s*<div/, "<li><div")
        .replace(/<\/div>\s*<\/li>/, "</div></li>"),
    ).toBe(html);
  });
});

describe("what is hostile", () => {
  test.each(hostile)("stays text: %j", (text) => {
    expect(dangersIn(markdown(text))).toEqual([]);
  });

  const pieces = fc.oneof(
    fc.constantFrom(...hostile),
    fc.constantFrom("<", ">", '"', "'", "`", "\n", "\n\n", "    ", "[", "](", ")", "![", "](#opt-*)", "\\", "&#x3c;"),
    fc.constantFrom(
      "- ",
      "> ",
      "# ",
      "```",
      ":::",
      "::: {.note}\n",
      "{option}`",
      "<https://",
      "mailto:",
      "javascript:",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  );

  test("stays text in every mixture", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        expect(dangersIn(markdown(parts.join("")))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("ends, however deep it is", () => {
    const deep = [
      ">".repeat(5000),
      "[".repeat(5000),
      "::: {.note}\n".repeat(1000),
      "*".repeat(5000),
      "`a".repeat(5000),
    ];
    for (const text of deep) expect(dangersIn(markdown(text))).toEqual([]);
  });

  test.each([
    ["<script>", ["<script>"]],
    ['<a href="javascript:x">a</a>', [' href="javascript:x"']],
    ["<p onclick=x>a</p>", ["<p onclick=x>a"]],
    ["<em><p>a</em></p>", ["</em> out of order", "</p> out of order"]],
    ["a < b", ["a < b"]],
  ])("would be seen: %s", (html, found) => {
    expect(dangersIn(html)).toEqual(expect.arrayContaining(found));
  });
});
