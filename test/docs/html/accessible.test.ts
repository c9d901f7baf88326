// What axe finds in the page, which is nothing; in a browser.
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { renderHtml } from "../../../src/docs/html/render-html.ts";
import { useChromium } from "./chromium.ts";
import { hostile } from "./hostile.ts";
import { placed, twentyThousand, varied } from "./placed.ts";

const { open } = useChromium();
const html = renderHtml({ title: "Varied", options: varied });
const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };

/** The rules that are broken, each with the elements that break it. */
async function findingsOn(page: Page): Promise<unknown> {
  return await page.evaluate(`${axe.source};
    axe.run(document).then(({ violations, passes }) => {
      if (passes.length < 10) throw new Error("axe has not looked");
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    })`);
}

const states: readonly (readonly [string, string])[] = [
  ["the list", ""],
  ["a search", "#q=nginx"],
  ["a search that finds nothing", "#q=nothing-like-it"],
  ["a group", "#in=services.nginx"],
  ["an option", "#opt-services.nginx.virtualHosts"],
  ["an option with a value", "#opt-services.nginx.enable"],
  ["no such option", "#opt-gone"],
];

const looks = [
  { look: "light on a desktop", colorScheme: "light", viewport: desktop },
  { look: "dark on a desktop", colorScheme: "dark", viewport: desktop },
  { look: "dark on a phone", colorScheme: "dark", viewport: phone },
] as const;

test.each(states.flatMap(([state, address]) => looks.map((look) => ({ state, address, ...look }))))(
  "$state, $look",
  async ({ address, colorScheme, viewport }) => {
    const page = await open(html, address, { colorScheme, viewport, reducedMotion: "reduce" });
    expect(await findingsOn(page)).toEqual([]);
  },
);

test("groups that are open on a phone", async () => {
  const page = await open(html, "#in=services.nginx", { viewport: phone });
  await page.getByRole("button", { name: "Groups", exact: true }).click();
  expect(await findingsOn(page)).toEqual([]);
});

test("twenty thousand options", async () => {
  const page = await open(renderHtml({ title: "Large", options: twentyThousand() }), "#in=services");
  expect(await findingsOn(page)).toEqual([]);
});

test("descriptions that were made to break the page", async () => {
  // Alternatives of one option, which stand on one page.
  const options = hostile.map((description) => placed(["a"], { description }));
  const page = await open(renderHtml({ title: "Hostile", options }), "#opt-a");
  expect(await page.getByRole("article").locator(".description").count()).toBe(hostile.length);
  expect(await findingsOn(page)).toEqual([]);
});

test("the page without scripts", async () => {
  // axe is one, and has to see what stands there for those who have none.
  const plain = html.replace(/<\/?noscript>/g, "").replace(/<script[^>]*>[^]*?<\/script>/g, "");
  expect(await findingsOn(await open(plain))).toEqual([]);
});

test("axe would find something", async () => {
  const page = await open(html);
  await page.evaluate("document.getElementById('search').previousElementSibling.remove()");
  await page.evaluate("document.getElementById('search').removeAttribute('placeholder')");
  expect(JSON.stringify(await findingsOn(page))).toContain("label");
});
