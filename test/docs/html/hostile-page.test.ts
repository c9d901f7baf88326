// A page whose options try to run something, wherever options have text; in a browser.
import { expect, test } from "vitest";
import { renderHtml } from "../../../src/docs/html/render-html.ts";
import { useChromium } from "./chromium.ts";
import { hostile } from "./hostile.ts";
import { placed } from "./placed.ts";
import { eventually } from "./shown.ts";

const { open, takeProblems } = useChromium();

const options = hostile.map((text, at) =>
  placed([`a${at}`, text], {
    description: text,
    type: text,
    default: { _type: "literalMD", text },
    example: { _type: "literalExpression", text },
    relatedPackages: text,
    declaredAt: [{ file: text, line: null, column: null }],
    current: { value: text, definedIn: [{ file: text, line: 1, column: 1 }] },
  }),
);

test.each(["", "#q=script", `#q=${encodeURIComponent(hostile[0]!)}`, `#in=${encodeURIComponent(hostile[6]!)}`])(
  "runs nothing at %s",
  async (address) => {
    const page = await open(renderHtml({ title: hostile[1]!, options }), address);
    expect(await page.evaluate("globalThis.broken")).toBe(undefined);
    expect(await page.evaluate("document.scripts.length")).toBe(2);
  },
);

test("runs nothing when its options are opened, and what is in them is text", async () => {
  const page = await open(renderHtml({ title: hostile[5]!, options }));
  for (const [at, text] of hostile.entries()) {
    await page.evaluate(`document.querySelectorAll("#results a")[${at}].click()`);
    const article = page.getByRole("article");
    await eventually(() => article.getByRole("heading").textContent()).toMatch(new RegExp(`^a${at}\\.`));
    expect(await article.locator("dd").nth(0).textContent()).toBe(text);
    expect(await article.locator("script, img, iframe, style, form, input, object, [onclick], [style]").count()).toBe(
      0,
    );
    for (const link of await article.getByRole("link").all()) {
      expect(await link.getAttribute("href")).toMatch(/^(?:https?:\/\/|mailto:|#(?:q=|in=|opt-|$))/i);
    }
  }
  expect(await page.evaluate("globalThis.broken")).toBe(undefined);
});

test("its policy refuses what would come in otherwise", async () => {
  const html = renderHtml({ title: "Broken", options });
  const page = await open(html.replace("</body>", "<script>globalThis.broken = 1</script><i onclick=x></i></body>"));
  expect(await page.evaluate("globalThis.broken")).toBe(undefined);
  await page.evaluate(`document.body.insertAdjacentHTML("beforeend", "<img src='https://evil.example/x.png'>")`);
  expect(await page.evaluate("fetch('https://evil.example/').then(() => 'asked', () => 'refused')")).toBe("refused");
  const kinds = ["inline script", "inline event handler", "Loading the image", "Connecting to"];
  const told = takeProblems().join("\n");
  expect(kinds.filter((kind) => !told.includes(kind))).toEqual([]);
});
