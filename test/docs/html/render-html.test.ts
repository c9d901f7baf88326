// The page as text: one document that needs nothing else, and whose data cannot leave their place.
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlacedOption } from "../../../src/docs/documented-place.ts";
import type { PageData } from "../../../src/docs/html/page-data.ts";
import { renderHtml } from "../../../src/docs/html/render-html.ts";
import { hostile } from "./hostile.ts";
import { placed, varied } from "./placed.ts";

const html = renderHtml({ title: "Varied", options: varied });

function dataOf(page: string): PageData {
  const text = /<script type="application\/json" id="data">(?<text>[^<]*)<\/script>/.exec(page)?.groups?.["text"];
  // The cast: it is what the page is made of.
  return JSON.parse(text ?? "null") as PageData;
}

function only(option: PlacedOption) {
  return dataOf(renderHtml({ title: "One", options: [option] })).options[0];
}

/** Everything of a page but what differs with its options. */
function frameOf(page: string): readonly string[] {
  return (
    page.match(
      /<(?:\/?script|\/?style|\/?noscript|\/?body|\/?head|\/?html|meta|link|base|iframe|object|!--)[^>]*>/gi,
    ) ?? []
  );
}

describe("the page", () => {
  test("asks for nothing", () => {
    // The script has the selector of a link in it, which is no attribute.
    const markup = html.replace(/<script>[^]*?<\/script>/, "");
    expect(markup).not.toBe(html);
    expect(markup.match(/\b(?:src|href|action|srcset|poster|data)="(?!#|data:,")[^"]*"/g)).toBe(null);
    expect(html).not.toMatch(/@import|url\(|import\(/);
  });

  test("allows its own script and styles, and nothing else", () => {
    const policy = /http-equiv="Content-Security-Policy" content="(?<policy>[^"]*)"/.exec(html)?.groups?.["policy"];
    const hashOf = (tag: string): string => {
      const text = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(html)?.[1] ?? "";
      expect(text.length).toBeGreaterThan(1000);
      return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    };
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hashOf("script")}`,
      `style-src ${hashOf("style")}`,
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<style>"));
  });

  test("is the same for the same options", () => {
    expect(renderHtml({ title: "Varied", options: varied })).toBe(html);
  });

  test("may have no options", () => {
    expect(dataOf(renderHtml({ title: "", options: [] }))).toEqual({ title: "", options: [] });
  });
});

describe("an option", () => {
  test("is what the script finds", () => {
    expect(only(varied[2]!)).toEqual({
      path: ["services", "nginx", "enable"],
      type: "boolean",
      description: { html: "<p>Whether to enable nginx.</p>" },
      default: { code: "false" },
      example: { code: "true" },
      current: "true",
      definedIn: [{ text: "hosts/gate.ts:12:5" }, { text: "hosts/common.yaml:3" }],
      declaredIn: [{ text: "modules/services/nginx.ts:22:9" }],
    });
  });

  test.each([
    ["bare", { description: "*a*" }, { description: { html: "<p><em>a</em></p>" } }],
    ["in a set", { description: { _type: "mdDoc", text: "*a*" } }, { description: { html: "<p><em>a</em></p>" } }],
    ["as something else", { description: [1] }, { description: { code: "[\n  1\n]" } }],
    ["empty", { description: "" }, {}],
    [
      "a Markdown default",
      { default: { _type: "literalMD", text: "`a`" } },
      { default: { html: "<p><code>a</code></p>" } },
    ],
    ["a code default", { default: { _type: "literalExpression", text: "*a*" } }, { default: { code: "*a*" } }],
    ["another default", { default: { _type: "other", text: "<a>" } }, { default: { code: "<a>" } }],
    ["marks", { readOnly: true, internal: true, visible: false }, { marks: ["read only", "internal", "hidden"] }],
    ["no related packages", { relatedPackages: [] }, {}],
    ["related packages", { relatedPackages: "- a" }, { related: { html: "<ul>\n<li>a</li>\n</ul>" } }],
  ])("%s", (_, told, expected) => {
    expect(only(placed(["a"], told))).toEqual({ path: ["a"], type: "string", ...expected });
  });

  test("links to its files where they can be seen, which only the web is", () => {
    const urls = new Map([
      ["a.ts", "https://example.org/a.ts"],
      ["b.ts", "javascript:alert(1)"],
    ]);
    const at = (file: string) => ({ file, line: 3, column: 1 });
    const option = placed(["a"], {
      declaredAt: ["a.ts", "b.ts", "c.ts"].map(at),
      current: { value: "1", definedIn: [at("a.ts")] },
    });
    const page = renderHtml({ title: "Linked", options: [option], urlOf: (file) => urls.get(file) ?? null });
    const seen = { text: "a.ts:3:1", url: "https://example.org/a.ts" };
    expect(dataOf(page).options[0]?.declaredIn).toEqual([seen, { text: "b.ts:3:1" }, { text: "c.ts:3:1" }]);
    expect(dataOf(page).options[0]?.definedIn).toEqual([seen]);
  });

  test.each([
    ["https://example.org/x", { text: "x.ts:2", url: "https://example.org/x" }],
    ["javascript:alert(1)", { text: "x.ts:2" }],
    ["file:///x.ts", { text: "x.ts:2" }],
    [null, { text: "x.ts:2" }],
  ])("links to where its file can be seen: %s", (url, place) => {
    const option = placed(["a"], { declaredAt: [{ file: "x.ts", line: 2, column: null }] });
    const page = renderHtml({ title: "Places", options: [option], urlOf: () => url });
    expect(dataOf(page).options[0]?.declaredIn).toEqual([place]);
  });

  test("links to options of the page, however they are named", () => {
    const { options } = dataOf(
      renderHtml({
        title: "Links",
        options: [placed(["a b", "<name>"]), placed(["c"], { description: '{option}`"a b".<name>`' })],
      }),
    );
    expect(options[1]?.description).toEqual({
      html: '<p><a href="#opt-%22a%20b%22.%3Cname%3E"><code>&quot;a b&quot;.&lt;name&gt;</code></a></p>',
    });
  });
});

describe("hostile text", () => {
  const frame = frameOf(html);

  const text = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc
      .array(fc.constantFrom(...hostile, "<", "</", "script", ">", "<!--", "-->", '"'), { maxLength: 5 })
      .map((all) => all.join("")),
  );

  test("stays in its place wherever it stands", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const option = placed([one, other], {
          name: other,
          description: one,
          type: other,
          default: { _type: "literalMD", text: other },
          example: { _type: "literalExpression", text: one },
          relatedPackages: other,
          declaredAt: [{ file: one, line: 1, column: 1 }],
          current: { value: one, definedIn: [{ file: other, line: null, column: null }] },
        });
        const page = renderHtml({ title: one, options: [option] });
        expect(frameOf(page)).toEqual(frame);
        const [found] = dataOf(page).options;
        expect(found).toMatchObject({
          type: other,
          example: { code: one },
          current: one,
          declaredIn: [{ text: `${one}:1:1` }],
        });
        expect(dataOf(page).title).toBe(one);
      }),
      { numRuns: 500 },
    );
  });
});
